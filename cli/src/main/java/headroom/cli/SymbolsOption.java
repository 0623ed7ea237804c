package headroom.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--symbols`.
final class SymbolsOption {
  @Option(
      names = "--symbols",
      split = ",",
      paramLabel = "NAME",
      description = "names and globs: AAPL,BTC/USD or 'crypto/*' (default: all)")
  private List<String> symbols = new ArrayList<>();

  SymbolsOption() {}

  /// What was asked for; empty for all.
  ///
  /// @throws IllegalArgumentException if a name is blank: an empty variable of a script must not
  ///   mean all
  List<String> names() {
    if (symbols.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "--symbols must be names or globs with commas between, was '%s'; leave it out for all"
              .formatted(String.join(",", symbols)));
    }
    return symbols;
  }

  /// @param data where the bars are; null if they are made up
  /// @throws IllegalArgumentException if there are names and nothing to choose from
  void requireData(@Nullable Path data) {
    if (!names().isEmpty() && data == null) {
      throw new IllegalArgumentException("--symbols must come with --data");
    }
  }
}
