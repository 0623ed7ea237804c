package headroom.cli;

import headroom.data.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether something can be written where it was asked for; found out before the work is done.
final class Places {
  private Places() {}

  /// Writes a file. If that fails, the file is named, which the system leaves out once it is open.
  static void write(Path file, CharSequence text) throws IOException {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw FileFailure.of(file, failed);
    }
  }

  static void write(Path file, byte[] bytes) throws IOException {
    try {
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw FileFailure.of(file, failed);
    }
  }

  /// Refuses a place in which nothing can be made, whether it exists or has yet to be made.
  ///
  /// @param option what asked for it, for people
  /// @throws IllegalArgumentException if a file stands in the way, or nothing may be written there
  static void requireRoomFor(String option, Path file) {
    Path above = file.toAbsolutePath().normalize().getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (above == null) {
      throw new IllegalArgumentException(option + " must be in a folder, was " + file);
    }
    if (!Files.isDirectory(above)) {
      throw new IllegalArgumentException(
          "%s must be in a folder, was in the file %s".formatted(option, above));
    }
    try {
      // Permissions do not tell: a system may be read-only, or full, or no place for files at all.
      Files.delete(Files.createTempDirectory(above, ".headroom"));
    } catch (IOException _) {
      throw new IllegalArgumentException(
          "%s must be where files can be written, was in %s".formatted(option, above));
    }
  }
}
