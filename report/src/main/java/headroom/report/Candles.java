package headroom.report;

import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import java.util.ArrayList;
import java.util.List;

/// Puts bars together until they are few enough to be sent.
final class Candles {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long[] STEPS_S = {
    60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 604_800, 2_419_200
  };

  private Candles() {}

  /// The shortest step with which a stretch of bars is at most so many candles.
  ///
  /// @return seconds
  static long stepSeconds(Bars bars, int from, int to, int most) {
    for (long step : STEPS_S) {
      if (step * SECOND_NS >= bars.stepNs() && count(bars, from, to, step, most) <= most) {
        return step;
      }
    }
    return STEPS_S[STEPS_S.length - 1];
  }

  private static int count(Bars bars, int from, int to, long step, int most) {
    int count = 0;
    long last = Long.MIN_VALUE;
    for (int bar = from; bar < to && count <= most; bar++) {
      long at = Math.floorDiv(bars.startNs(bar), step * SECOND_NS);
      count += at == last ? 0 : 1;
      last = at;
    }
    return count;
  }

  /// Start in seconds after `fromS`, open, high, low, close in dollars.
  ///
  /// @param from the first bar
  /// @param to the bar after the last
  static List<double[]> of(Bars bars, int from, int to, long step, long fromS) {
    List<double[]> candles = new ArrayList<>();
    int bar = from;
    while (bar < to) {
      long at = Math.floorDiv(bars.startNs(bar), step * SECOND_NS);
      long high = bars.highRaw(bar);
      long low = bars.lowRaw(bar);
      int next = bar;
      while (next < to && Math.floorDiv(bars.startNs(next), step * SECOND_NS) == at) {
        high = Math.max(high, bars.highRaw(next));
        low = Math.min(low, bars.lowRaw(next));
        next++;
      }
      candles.add(
          new double[] {
            at * step - fromS,
            dollars(bars.openRaw(bar)),
            dollars(high),
            dollars(low),
            dollars(bars.closeRaw(next - 1))
          });
      bar = next;
    }
    return candles;
  }

  static double dollars(long raw) {
    return Double.parseDouble(Fixed.text(raw));
  }
}
