package headroom.data.bars;

import java.nio.file.Path;
import java.util.List;

/// What to load.
///
/// @param folder holds `crypto/` and `stocks/`
/// @param symbols names and globs, with the class as a folder if wanted: `AAPL`, `BTC/USD`,
///   `BTCUSDT`, `crypto/*`; empty for all
/// @param stockHours which bars of stocks are kept
/// @param progress hears of every file read
public record LoadRequest(
    Path folder, List<String> symbols, StockHours stockHours, LoadProgress progress) {

  public LoadRequest {
    symbols = List.copyOf(symbols);
  }

  /// Everything in a folder, stocks in core sessions only.
  public static LoadRequest of(Path folder) {
    return new LoadRequest(folder, List.of(), StockHours.CORE, LoadProgress.NONE);
  }

  public LoadRequest withSymbols(List<String> symbols) {
    return new LoadRequest(folder, symbols, stockHours, progress);
  }

  public LoadRequest with(StockHours stockHours) {
    return new LoadRequest(folder, symbols, stockHours, progress);
  }

  /// The same with all bars of the files that are read, whenever they begin; or with those in core
  /// sessions.
  public LoadRequest withExtendedHours(boolean extendedHours) {
    return with(extendedHours ? StockHours.ALL : StockHours.CORE);
  }

  public LoadRequest withProgress(LoadProgress progress) {
    return new LoadRequest(folder, symbols, stockHours, progress);
  }
}
