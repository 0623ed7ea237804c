package headroom.sim.compare;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one run made more than another over the same days, and how sure that is.
///
/// @param days how many days both runs have
/// @param differingDays on how many of them they did not make the same
/// @param netPnl the exact difference
/// @param interval how sure it is; null if there are too few days
public record Difference(
    int days, int differingDays, Money netPnl, @Nullable Interval interval, Verdict verdict) {
  /// Fewer days than these say nothing: four weeks of the exchange.
  public static final int LEAST_DAYS = 20;

  /// If the runs differ on fewer days than these, all in favour of one of them, chance would do
  /// that in more than 5 of 100 cases: 2 · 2⁻⁵ = 6.25 %, 2 · 2⁻⁶ = 3.1 %.
  public static final int LEAST_DIFFERING_DAYS = 6;

  /// Compares a run with its baseline.
  ///
  /// @throws IllegalArgumentException if the two are not of the same days
  public static Difference of(DailyChanges run, DailyChanges baseline, Bootstrap bootstrap) {
    List<Money> differences = run.lessThoseOf(baseline);
    Money netPnl = differences.stream().reduce(Money.ZERO, Money::plus);
    int differing = (int) differences.stream().filter(one -> one.raw() != 0).count();
    int days = differences.size();
    if (days < LEAST_DAYS) {
      return new Difference(days, differing, netPnl, null, Verdict.TOO_FEW_DAYS);
    }
    double[] dollars =
        differences.stream().mapToDouble(one -> (double) one.raw() / Fixed.ONE).toArray();
    Interval interval = Interval.of(dollars, bootstrap);
    return new Difference(days, differing, netPnl, interval, verdict(interval, differing));
  }

  private static Verdict verdict(Interval interval, int differing) {
    if (differing < LEAST_DIFFERING_DAYS || interval.holds(0)) {
      return Verdict.NO_EVIDENCE;
    }
    return interval.low() > 0 ? Verdict.BETTER : Verdict.WORSE;
  }
}
