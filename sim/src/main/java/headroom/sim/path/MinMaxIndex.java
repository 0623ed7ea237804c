package headroom.sim.path;

import headroom.core.market.Bars;
import java.util.ArrayList;
import java.util.List;

/// The lowest low and the highest high of any stretch of bars, in logarithmic time.
///
/// Over the bars lie levels of blocks, each of sixteen blocks of the level below. A stretch is made
/// of whole blocks as high up as possible, and of single ones at its ends.
public final class MinMaxIndex {
  private static final int BLOCK = 16;

  private final Bars bars;
  private final List<long[]> lows = new ArrayList<>();
  private final List<long[]> highs = new ArrayList<>();

  public MinMaxIndex(Bars bars) {
    this.bars = bars;
    int length = bars.length();
    while (length > BLOCK) {
      int level = lows.size();
      int blocks = (length + BLOCK - 1) / BLOCK;
      long[] low = new long[blocks];
      long[] high = new long[blocks];
      for (int block = 0; block < blocks; block++) {
        low[block] = Long.MAX_VALUE;
        high[block] = Long.MIN_VALUE;
        for (int i = block * BLOCK; i < Math.min(length, (block + 1) * BLOCK); i++) {
          low[block] = Math.min(low[block], lowAt(level, i));
          high[block] = Math.max(high[block], highAt(level, i));
        }
      }
      lows.add(low);
      highs.add(high);
      length = blocks;
    }
  }

  private long lowAt(int level, int i) {
    return level == 0 ? bars.lowRaw(i) : lows.get(level - 1)[i];
  }

  private long highAt(int level, int i) {
    return level == 0 ? bars.highRaw(i) : highs.get(level - 1)[i];
  }

  /// The lowest price of the bars in `[from, to)`; `Long.MAX_VALUE` if there are none.
  public long lowRaw(int from, int to) {
    long low = Long.MAX_VALUE;
    if (to - from < BLOCK) {
      for (int i = from; i < to; i++) {
        low = Math.min(low, bars.lowRaw(i));
      }
      return low;
    }
    int level = 0;
    int first = from;
    int end = to;
    while (first < end) {
      while (first < end && (first % BLOCK != 0 || level == lows.size() || end - first < BLOCK)) {
        low = Math.min(low, lowAt(level, first));
        first++;
      }
      while (first < end && end % BLOCK != 0) {
        end--;
        low = Math.min(low, lowAt(level, end));
      }
      first /= BLOCK;
      end /= BLOCK;
      level++;
    }
    return low;
  }

  /// The highest price of the bars in `[from, to)`; `Long.MIN_VALUE` if there are none.
  public long highRaw(int from, int to) {
    long high = Long.MIN_VALUE;
    if (to - from < BLOCK) {
      for (int i = from; i < to; i++) {
        high = Math.max(high, bars.highRaw(i));
      }
      return high;
    }
    int level = 0;
    int first = from;
    int end = to;
    while (first < end) {
      while (first < end && (first % BLOCK != 0 || level == highs.size() || end - first < BLOCK)) {
        high = Math.max(high, highAt(level, first));
        first++;
      }
      while (first < end && end % BLOCK != 0) {
        end--;
        high = Math.max(high, highAt(level, end));
      }
      first /= BLOCK;
      end /= BLOCK;
      level++;
    }
    return high;
  }
}
