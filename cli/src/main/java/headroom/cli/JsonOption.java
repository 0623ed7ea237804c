package headroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--json`.
final class JsonOption {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--json",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = STANDARD_OUTPUT,
      description = {
        "the result as JSON to a file, beside the table;",
        "alone or with -: to standard output, instead of the table"
      })
  private @Nullable String target;

  JsonOption() {}

  /// Refuses a file that cannot be written, before the work is done.
  ///
  /// @throws IllegalArgumentException if it is a folder, or is where nothing can be written
  void requirePlace() {
    if (target == null || isStandardOutput(target)) {
      return;
    }
    Path file = Path.of(target);
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("--json must be a file, was the folder " + file);
    }
    boolean isDevice = Files.exists(file) && !Files.isRegularFile(file);
    if (!isDevice) {
      Places.requireRoomFor("--json", file);
    }
  }

  /// Writes a result where it was asked for.
  ///
  /// @param result made only if somebody asked
  /// @return whether standard output is taken by it, so that nothing else may go there
  boolean write(Supplier<Object> result, PrintWriter out) throws IOException {
    if (target == null) {
      return false;
    }
    if (isStandardOutput(target)) {
      out.println(Json.text(result.get()));
      return true;
    }
    Json.write(result.get(), Path.of(target));
    return false;
  }

  private static boolean isStandardOutput(String target) {
    return target.isEmpty() || target.equals(STANDARD_OUTPUT);
  }
}
