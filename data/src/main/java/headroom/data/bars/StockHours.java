package headroom.data.bars;

/// Which bars of stocks are kept, by when they begin.
public enum StockHours {
  /// Those in core sessions.
  CORE,
  /// Also those before and after them, from 04:00 to 20:00 New York, on early closes to 17:00. Bars
  /// in `stocks-extended/` are joined to those in `stocks/`.
  EXTENDED,
  /// All.
  ALL
}
