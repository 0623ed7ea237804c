package headroom.data;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Failures of reading and writing, by the name of the file: of a full disk the system says only
/// that there is no space left.
public final class FileFailure {
  private FileFailure() {}

  /// The failure with the name of the file, if it does not name one already.
  public static FileSystemException of(Path file, IOException failed) {
    if (failed instanceof FileSystemException named) {
      return named;
    }
    FileSystemException named =
        new FileSystemException(file.toString(), null, String.valueOf(failed.getMessage()));
    named.initCause(failed);
    return named;
  }
}
