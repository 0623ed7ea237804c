package headroom.sim.compare;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Draws other histories that the same days might have made: blocks of days of random length from
/// random places, one after the other until there are as many days as before; after the last day
/// comes the first.
///
/// Politis, Romano (1994), *The stationary bootstrap*.
final class StationaryBootstrap {
  private StationaryBootstrap() {}

  /// The sums of drawn histories, sorted.
  ///
  /// @param values one for each day, in the order of time; at least one
  /// @param meanLength the mean length of the blocks, in days, at least 1; lengths are geometric
  /// @param resamples how many histories to draw
  static double[] sums(double[] values, double meanLength, int resamples, SplittableRandom chance) {
    int n = values.length;
    double ends = 1 / meanLength;
    double[] sums = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      int day = chance.nextInt(n);
      double sum = values[day];
      for (int drawn = 1; drawn < n; drawn++) {
        day = chance.nextDouble() < ends ? chance.nextInt(n) : (day + 1) % n;
        sum += values[day];
      }
      sums[i] = sum;
    }
    Arrays.sort(sums);
    return sums;
  }
}
