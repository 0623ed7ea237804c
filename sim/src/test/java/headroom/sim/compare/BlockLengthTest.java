package headroom.sim.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BlockLengthTest {
  @Test
  void ofDaysThatLiveOnGrowsAsTheTheorySays() {
    // For values of which a share a lives on, the best length for a variance is (2a / (1 − a²))^⅔ ·
    // n^⅓: with a = 0.5 and n = 10,000 that is (4/3)^⅔ · 21.54 = 26.1, with a = 0.8 (40/9)^⅔ ·
    // 21.54
    // = 58.2. Half as long again: 39.2 and 87.3.
    assertThat(mean(0.5, 10_000)).isEqualTo(39.2, within(6.0));
    assertThat(mean(0.8, 10_000)).isEqualTo(87.3, within(13.0));
  }

  @Test
  void ofNoiseIsTheLeast() {
    // 1.5 · 1,000^⅓.
    assertThat(mean(0, 1_000)).isEqualTo(15, within(2.0));
  }

  private static double mean(double livesOn, int n) {
    double sum = 0;
    for (int trial = 0; trial < 20; trial++) {
      SplittableRandom chance = new SplittableRandom(trial);
      double[] values = new double[n];
      for (int i = 1; i < n; i++) {
        values[i] = livesOn * values[i - 1] + chance.nextGaussian();
      }
      sum += BlockLength.of(values) / 20;
    }
    return sum;
  }

  @Test
  void ofTheSameEveryDayIsOne() {
    double[] same = new double[50];
    Arrays.fill(same, 3);
    assertThat(BlockLength.of(same)).isEqualTo(1);
    assertThat(BlockLength.of(new double[50])).isEqualTo(1);
  }

  @Test
  void isNeverMoreThanAThirdOfTheDays() {
    // A line: every day lives on for ever.
    double[] line = new double[30];
    Arrays.setAll(line, day -> day);
    assertThat(BlockLength.of(line)).isBetween(4.6, 10.0);
  }
}
