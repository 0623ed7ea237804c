package headroom.sim.account;

/// What the broker lets an account open, in billionths. All sums are at least 0.
///
/// @param equityRaw cash and the value of all positions
/// @param settledRaw the part of cash that has settled
/// @param initialRaw what opening the positions asked for: half of what can be bought on margin
/// @param byDayRaw what they ask for by day
/// @param heldRaw what open opening orders are worth
record BuyingPower(long equityRaw, long settledRaw, long initialRaw, long byDayRaw, long heldRaw) {
  /// From this equity on stocks can be bought on margin (FINRA rule 4210).
  static final long LEAST_MARGIN_RAW = 2_000_000_000_000L;

  /// From this equity on a pattern day trader has four times the excess (the old rule 4210(f)(8)).
  static final long LEAST_PATTERN_RAW = 25_000_000_000_000L;

  /// By Regulation T, for holding overnight.
  ///
  /// @param multiplier 1, 2 or 4
  long regulationTRaw(int multiplier) {
    long power = multiplier == 1 ? settledRaw : Math.min(multiplier, 2) * (equityRaw - initialRaw);
    return Math.max(0, power - heldRaw);
  }

  /// Under the rule of 2026, live.
  long intradayRaw() {
    return Math.max(0, 4 * (equityRaw - byDayRaw) - heldRaw);
  }

  /// Under the old rule: from the close of yesterday, whatever the day has brought.
  ///
  /// @param openedRaw what was opened and not closed again today, at entry
  long dayTradingRaw(long lastEquityRaw, long lastMaintenanceRaw, long openedRaw) {
    return Math.max(0, 4 * (lastEquityRaw - lastMaintenanceRaw) - openedRaw - heldRaw);
  }

  /// For what cannot be bought on margin.
  long nonMarginableRaw() {
    return Math.max(0, Math.min(settledRaw, equityRaw - initialRaw) - heldRaw);
  }
}
