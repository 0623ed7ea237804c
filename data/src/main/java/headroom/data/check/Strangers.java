package headroom.data.check;

import headroom.core.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Finds bars of one instrument in the file of another: series that share bars to the last digit,
/// and prices that go to another level between two bars and come back.
final class Strangers {

  /// One shared bar may be chance where prices have few digits.
  private static final int LEAST_SHARED = 3;

  /// One bar elsewhere is a bad print.
  private static final int LEAST_STAY = 2;

  /// Spans of time that are looked at together, so that memory does not grow with the years.
  private static final long SPAN_NS = 30L * 86_400_000_000_000L;

  /// The low bits of a key say which series.
  private static final int SERIES_BITS = 16;

  private static final long SERIES = (1L << SERIES_BITS) - 1;

  private Strangers() {}

  /// Bars that two series have in common.
  ///
  /// @param one the place of a series
  /// @param other that of another, later
  record Pair(int one, int other) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair pair) {
      int byOne = Integer.compare(one, pair.one);
      return byOne == 0 ? Integer.compare(other, pair.other) : byOne;
    }
  }

  /// A stay at another level.
  ///
  /// @param fromNs when its first bar begins
  /// @param toNs when the first bar behind it begins
  /// @param factor from the level before to that of the stay
  record Stay(long fromNs, long toNs, double factor) {}

  /// How many bars pairs of series share, of those that share more than a few.
  static SequencedMap<Pair, Integer> shared(List<Bars> series) {
    SequencedMap<Pair, Integer> shared = new TreeMap<>();
    int[] next = new int[series.size()];
    long fromNs = series.stream().mapToLong(bars -> bars.startNs(0)).min().orElseThrow();
    long[] keys = new long[1 << 12];
    boolean more = series.size() > 1 && series.size() <= SERIES;
    while (more) {
      long endNs = fromNs + SPAN_NS;
      int count = 0;
      more = false;
      for (int one = 0; one < next.length; one++) {
        Bars bars = series.get(one);
        for (; next[one] < bars.length() && bars.startNs(next[one]) < endNs; next[one]++) {
          if (BarHash.isLively(bars, next[one])) {
            keys = count == keys.length ? Arrays.copyOf(keys, count * 2) : keys;
            keys[count++] = key(bars, next[one], one);
          }
        }
        more |= next[one] < bars.length();
      }
      Arrays.parallelSort(keys, 0, count);
      count(keys, count, shared);
      fromNs = endNs;
    }
    shared.values().removeIf(bars -> bars < LEAST_SHARED);
    return shared;
  }

  private static long key(Bars bars, int bar, int one) {
    return (BarHash.mixed(BarHash.of(bars, bar) ^ bars.startNs(bar)) & ~SERIES) | one;
  }

  private static void count(long[] keys, int count, Map<Pair, Integer> shared) {
    for (int i = 1; i < count; i++) {
      for (int j = i - 1; j >= 0 && (keys[j] ^ keys[i]) >>> SERIES_BITS == 0; j--) {
        shared.merge(new Pair((int) (keys[j] & SERIES), (int) (keys[i] & SERIES)), 1, Integer::sum);
      }
    }
  }

  /// Stays that begin and end between two bars that follow each other: a market that really moves
  /// so far trades on the way.
  static List<Stay> stays(Bars bars) {
    List<Stay> stays = new ArrayList<>();
    int out = -1;
    for (int bar = 1; bar < bars.length(); bar++) {
      boolean follows = bars.startNs(bar) - bars.startNs(bar - 1) == bars.stepNs();
      if (!follows || !Jump.isJump(bars.closeRaw(bar - 1), bars.openRaw(bar))) {
        continue;
      }
      if (out > 0 && isBack(bars, out, bar)) {
        if (bar - out >= LEAST_STAY) {
          stays.add(new Stay(bars.startNs(out), bars.startNs(bar), factor(bars, out)));
        }
        out = -1;
      } else {
        out = bar;
      }
    }
    return stays;
  }

  /// Whether the price is nearer to where it came from than a jump.
  private static boolean isBack(Bars bars, int out, int bar) {
    return !Jump.isJump(bars.closeRaw(out - 1), bars.openRaw(bar));
  }

  private static double factor(Bars bars, int out) {
    return (double) bars.openRaw(out) / bars.closeRaw(out - 1);
  }
}
