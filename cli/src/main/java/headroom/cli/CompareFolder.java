package headroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a comparison goes: `result.json`, `runs.csv`, `pairs.csv`, and if asked for a folder of
/// tables for each run. It is written beside its place and moved there when it is whole.
final class CompareFolder implements AutoCloseable {
  private static final Pattern OURS =
      Pattern.compile(
          "(result\\.json|(runs|pairs)\\.csv|runs/|runs/\\d+(\\.unfinished)?/"
              + "((result\\.json|(commands|fills|trades|ledger|equity|intents)\\.csv))?)");

  private final Path shown;
  private final Path target;
  private final Path unfinished;

  CompareFolder(Path folder) {
    this.shown = folder;
    this.target = folder.toAbsolutePath().normalize();
    this.unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
  }

  /// Refuses a place that holds anything but an earlier comparison.
  ///
  /// @throws IllegalArgumentException if something else is there
  void require() throws IOException {
    for (Path above = target; above != null; above = above.getParent()) {
      if (Files.exists(above) && !Files.isDirectory(above)) {
        throw new IllegalArgumentException("--out must be a folder, was the file " + above);
      }
    }
    Places.requireRoomFor("--out", target);
    requireOurs(target);
    requireOurs(unfinished);
  }

  private static void requireOurs(Path root) throws IOException {
    for (Path file : files(root)) {
      String name = root.relativize(file).toString().replace('\\', '/');
      String whole = Files.isDirectory(file) ? name + "/" : name;
      if (!file.equals(root) && !OURS.matcher(whole).matches()) {
        throw new IllegalArgumentException(
            "--out must be a new folder or one with an earlier comparison, held " + file);
      }
    }
  }

  /// Where the tables of a run go.
  Path ofRun(int number) throws IOException {
    Path folder = unfinished.resolve("runs").resolve(String.format(Locale.ROOT, "%04d", number));
    return Files.createDirectories(folder);
  }

  /// Starts anew, after whatever an earlier attempt left.
  void begin() throws IOException {
    delete(unfinished);
    Files.createDirectories(unfinished);
  }

  /// Writes the comparison and moves all into place.
  void finish(Comparison comparison) throws IOException {
    Files.writeString(unfinished.resolve("result.json"), Json.text(comparison.json()) + "\n");
    Files.writeString(unfinished.resolve("runs.csv"), text(CompareTables.runs(comparison)));
    Files.writeString(unfinished.resolve("pairs.csv"), text(CompareTables.pairs(comparison)));
    delete(target);
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /// Leaves nothing that is half written.
  @Override
  public void close() throws IOException {
    delete(unfinished);
  }

  /// The folder as it was asked for.
  @Override
  public String toString() {
    return shown.toString();
  }

  private static void delete(Path root) throws IOException {
    requireOurs(root);
    for (Path file : files(root).reversed()) {
      Files.delete(file);
    }
  }

  /// A folder and all that is in it, folders before what they hold.
  private static List<Path> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
