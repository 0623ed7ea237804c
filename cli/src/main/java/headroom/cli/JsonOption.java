package headroom.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--json`.
final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = Json.STANDARD_OUTPUT,
      description = "the result as JSON, to a file or (-) to standard output")
  private @Nullable String target;

  JsonOption() {}

  /// Where it goes; null if nobody asked for it.
  @Nullable String target() {
    return target;
  }
}
