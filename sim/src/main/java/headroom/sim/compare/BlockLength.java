package headroom.sim.compare;

import java.util.Arrays;

/// How many days belong together, because what happens on one of them is felt on the next: the mean
/// length of the blocks of a stationary bootstrap.
///
/// Chosen from the data so that the variance of the mean is estimated best: Politis, White (2004),
/// *Automatic block-length selection for the dependent bootstrap*, with the corrected constant of
/// Patton, Politis, White (2009). On some weeks of days that choice often sees no dependence where
/// there is some; so it is never below n^⅓, the order that is best for unknown dependence (Hall,
/// Horowitz, Jing 1995, *On blocking rules for the bootstrap with dependent data*).
///
/// Blocks are half as long again as that. What is best for a variance is too short for an interval:
/// blocks that are too short make it too narrow, while for blocks that are too long the interval is
/// widened. The factor is ours; how often the intervals hold the truth is in `IntervalTest`.
final class BlockLength {
  /// Autocorrelations within this many standard errors are taken for nothing; 2 is the authors'.
  private static final double SIGNIFICANT = 2;

  /// At least so many autocorrelations in a row must be nothing; 5 is the authors'.
  private static final int LEAST_RUN = 5;

  /// How much longer than is best for a variance.
  private static final double FOR_INTERVALS = 1.5;

  private BlockLength() {}

  /// The length for some values.
  ///
  /// @param values in the order of time
  /// @return from 1.5 · n^⅓ to the lesser of 3√n and n/3; 1 if all values are the same, or there
  ///   are fewer than three
  static double of(double[] values) {
    int n = values.length;
    double[] covariances = autocovariances(values);
    if (n < 3 || Arrays.stream(values).allMatch(value -> value == values[0])) {
      return 1;
    }
    int bandwidth = Math.min(2 * Math.max(1, lastSignificant(covariances, n)), mostLags(n));
    double spectrum = covariances[0];
    double slope = 0;
    for (int lag = 1; lag <= Math.min(bandwidth, n - 1); lag++) {
      double weight = flatTop((double) lag / bandwidth);
      spectrum += 2 * weight * covariances[lag];
      slope += 2 * weight * lag * covariances[lag];
    }
    double most = Math.max(1, Math.min(3 * Math.sqrt(n), n / 3.0));
    if (!(spectrum > 0)) {
      return most;
    }
    double ratio = slope / spectrum;
    double best = Math.max(StrictMath.cbrt(ratio * ratio * n), StrictMath.cbrt(n));
    return Math.min(FOR_INTERVALS * best, most);
  }

  /// After which lag there is a run of autocorrelations that are nothing.
  private static int lastSignificant(double[] covariances, int n) {
    int run = Math.max(LEAST_RUN, (int) Math.ceil(Math.sqrt(StrictMath.log10(n))));
    double bound = SIGNIFICANT * Math.sqrt(StrictMath.log10(n) / n);
    int last = 0;
    for (int lag = 1; lag <= Math.min(mostLags(n), n - 1) && lag - last <= run; lag++) {
      if (Math.abs(covariances[lag]) / covariances[0] >= bound) {
        last = lag;
      }
    }
    return last;
  }

  private static int mostLags(int n) {
    int run = Math.max(LEAST_RUN, (int) Math.ceil(Math.sqrt(StrictMath.log10(n))));
    return (int) Math.ceil(Math.sqrt(n)) + run;
  }

  /// The window of Politis, Romano (1995): 1 up to a half, then down to 0.
  private static double flatTop(double share) {
    return share <= 0.5 ? 1 : 2 * (1 - share);
  }

  /// By lag, each with the divisor n.
  private static double[] autocovariances(double[] values) {
    int n = values.length;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double[] covariances = new double[n];
    for (int lag = 0; lag < n; lag++) {
      double sum = 0;
      for (int i = lag; i < n; i++) {
        sum += (values[i] - mean) * (values[i - lag] - mean);
      }
      covariances[lag] = sum / n;
    }
    return covariances;
  }
}
