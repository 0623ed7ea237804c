package headroom.sim.account;

import java.time.LocalDate;

/// Which margin rules hold, by the name that settings use.
public enum MarginRule {
  /// The new rule at all dates: four times the equity by day from 2,000 on, live.
  INTRADAY_2026("intraday-2026"),
  /// The rule that was in force on the trade date.
  BY_DATE("by-date"),
  /// The old rule at all dates: four times the excess of yesterday's close for pattern day traders
  /// with at least 25,000.
  LEGACY_PDT("legacy-pdt"),
  /// None: the multipliers of the settings alone.
  OFF("off");

  private static final DatedTable DATES = DatedTable.of("regime");

  private final String word;

  MarginRule(String word) {
    this.word = word;
  }

  /// The word used in settings.
  public String word() {
    return word;
  }

  /// The rule of a trade date; never [#BY_DATE].
  MarginRule on(LocalDate tradeDate) {
    if (this != BY_DATE) {
      return this;
    }
    String inForce = DATES.rowAt(tradeDate).getFirst();
    return inForce.equals(INTRADAY_2026.word) ? INTRADAY_2026 : LEGACY_PDT;
  }

  /// Whether power of the morning can limit stocks.
  public boolean knowsMornings() {
    return this == BY_DATE || this == LEGACY_PDT;
  }
}
