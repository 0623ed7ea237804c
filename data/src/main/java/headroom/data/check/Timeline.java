package headroom.data.check;

import headroom.core.market.Bars;
import java.util.List;

/// Which way each series went in each bar, on one grid of time, so that series can be compared.
///
/// Immutable.
final class Timeline {

  private final long firstNs;
  private final long stepNs;
  private final byte[][] ways;

  /// @param series of the same step
  Timeline(List<Bars> series) {
    stepNs = series.getFirst().stepNs();
    long earliestNs = series.stream().mapToLong(bars -> bars.startNs(0)).min().orElseThrow();
    long latestNs =
        series.stream().mapToLong(bars -> bars.startNs(bars.length() - 1)).max().orElseThrow();
    firstNs = earliestNs;
    int slots = Math.toIntExact((latestNs - earliestNs) / stepNs + 1);
    ways = new byte[series.size()][];
    for (int one = 0; one < ways.length; one++) {
      ways[one] = ways(series.get(one), slots);
    }
  }

  private byte[] ways(Bars bars, int slots) {
    byte[] ways = new byte[slots];
    for (int bar = 0; bar < bars.length(); bar++) {
      int slot = (int) ((bars.startNs(bar) - firstNs) / stepNs);
      ways[slot] = (byte) Long.compare(bars.closeRaw(bar), bars.openRaw(bar));
    }
    return ways;
  }

  int slots() {
    return ways[0].length;
  }

  /// 1 where a series rose, -1 where it fell, 0 where it did neither or has no bar.
  byte[] waysOf(int one) {
    return ways[one];
  }

  /// Which way most of some series went; 0 where they are even.
  ///
  /// @param but a series that does not count; -1 if all do
  byte[] waysOfMost(int[] which, int but) {
    int[] sums = new int[slots()];
    for (int one : which) {
      if (one != but) {
        for (int slot = 0; slot < sums.length; slot++) {
          sums[slot] += ways[one][slot];
        }
      }
    }
    byte[] most = new byte[sums.length];
    for (int slot = 0; slot < sums.length; slot++) {
      most[slot] = (byte) Integer.signum(sums[slot]);
    }
    return most;
  }
}
