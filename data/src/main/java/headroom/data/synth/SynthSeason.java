package headroom.data.synth;

import headroom.core.market.AssetClass;

/// How lively a market is by the time of day and week, as a factor of its volatility whose mean
/// square over a weekday is 1.
final class SynthSeason {

  private static final long HOUR_NS = 3600 * SynthClock.SECOND_NS;
  private static final long DAYS_A_WEEK = 7;

  /// The first day of 1970 was a Thursday; counted from a Monday it is day 3.
  private static final long FIRST_WEEKDAY = 3;

  private static final long SATURDAY = 5;

  /// A session is twice as lively at its ends as in its middle: u(x) = c·(1 + (2x − 1)²). The mean
  /// of (1 + y²)² over y from −1 to 1 is 1 + 2/3 + 1/5.
  private static final double SESSION_SCALE = 1 / Math.sqrt(1 + 2.0 / 3 + 1.0 / 5);

  /// From 13 to 21 UTC, when America is awake, a coin is half as lively again as at other hours.
  private static final long BUSY_FROM_NS = 13 * HOUR_NS;

  private static final long BUSY_TO_NS = 21 * HOUR_NS;
  private static final double BUSY = 1.5;
  private static final double QUIET_SCALE = 1 / Math.sqrt((8 * BUSY * BUSY + 16) / 24);

  private final SynthTruth truth;

  SynthSeason(SynthTruth truth) {
    this.truth = truth;
  }

  /// The factor of a bar.
  ///
  /// @param openNs when the session of a stock opens
  /// @param closeNs when it closes
  /// @param timeNs the middle of the bar
  double factor(long openNs, long closeNs, long timeNs) {
    if (truth.assetClass() == AssetClass.STOCK) {
      double y = 2.0 * (timeNs - openNs) / (closeNs - openNs) - 1;
      return SESSION_SCALE * (1 + y * y);
    }
    long ofDay = Math.floorMod(timeNs, SynthClock.DAY_NS);
    double hour = ofDay >= BUSY_FROM_NS && ofDay < BUSY_TO_NS ? BUSY : 1;
    return QUIET_SCALE * hour * (isWeekend(timeNs) ? truth.weekendFactor() : 1);
  }

  private static boolean isWeekend(long timeNs) {
    long day = Math.floorDiv(timeNs, SynthClock.DAY_NS);
    return Math.floorMod(day + FIRST_WEEKDAY, DAYS_A_WEEK) >= SATURDAY;
  }
}
