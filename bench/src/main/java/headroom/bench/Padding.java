package headroom.bench;

import headroom.core.market.Bars;
import java.util.ArrayList;
import java.util.List;

/// Markets that differ in the number of their bars and in nothing else.
///
/// A bar of five minutes becomes one of its first half minute, with the same prices and the same
/// volume. Then either nothing follows, or nine half minutes at its close in which nothing is
/// traded. The prices, and so what there is to decide, are the same in both; only the second has
/// ten times as many bars to get through.
final class Padding {
  static final int TIMES = 10;

  private Padding() {}

  /// Each bar in the first tenth of its time.
  static List<Bars> shortened(List<Bars> series) {
    return series.stream().map(bars -> tenths(bars, 1)).toList();
  }

  /// The same, with nine quiet bars after each.
  static List<Bars> padded(List<Bars> series) {
    return series.stream().map(bars -> tenths(bars, TIMES)).toList();
  }

  private static Bars tenths(Bars bars, int each) {
    int length = bars.length() * each;
    long stepNs = bars.stepNs() / TIMES;
    List<long[]> columns = new ArrayList<>();
    for (int column = 0; column < 6; column++) {
      columns.add(new long[length]);
    }
    for (int at = 0; at < length; at++) {
      int bar = at / each;
      int tenth = at % each;
      boolean quiet = tenth > 0;
      long close = bars.closeRaw(bar);
      columns.get(0)[at] = bars.startNs(bar) + tenth * stepNs;
      columns.get(1)[at] = quiet ? close : bars.openRaw(bar);
      columns.get(2)[at] = quiet ? close : bars.highRaw(bar);
      columns.get(3)[at] = quiet ? close : bars.lowRaw(bar);
      columns.get(4)[at] = close;
      columns.get(5)[at] = quiet ? 0 : bars.volumeRaw(bar);
    }
    return new Bars(
        bars.instrument(),
        stepNs,
        columns.get(0),
        columns.get(1),
        columns.get(2),
        columns.get(3),
        columns.get(4),
        columns.get(5));
  }
}
