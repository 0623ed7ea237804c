package headroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a comparison goes: `result.json`, `runs.csv`, `pairs.csv`, if asked for the same under
/// every fill rule, and a folder of tables for each run.
final class CompareFolder {
  private static final Pattern OURS =
      Pattern.compile(
          "result\\.json|(band-)?(runs|pairs)\\.csv|runs/(\\d+/(%s)?)?".formatted(Results.FILES));

  private CompareFolder() {}

  static OutputFolder place(Path folder) {
    return new OutputFolder("--out", "comparison", OURS, folder);
  }

  /// Where the tables of a run go.
  ///
  /// @param number from 1
  static Path ofRun(Path folder, int number) throws IOException {
    String name = String.format(Locale.ROOT, "%04d", number);
    return Files.createDirectories(folder.resolve("runs").resolve(name));
  }

  /// Writes a comparison into a folder, which must exist.
  static void write(Comparison comparison, Path folder) throws IOException {
    Places.write(folder.resolve("result.json"), Json.text(comparison.json()) + "\n");
    Places.write(folder.resolve("runs.csv"), text(CompareTables.runs(comparison)));
    Places.write(folder.resolve("pairs.csv"), text(CompareTables.pairs(comparison)));
    ComparedBand band = comparison.band();
    if (band != null) {
      Places.write(
          folder.resolve("band-runs.csv"), text(CompareTables.ofRules(band, CompareTables::runs)));
      Places.write(
          folder.resolve("band-pairs.csv"),
          text(CompareTables.ofRules(band, CompareTables::pairs)));
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
