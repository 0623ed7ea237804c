package headroom.sim.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntervalTest {
  private static final int TRIALS = 1_000;

  /// Days in which a share of the day before lives on, with mean 0. An interval for 1,000 such
  /// histories holds 0 in as many as stated, with three standard errors of √(0.95 · 0.05 / 1000) =
  /// 0.7 % to either side. The more of a day lives on, the fewer: no method can tell from some
  /// weeks how much that is.
  @ParameterizedTest
  @CsvSource({
    "0.0, 20, 0.98",
    "0.0, 60, 0.95",
    "0.0, 120, 0.95",
    "0.3, 20, 0.95",
    "0.3, 60, 0.93",
    "0.3, 120, 0.935",
    "0.6, 120, 0.91",
    "-0.3, 120, 0.965",
  })
  void holdsTheTruthAboutAsOftenAsItSays(double livesOn, int days, double share) {
    int held = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Interval interval =
          Interval.of(autoregressive(livesOn, days, trial), new Bootstrap(400, trial));
      held += interval.holds(0) ? 1 : 0;
    }
    assertThat((double) held / TRIALS).isEqualTo(share, within(0.021));
  }

  private static double[] autoregressive(double livesOn, int days, long seed) {
    SplittableRandom chance = new SplittableRandom(seed * 1_000 + days);
    double[] values = new double[days];
    double before = chance.nextGaussian() / Math.sqrt(1 - livesOn * livesOn);
    for (int day = 0; day < days; day++) {
      before = livesOn * before + chance.nextGaussian();
      values[day] = before;
    }
    return values;
  }

  @Test
  void isWiderForFewBlocks() {
    // Tables: t at 97.5 % with 9 degrees of freedom 2.2622, normal 1.9600; √(10 / 9) = 1.0541.
    assertThat(Interval.widening(10)).isEqualTo(2.2622 / 1.9600 * 1.0541, within(1e-4));
    // With 2 degrees of freedom 4.3027; √(3 / 2) = 1.2247.
    assertThat(Interval.widening(3)).isEqualTo(4.3027 / 1.9600 * 1.2247, within(2e-4));
    assertThat(Interval.widening(1e6)).isEqualTo(1, within(1e-5));
  }

  @Test
  void ofPureNoiseIsThatOfStudent() {
    // Independent days: the sum of n has the standard error √n · s, and the interval t times that.
    double[] values = autoregressive(0, 400, 5);
    Interval interval = Interval.of(values, new Bootstrap(20_000, 1));
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double error = Math.sqrt(squares - sum * sum / values.length);
    assertThat((interval.low() + interval.high()) / 2).isEqualTo(sum, within(0.1 * error));
    assertThat(interval.stdError()).isEqualTo(error, within(0.12 * error));
    assertThat((interval.high() - interval.low()) / interval.stdError() / 2)
        .isEqualTo(1.96 * Interval.widening(400 / interval.blockLength()), within(0.05));
  }
}
