package headroom.sim.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StationaryBootstrapTest {
  private static final int MANY = 100_000;

  /// The variance of the sum is known exactly: n times R(0) + 2 Σ ((1 − k/n)(1 − p)^k + k/n (1 −
  /// p)^(n − k)) R(k), with R the covariances within the data and p one block in so many days
  /// (Politis, Romano 1994, lemma 1).
  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 5, 10})
  void drawsSumsOfTheKnownVariance(double length) {
    double[] values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4};
    double[] sums = StationaryBootstrap.sums(values, length, MANY, new SplittableRandom(1));

    double mean = Arrays.stream(sums).average().orElseThrow();
    double variance = Arrays.stream(sums).map(sum -> (sum - mean) * (sum - mean)).sum() / MANY;
    double known = variance(values, 1 / length);
    // The standard error of a variance of 100,000 normal draws is √(2 / 100,000) of it, 0.45 %.
    assertThat(variance).isEqualTo(known, within(0.02 * known));
    // 97, the sum itself: every day is as likely as every other.
    assertThat(mean).isEqualTo(97, within(4 * Math.sqrt(known / MANY)));
  }

  private static double variance(double[] values, double ends) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = 0;
    for (int lag = 0; lag < n; lag++) {
      double covariance = 0;
      for (int i = lag; i < n; i++) {
        covariance += (values[i] - mean) * (values[i - lag] - mean) / n;
      }
      double weight =
          (1 - (double) lag / n) * Math.pow(1 - ends, lag)
              + (double) lag / n * Math.pow(1 - ends, n - lag);
      variance += lag == 0 ? covariance : 2 * weight * covariance;
    }
    return n * variance;
  }

  @Test
  void twoDaysGiveTheThreeSumsOfCoins() {
    // Blocks of one day: −1 or 1 twice, so −2, 0, 0, 2 of four.
    double[] sums =
        StationaryBootstrap.sums(new double[] {-1, 1}, 1, MANY, new SplittableRandom(2));
    assertThat(share(sums, -2)).isEqualTo(0.25, within(0.01));
    assertThat(share(sums, 0)).isEqualTo(0.5, within(0.01));
    assertThat(share(sums, 2)).isEqualTo(0.25, within(0.01));
  }

  @Test
  void blocksWithoutEndRepeatTheWholeHistory() {
    double[] values = IntStream.rangeClosed(1, 30).asDoubleStream().toArray();
    double[] sums = StationaryBootstrap.sums(values, 1e12, 500, new SplittableRandom(3));
    assertThat(sums).containsOnly(465);
  }

  @Test
  void sumsAreSorted() {
    double[] values = {5, -3, 8, 0, 1};
    double[] sums = StationaryBootstrap.sums(values, 2, 300, new SplittableRandom(4));
    assertThat(sums).isSorted().hasSize(300);
    assertThat(sums[299]).isGreaterThan(sums[0]);
  }

  private static double share(double[] sums, double value) {
    return Arrays.stream(sums).filter(sum -> sum == value).count() / (double) sums.length;
  }
}
