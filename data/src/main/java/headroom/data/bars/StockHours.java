package headroom.data.bars;

import java.nio.file.Files;
import java.nio.file.Path;

/// Which bars of stocks are kept, by when they begin.
public enum StockHours {
  /// Those in core sessions.
  CORE,
  /// Also those before and after them, from 04:00 to 20:00 New York, on early closes to 17:00. Bars
  /// in `stocks-extended/` are joined to those in `stocks/`.
  EXTENDED,
  /// All.
  ALL;

  /// Bars of stocks with those before and after the core session.
  static final String FOLDER = "stocks-extended";

  /// What a data folder is looked at for: with [#EXTENDED] if it has a folder of such bars.
  public static StockHours of(Path folder) {
    return Files.isDirectory(folder.resolve(FOLDER)) ? EXTENDED : CORE;
  }
}
