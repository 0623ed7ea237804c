package headroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
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

  /// Writes a result where it was asked for.
  ///
  /// @param result made only if somebody asked
  /// @return whether standard output is taken by it, so that nothing else may go there
  boolean write(Supplier<Object> result, PrintWriter out) throws IOException {
    if (target == null) {
      return false;
    }
    if (target.isEmpty() || target.equals(STANDARD_OUTPUT)) {
      out.println(Json.text(result.get()));
      return true;
    }
    Json.write(result.get(), target);
    return false;
  }
}
