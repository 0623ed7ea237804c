package headroom.report;

import java.util.List;

/// What the charts of prices show.
///
/// Times are seconds after `from`; prices are numbers of dollars.
///
/// @param from seconds since 1970 UTC
/// @param sessions when the exchange opened and closed
/// @param protectPpm protection by distance, in parts per million of the limit
/// @param symbols the instruments that have a chart
/// @param leftOut how many have none
public record Prices(
    long from, List<List<Long>> sessions, int protectPpm, List<Symbol> symbols, int leftOut) {
  public Prices {
    sessions = sessions.stream().map(List::copyOf).toList();
    symbols = List.copyOf(symbols);
  }

  /// One instrument.
  ///
  /// @param decimals how many a price has
  /// @param step how many seconds a candle covers, at least
  /// @param regularPpm the entry tolerance while the exchange is open; −1 if it depends on ranks
  /// @param closedPpm while it is closed; −1 if it depends on ranks
  /// @param candles start, open, high, low, close
  /// @param limits from, to, limit, 1 for a buy and −1 for a sale, own entry tolerance or −1
  /// @param orders from, to, limit, 1 if others were cancelled for it
  /// @param fills time, price, 1 for a buy and −1 for a sale, 1 if it opens
  /// @param steals time, limit, 1 if it took and −1 if it was taken from
  /// @param thinned which of limits, orders, fills and steals are shown: every n-th, in this order
  public record Symbol(
      String symbol,
      int decimals,
      long step,
      int regularPpm,
      int closedPpm,
      List<double[]> candles,
      List<double[]> limits,
      List<double[]> orders,
      List<double[]> fills,
      List<double[]> steals,
      List<Long> thinned) {
    public Symbol {
      candles = List.copyOf(candles);
      limits = List.copyOf(limits);
      orders = List.copyOf(orders);
      fills = List.copyOf(fills);
      steals = List.copyOf(steals);
      thinned = List.copyOf(thinned);
    }
  }
}
