package headroom.sim.check;

import java.util.List;

/// Numbers of runs that are independent of each other, and how far their mean is from nothing.
///
/// @param mean their mean
/// @param stdError its standard error, with n − 1; 0 for fewer than two
/// @param others how many of them are not 0
public record Sample(int count, double mean, double stdError, int others) {
  /// A mean this many standard errors from 0 is no noise: 1 of 370 means of pure noise is.
  public static final double NOISE = 3;

  public static Sample of(List<Double> values) {
    int n = values.size();
    double sum = 0;
    int others = 0;
    for (double value : values) {
      sum += value;
      others += value == 0 ? 0 : 1;
    }
    double mean = n == 0 ? 0 : sum / n;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Sample(n, mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n), others);
  }

  /// The mean in standard errors; 0 if all values are 0.
  public double score() {
    if (mean == 0) {
      return 0;
    }
    return stdError == 0 ? Math.copySign(Double.MAX_VALUE, mean) : mean / stdError;
  }
}
