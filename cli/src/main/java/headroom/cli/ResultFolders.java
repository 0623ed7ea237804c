package headroom.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Where results go that nobody gave a place.
final class ResultFolders {
  private static final Path HOME = Path.of("headroom-results");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private ResultFolders() {}

  /// A folder that does not exist yet, named after the command and the time.
  static Path fresh(String command) {
    String name = command + "-" + LocalDateTime.now(ZoneOffset.UTC).format(TIME);
    Path folder = HOME.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = HOME.resolve(name + "-" + i);
    }
    return folder;
  }
}
