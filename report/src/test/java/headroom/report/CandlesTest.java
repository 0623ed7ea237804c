package headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.num.Fixed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Candles hold the extremes of the bars in them, and are few.
class CandlesTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  private static Bars bars(int count) {
    long[] starts = new long[count];
    long[] prices = new long[count];
    long[] highs = new long[count];
    long[] lows = new long[count];
    for (int i = 0; i < count; i++) {
      starts[i] = i * MINUTE_NS;
      prices[i] = (100 + i % 7) * Fixed.ONE;
      highs[i] = prices[i] + Fixed.ONE;
      lows[i] = prices[i] - Fixed.ONE;
    }
    return new Bars(
        Instrument.stock("AAA"), MINUTE_NS, starts, prices, highs, lows, prices, new long[count]);
  }

  @Test
  void fiveMinutesAreOneCandle() {
    List<double[]> candles = Candles.of(bars(12), 0, 12, 300, 0);
    assertThat(candles.stream().map(Arrays::toString))
        .containsExactly(
            "[0.0, 100.0, 105.0, 99.0, 104.0]",
            "[300.0, 105.0, 107.0, 99.0, 102.0]",
            "[600.0, 103.0, 105.0, 102.0, 104.0]");
  }

  @Test
  void theStepIsTheShortestThatIsFewEnough() {
    Bars bars = bars(10_000);
    assertThat(Candles.stepSeconds(bars, 0, 10_000, 20_000)).isEqualTo(60);
    assertThat(Candles.stepSeconds(bars, 0, 10_000, 2_400)).isEqualTo(300);
    assertThat(Candles.stepSeconds(bars, 0, 10_000, 400)).isEqualTo(1_800);
    assertThat(Candles.of(bars, 0, 10_000, 1_800, 0)).hasSizeLessThanOrEqualTo(400);
  }
}
