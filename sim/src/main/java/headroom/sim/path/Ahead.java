package headroom.sim.path;

import java.util.Arrays;

/// What lies ahead of the present place on a path, without going there.
///
/// Not thread safe; owned by its track.
public final class Ahead {
  private static final int KNOTS = Track.KNOTS;

  private final Track track;

  Ahead(Track track) {
    this.track = track;
  }

  /// The last knot in `(now, toNs]`; `Long.MIN_VALUE` if there is none.
  public long lastKnotNs(long toNs) {
    int last = lastBar(toNs);
    if (track.isOver() || last < track.bar) {
      return Long.MIN_VALUE;
    }
    long start = track.bars.startNs(last);
    long length = track.lengthNs(start);
    long found = start;
    found = start + length / 3 <= toNs ? start + length / 3 : found;
    found = start + 2 * length / 3 <= toNs ? start + 2 * length / 3 : found;
    found = start + length - 1 <= toNs ? start + length - 1 : found;
    return found > track.nowNs ? found : Long.MIN_VALUE;
  }

  /// The last bar that starts by a time, not before the one before the present; mostly bars follow
  /// each other without a gap.
  private int lastBar(long toNs) {
    if (track.bar >= track.count || toNs < track.bars.startNs(track.bar)) {
      return track.bar - 1;
    }
    long steps = (toNs - track.bars.startNs(track.bar)) / track.bars.stepNs();
    int last = (int) Math.min(track.count - 1L, track.bar + steps);
    if (track.bars.startNs(last) <= toNs) {
      return last;
    }
    return track.bars.firstFrom(toNs + 1) - 1;
  }

  /// The lowest price in `(now, toNs]`, exactly if `toNs` is a knot or in no bar, otherwise perhaps
  /// a lower one of the line that it is on; `Long.MAX_VALUE` if there is none.
  public long lowestRaw(long toNs) {
    int last = lastBar(toNs);
    long low = Long.MAX_VALUE;
    int first = track.bar;
    if (track.hasPath()) {
      for (int knot = track.segment; knot < KNOTS - 1 && track.knotNs[knot] < toNs; knot++) {
        low = track.knotNs[knot + 1] > track.nowNs ? Math.min(low, track.knotRaw[knot + 1]) : low;
      }
      first = track.bar + 1;
    }
    if (last < first) {
      return low;
    }
    low = Math.min(low, track.index.lowRaw(first, last));
    return Math.min(low, extremeRaw(last, toNs, true));
  }

  /// The highest price in `(now, toNs]`, likewise; `Long.MIN_VALUE` if there is none.
  public long highestRaw(long toNs) {
    int last = lastBar(toNs);
    long high = Long.MIN_VALUE;
    int first = track.bar;
    if (track.hasPath()) {
      for (int knot = track.segment; knot < KNOTS - 1 && track.knotNs[knot] < toNs; knot++) {
        high =
            track.knotNs[knot + 1] > track.nowNs ? Math.max(high, track.knotRaw[knot + 1]) : high;
      }
      first = track.bar + 1;
    }
    if (last < first) {
      return high;
    }
    high = Math.max(high, track.index.highRaw(first, last));
    return Math.max(high, extremeRaw(last, toNs, false));
  }

  /// The lowest or highest price of a bar up to a time, or to the end of the line it is on then.
  private long extremeRaw(int one, long toNs, boolean lowest) {
    long start = track.bars.startNs(one);
    if (toNs == start) {
      return track.bars.openRaw(one);
    }
    boolean isOnFirstLine =
        toNs <= start + track.bars.stepNs() / 3 && toNs <= start + track.lengthNs(start) / 3;
    boolean comesSecond = track.model.isHighFirst(track.bars, one) == lowest;
    if (isOnFirstLine && comesSecond) {
      return track.bars.openRaw(one);
    }
    return lowest ? track.bars.lowRaw(one) : track.bars.highRaw(one);
  }

