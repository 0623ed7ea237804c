package headroom.sim.report;

import java.util.List;
import org.hipparchus.special.Erf;
import org.jspecify.annotations.Nullable;

/// What daily returns say of a run, and how little.
///
/// @param count how many there are
/// @param mean their mean
/// @param deviation their standard deviation, with n − 1; 0 for fewer than two
/// @param skewness their third standardised moment
/// @param kurtosis their fourth; 3 for a normal distribution
/// @param perYear how many of them make a year
record DailyReturns(
    int count, double mean, double deviation, double skewness, double kurtosis, double perYear) {

  static DailyReturns of(List<Double> returns, double perYear) {
    int n = returns.size();
    double mean = n == 0 ? 0 : sum(returns, 0, 1) / n;
    double second = sum(returns, mean, 2);
    double deviation = n < 2 ? 0 : Math.sqrt(second / (n - 1));
    double spread = n == 0 ? 0 : Math.sqrt(second / n);
    double skewness = spread == 0 ? 0 : sum(returns, mean, 3) / n / Math.pow(spread, 3);
    double kurtosis = spread == 0 ? 3 : sum(returns, mean, 4) / n / Math.pow(spread, 4);
    return new DailyReturns(n, mean, deviation, skewness, kurtosis, perYear);
  }

  private static double sum(List<Double> values, double center, int power) {
    double sum = 0;
    for (double value : values) {
      double term = 1;
      for (int i = 0; i < power; i++) {
        term *= value - center;
      }
      sum += term;
    }
    return sum;
  }

  private boolean saysNothing() {
    return count < 2 || deviation == 0;
  }

  /// The Sharpe ratio of a year; null if there is too little to say.
  @Nullable Double sharpe() {
    return saysNothing() ? null : mean / deviation * Math.sqrt(perYear);
  }

  /// Its standard error: that which the probabilistic Sharpe ratio uses (Bailey, López de Prado
  /// 2014), for a year.
  @Nullable Double sharpeStdError() {
    return saysNothing() ? null : stdError() * Math.sqrt(perYear);
  }

  private double stdError() {
    double ratio = mean / deviation;
    double variance = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
    return Math.sqrt(Math.max(variance, 0) / (count - 1));
  }

  /// The probability that the true Sharpe ratio is above 0.
  @Nullable Double probabilisticSharpe() {
    if (saysNothing() || stdError() == 0) {
      return null;
    }
    double z = mean / deviation / stdError();
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }
}
