package headroom.sim.path;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Extremes of any stretch against a loop over its bars.
class MinMaxIndexTest {
  private static final int[] LENGTHS = {
    0, 1, 2, 15, 16, 17, 255, 256, 257, 271, 4_096, 4_097, 5_000
  };

  private static Bars bars(int length, SplittableRandom random) {
    long[] startNs = new long[length];
    long[] low = new long[length];
    long[] high = new long[length];
    for (int i = 0; i < length; i++) {
      startNs[i] = 60L * i;
      low[i] = 1 + random.nextLong(1_000_000);
      high[i] = low[i] + random.nextLong(1_000_000);
    }
    return new Bars(
        Instrument.crypto("X/USD", 1), 60, startNs, low, high, low, high, new long[length]);
  }

  private static void compare(Bars bars, MinMaxIndex index, int from, int to) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      low = Math.min(low, bars.lowRaw(i));
      high = Math.max(high, bars.highRaw(i));
    }
    assertThat(index.lowRaw(from, to)).as("%s to %s of %s", from, to, bars.length()).isEqualTo(low);
    assertThat(index.highRaw(from, to))
        .as("%s to %s of %s", from, to, bars.length())
        .isEqualTo(high);
  }

  @Test
  void findsWhatALoopFinds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 60; round++) {
      int length = round < LENGTHS.length ? LENGTHS[round] : random.nextInt(5_001);
      Bars bars = bars(length, random);
      MinMaxIndex index = new MinMaxIndex(bars);
      compare(bars, index, 0, length);
      for (int n = 0; n < 400; n++) {
        int from = random.nextInt(length + 1);
        int most = random.nextBoolean() ? length - from : Math.min(40, length - from);
        compare(bars, index, from, from + random.nextInt(most + 1));
      }
    }
  }

  @Test
  void findsWhatALoopFindsInEveryStretchAroundTheEdgesOfBlocks() {
    SplittableRandom random = new SplittableRandom(2);
    Bars bars = bars(300, random);
    MinMaxIndex index = new MinMaxIndex(bars);
    for (int from = 0; from <= 300; from++) {
      for (int to = from; to <= 300; to++) {
        compare(bars, index, from, to);
      }
    }
  }
}
