package headroom.cli;

import headroom.core.market.Bars;
import headroom.data.bars.BarWriter;
import headroom.data.columnar.Columnar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/// A data folder to which series are added.
final class SeriesFolder {
  private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", Columnar.ENDING);

  private static final String OPTION = "--into";

  @Option(
      names = OPTION,
      paramLabel = "DIR",
      required = true,
      description = "a data folder, new or with other bars")
  private Path folder = Path.of("");

  @Option(
      names = "--replace",
      description = "write over series that the folder has already, instead of refusing")
  private boolean replace;

  SeriesFolder() {}

  /// Where the series go.
  Path path() {
    return folder;
  }

  /// Kinds of files.
  enum Format {
    CSV(".csv.gz"),
    PARQUET(Columnar.ENDING);

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    /// The format under a word.
    ///
    /// @throws IllegalArgumentException if there is none, or what writes it is not there
    static Format of(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "csv" -> CSV;
        case "parquet" -> {
          Columnar.required();
          yield PARQUET;
        }
        default ->
            throw new IllegalArgumentException(
                "--format must be csv or parquet, was '%s'".formatted(word));
      };
    }

    private void write(Bars bars, Path file) throws IOException {
      switch (this) {
        case CSV -> BarWriter.write(bars, file);
        case PARQUET -> Columnar.required().write(bars, file);
      }
    }
  }

  /// Refuses a place that cannot be written, before the work is done.
  void require() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "%s must be a folder, was the file %s".formatted(OPTION, folder));
    }
    Places.requireRoomFor(OPTION, folder.resolve("bars"));
  }

  /// Writes every series beside its place, and moves all there at the end.
  ///
  /// @param beforeEach is run before each file; what it throws ends the writing
  /// @return the files
  /// @throws IllegalArgumentException naming every series that is there already
  List<Path> write(List<Bars> series, Format format, Runnable beforeEach) throws IOException {
    requireNew(series);
    List<Path> parts = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    try {
      for (Bars bars : series) {
        beforeEach.run();
        Path file = folder.resolve(BarWriter.place(bars) + format.ending);
        Path home = file.toAbsolutePath().getParent();
        Files.createDirectories(home == null ? folder : home);
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        parts.add(part);
        written.add(file);
        format.write(bars, part);
      }
      beforeEach.run();
      for (int one = 0; one < parts.size(); one++) {
        for (Path old : present(series.get(one))) {
          Files.delete(old);
        }
        Files.move(parts.get(one), written.get(one), StandardCopyOption.ATOMIC_MOVE);
      }
      return written;
    } finally {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }

  private void requireNew(List<Bars> series) {
    List<String> there = new ArrayList<>();
    series.forEach(bars -> present(bars).forEach(file -> there.add(file.toString())));
    if (!replace && !there.isEmpty()) {
      throw new IllegalArgumentException(
          "%s must not have these series yet, unless with --replace: %s"
              .formatted(OPTION, String.join(", ", there)));
    }
  }

  /// The files of a series that are there, also under the other dollars that count as its own.
  private List<Path> present(Bars bars) {
    String place = BarWriter.place(bars);
    List<String> stems =
        bars.instrument().isCrypto() ? List.of(place, place + "T", place + "C") : List.of(place);
    return stems.stream()
        .flatMap(stem -> ENDINGS.stream().map(ending -> folder.resolve(stem + ending)))
        .filter(Files::exists)
        .toList();
  }
}