  /// The lowest price of the knots in `(now, toNs]`; `Long.MAX_VALUE` if there is none.
  public long lowestKnotRaw(long toNs) {
    int first = track.hasPath() ? track.bar + 1 : track.bar;
    int last = lastBar(toNs);
    long low = Long.MAX_VALUE;
    for (int knot = track.segment + 1; track.hasPath() && knot < KNOTS; knot++) {
      boolean passes = track.knotNs[knot] > track.nowNs && track.knotNs[knot] <= toNs;
      low = passes ? Math.min(low, track.knotRaw[knot]) : low;
    }
    if (last < first) {
      return low;
    }
    low = Math.min(low, track.index.lowRaw(first, last));
    for (long priceRaw : knotsRaw(last, toNs)) {
      low = Math.min(low, priceRaw);
    }
    return low;
  }

  /// The highest price of the knots in `(now, toNs]`; `Long.MIN_VALUE` if there is none.
  public long highestKnotRaw(long toNs) {
    int first = track.hasPath() ? track.bar + 1 : track.bar;
    int last = lastBar(toNs);
    long high = Long.MIN_VALUE;
    for (int knot = track.segment + 1; track.hasPath() && knot < KNOTS; knot++) {
      boolean passes = track.knotNs[knot] > track.nowNs && track.knotNs[knot] <= toNs;
      high = passes ? Math.max(high, track.knotRaw[knot]) : high;
    }
    if (last < first) {
      return high;
    }
    high = Math.max(high, track.index.highRaw(first, last));
    for (long priceRaw : knotsRaw(last, toNs)) {
      high = Math.max(high, priceRaw);
    }
    return high;
  }

  /// The prices of a bar's knots up to a time.
  private long[] knotsRaw(int one, long toNs) {
    long start = track.bars.startNs(one);
    long length = track.lengthNs(start);
    boolean highFirst = track.model.isHighFirst(track.bars, one);
    long[] prices = {
      track.bars.openRaw(one),
      highFirst ? track.bars.highRaw(one) : track.bars.lowRaw(one),
      highFirst ? track.bars.lowRaw(one) : track.bars.highRaw(one),
      track.bars.closeRaw(one)
    };
    long[] times = {start, start + length / 3, start + 2 * length / 3, start + length - 1};
    int passed = 0;
    while (passed < KNOTS && times[passed] <= toNs) {
      passed++;
    }
    return Arrays.copyOf(prices, passed);
  }

  /// The knots after `K` of the bar that it lies in, ascending: up to three, the last one being the
  /// end of the bar. `K` must be the next knot.
  ///
  /// @param into takes them
  /// @return how many there are
  public int knotsAfterNext(long[] into) {
    int found = 0;
    if (!track.isOver() && track.nowNs < track.knotNs[KNOTS - 1]) {
      int next = track.nowNs < track.knotNs[0] ? 0 : track.segment + 1;
      for (int knot = next + 1; knot < KNOTS; knot++) {
        into[found] = track.knotNs[knot];
        found++;
      }
      if (found == 0) {
        into[found] = track.knotNs[KNOTS - 1];
        found++;
      }
    } else if (track.bar + 1 < track.count) {
      long start = track.bars.startNs(track.bar + 1);
      long length = track.lengthNs(start);
      into[0] = start + length / 3;
      into[1] = start + 2 * length / 3;
      into[2] = start + length - 1;
      found = 3;
    }
    return found;
  }

  /// The first knot in `(now, toNs]` at which the price is `priceRaw`; `toNs` if it is at none.
  public long knotAtNs(long priceRaw, long toNs) {
    if (track.hasPath()) {
      for (int knot = 0; knot < KNOTS; knot++) {
        if (track.knotNs[knot] > track.nowNs
            && track.knotNs[knot] <= toNs
            && track.knotRaw[knot] == priceRaw) {
          return track.knotNs[knot];
        }
      }
    }
    for (int next = track.hasPath() ? track.bar + 1 : track.bar; next <= lastBar(toNs); next++) {
      if (track.bars.lowRaw(next) <= priceRaw && priceRaw <= track.bars.highRaw(next)) {
        long start = track.bars.startNs(next);
        long length = track.lengthNs(start);
        boolean highFirst = track.model.isHighFirst(track.bars, next);
        if (track.bars.openRaw(next) == priceRaw) {
          return start;
        }
        if ((highFirst ? track.bars.highRaw(next) : track.bars.lowRaw(next)) == priceRaw) {
          return start + length / 3;
        }
        if ((highFirst ? track.bars.lowRaw(next) : track.bars.highRaw(next)) == priceRaw) {
          return start + 2 * length / 3;
        }
      }
    }
    return toNs;
  }
}
