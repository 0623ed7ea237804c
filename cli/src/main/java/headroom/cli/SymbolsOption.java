package headroom.cli;

import java.util.ArrayList;
import java.util.List;
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
}
