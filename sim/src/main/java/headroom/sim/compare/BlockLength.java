package headroom.sim.compare;

/// How many days belong together, because what happens on one of them is felt on the next: the mean
/// length of the blocks of a stationary bootstrap.
///
/// Chosen from the data so that the variance of the mean is estimated best: Politis, White (2004),
/// *Automatic block-length selection for the dependent bootstrap*, with the corrected constant of
/// Patton, Politis, White (2009). On some weeks of days that choice often sees no dependence where
/// there is some; so blocks are never shorter than n^⅓, the order that is best for unknown
/// dependence (Hall, Horowitz, Jing 1995, *On blocking rules for the bootstrap with dependent
/// data*).
final class BlockLength {
  /// Autocorrelations within this many standard errors are taken for nothing; 2 is the authors'.
  private static final double SIGNIFICANT = 2;

  /// At least so many autocorrelations in a row must be nothing; 5 is the authors'.
  private static final int LEAST_RUN = 5;

  private BlockLength() {}

  /// The length for some values.
  ///
  /// @param values in the order of time
  /// @return from n^⅓ to the lesser of 3√n and n/3, rounded up; 1 if all values are the same
  static double of(double[] values) {
    int n = values.length;
    double[] covariances = autocovariances(values);
    if (n < 3 || !(covariances[0] > 0)) {
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
    double least = Math.max(1, StrictMath.cbrt(n));
    double most = Math.max(least, Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0)));
    if (!(spectrum > 0)) {
      return most;
    }
    double ratio = slope / spectrum;
    return Math.clamp(StrictMath.cbrt(ratio * ratio * n), least, most);
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
