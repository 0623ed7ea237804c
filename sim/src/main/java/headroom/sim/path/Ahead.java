package headroom.sim.path;

import headroom.core.market.Bars;
import java.util.Arrays;

/// What lies ahead of the present place on a path, without going there.
///
/// Not thread safe; owned by its track.
public final class Ahead {
  private static final int KNOTS = Track.KNOTS;

  private final Track track;
  private long lowestRaw;
  private long highestRaw;

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
    // The first knot is the start of the present bar.
    long startNs = track.knotNs[0];
    if (track.bar >= track.count || toNs < startNs) {
      return track.bar - 1;
    }
    long steps = (toNs - startNs) / track.bars.stepNs();
    if (steps == 0) {
      return track.bar;
    }
    int last = (int) Math.min(track.count - 1L, track.bar + steps);
    if (track.bars.startNs(last) <= toNs) {
      return last;
    }
    return track.bars.firstFrom(toNs + 1) - 1;
  }

  /// Finds the bounds of the price in `(now, toNs]`: exactly if `toNs` is a knot or in no bar,
  /// otherwise perhaps wider, those of the line that it is on.
  ///
  /// @return whether there is a price; if so, the bounds are [#lowestRaw] and [#highestRaw]
  public boolean look(long toNs) {
    int first = restOfPresentBar(toNs);
    int last = lastBar(toNs);
    if (last >= first) {
      whole(first, last);
      upTo(last, toNs);
    }
    return lowestRaw <= highestRaw;
  }

  /// The same for the prices of the knots alone.
  public boolean lookAtKnots(long toNs) {
    lowestRaw = Long.MAX_VALUE;
    highestRaw = Long.MIN_VALUE;
    int first = track.bar;
    if (track.hasPath()) {
      for (int knot = track.segment + 1; knot < KNOTS && track.knotNs[knot] <= toNs; knot++) {
        if (track.knotNs[knot] > track.nowNs) {
          widen(track.knotRaw[knot], track.knotRaw[knot]);
        }
      }
      first = track.bar + 1;
    }
    int last = lastBar(toNs);
    if (last >= first) {
      whole(first, last);
      for (long priceRaw : knotsRaw(last, toNs)) {
        widen(priceRaw, priceRaw);
      }
    }
    return lowestRaw <= highestRaw;
  }

  /// The lowest price that was found last.
  public long lowestRaw() {
    return lowestRaw;
  }

  /// The highest price that was found last.
  public long highestRaw() {
    return highestRaw;
  }

  /// The lines of the present bar that begin before a time.
  ///
  /// @return the first bar after it
  private int restOfPresentBar(long toNs) {
    lowestRaw = Long.MAX_VALUE;
    highestRaw = Long.MIN_VALUE;
    if (!track.hasPath()) {
      return track.bar;
    }
    for (int knot = track.segment; knot < KNOTS - 1 && track.knotNs[knot] < toNs; knot++) {
      if (track.knotNs[knot + 1] > track.nowNs) {
        widen(track.knotRaw[knot + 1], track.knotRaw[knot + 1]);
      }
    }
    return track.bar + 1;
  }

  /// The bars in `[first, last)`.
  private void whole(int first, int last) {
    if (last > first) {
      widen(track.index.lowRaw(first, last), track.index.highRaw(first, last));
    }
  }

  /// A bar up to a time, or to the end of the line that it is on then.
  private void upTo(int one, long toNs) {
    Bars bars = track.bars;
    long start = bars.startNs(one);
    if (toNs == start) {
      widen(bars.openRaw(one), bars.openRaw(one));
      return;
    }
    boolean isOnFirstLine =
        toNs <= start + bars.stepNs() / 3 && toNs <= start + track.lengthNs(start) / 3;
    boolean highFirst = isOnFirstLine && track.extremes.isHighFirst(bars, one);
    boolean lowFirst = isOnFirstLine && !highFirst;
    widen(
        highFirst ? bars.openRaw(one) : bars.lowRaw(one),
        lowFirst ? bars.openRaw(one) : bars.highRaw(one));
  }

  private void widen(long lowRaw, long highRaw) {
    lowestRaw = Math.min(lowestRaw, lowRaw);
    highestRaw = Math.max(highestRaw, highRaw);
  }

  /// The prices of a bar's knots up to a time.
  private long[] knotsRaw(int one, long toNs) {
    long start = track.bars.startNs(one);
    long length = track.lengthNs(start);
    boolean highFirst = track.extremes.isHighFirst(track.bars, one);
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
        boolean highFirst = track.extremes.isHighFirst(track.bars, next);
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
