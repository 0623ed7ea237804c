package headroom.sim.compare;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/// Between which sums of days the true one lies in 95 of 100 cases.
///
/// The points at 2.5 % and 97.5 % of the [bootstrap][StationaryBootstrap], their distances from the
/// sum widened by t / z · √(m / (m − 1)). There m is the number of blocks, days divided by block
/// length, t the 97.5 % point of Student's distribution with m − 1 degrees of freedom and z that of
/// the normal one: without it, intervals from few blocks are too narrow (Hesterberg 2015, *What
/// teachers should know about the bootstrap*, for blocks in place of values).
///
/// @param low its lower end, in dollars
/// @param high its upper end
/// @param stdError the standard deviation of the drawn sums, in dollars
/// @param blockLength the mean length of the drawn blocks, in days
public record Interval(double low, double high, double stdError, double blockLength) {
  /// What share of intervals is to hold the truth.
  public static final double LEVEL = 0.95;

  private static final double TAIL = (1 - LEVEL) / 2;

  /// The interval for the sum of some days.
  ///
  /// @param values in the order of time, in dollars
  static Interval of(double[] values, Bootstrap bootstrap) {
    double length = BlockLength.of(values);
    double[] sums =
        StationaryBootstrap.sums(values, length, bootstrap.resamples(), bootstrap.chance());
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double wider = widening(values.length / length);
    return new Interval(
        sum - (sum - point(sums, TAIL)) * wider,
        sum + (point(sums, 1 - TAIL) - sum) * wider,
        deviation(sums),
        length);
  }

  boolean holds(double value) {
    return low <= value && value <= high;
  }

  /// How much wider the interval must be than the drawn sums are.
  ///
  /// @param blocks above 1
  static double widening(double blocks) {
    double t = new TDistribution(blocks - 1).inverseCumulativeProbability(1 - TAIL);
    double z = new NormalDistribution().inverseCumulativeProbability(1 - TAIL);
    return t / z * Math.sqrt(blocks / (blocks - 1));
  }

  /// A quantile of sorted values, type 7.
  private static double point(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double deviation(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
