package headroom.cli;

import headroom.report.Page;
import headroom.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--report`.
final class ReportOption {
  /// What makes an earlier report known, so that nothing else is written over.
  private static final String MARK = "<!doctype html>";

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "a page for a browser: one file, no network")
  private @Nullable Path file;

  ReportOption() {}

  /// Refuses a place that cannot be written, before the work is done.
  ///
  /// @param folder the folder of the result: its files replace an earlier one together
  /// @throws IllegalArgumentException if it is a folder, in that folder, or where nothing can be
  ///   written
  void requirePlace(Path folder) throws IOException {
    if (file == null) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("--report must be a file, was the folder " + file);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IllegalArgumentException("--report must be a file, was the device " + file);
    }
    Places.requireRoomFor("--report", file);
    if (Files.exists(file) && Files.size(file) > 0 && !isPage(file)) {
      throw new IllegalArgumentException(
          "--report must be a new file or an earlier page, was something else: " + file);
    }
    if (file.toAbsolutePath().normalize().startsWith(folder)) {
      throw new IllegalArgumentException(
          "--report must be outside of the folder of the result, %s, was %s"
              .formatted(folder, file));
    }
  }

  private static boolean isPage(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(MARK.length());
      return new String(start, java.nio.charset.StandardCharsets.UTF_8).equalsIgnoreCase(MARK);
    }
  }

  /// Writes it if it was asked for, whole or not at all.
  ///
  /// @return where; null if it was not asked for
  @Nullable Path write(Supplier<Report> report) throws IOException {
    if (file == null) {
      return null;
    }
    Path target = file.toAbsolutePath();
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    Places.write(unfinished, Page.html(report.get()));
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }
}
