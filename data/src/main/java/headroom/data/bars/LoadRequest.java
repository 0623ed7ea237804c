package headroom.data.bars;

import java.nio.file.Path;
import java.util.List;

/// What to load.
///
/// @param folder holds `crypto/` and `stocks/`
/// @param symbols names and globs, with the class as a folder if wanted: `AAPL`, `BTC/USD`,
///   `BTCUSDT`, `crypto/*`; empty for all
/// @param extendedHours whether stock bars outside the core session are kept
/// @param progress hears of every file read
public record LoadRequest(
    Path folder, List<String> symbols, boolean extendedHours, LoadProgress progress) {

  public LoadRequest {
    symbols = List.copyOf(symbols);
  }

  /// Everything in a folder, stocks in core sessions only.
  public static LoadRequest of(Path folder) {
    return new LoadRequest(folder, List.of(), false, LoadProgress.NONE);
  }

  public LoadRequest withSymbols(List<String> symbols) {
    return new LoadRequest(folder, symbols, extendedHours, progress);
  }

  public LoadRequest withExtendedHours(boolean extendedHours) {
    return new LoadRequest(folder, symbols, extendedHours, progress);
  }

  public LoadRequest withProgress(LoadProgress progress) {
    return new LoadRequest(folder, symbols, extendedHours, progress);
  }
}
