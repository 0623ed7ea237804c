package headroom.sim.account;

import java.util.List;

/// What an account costs and allows.
///
/// @param datedFees whether the fees of the dated tables are charged: those of stocks once a day,
///   those of crypto out of what is received; otherwise a flat rate in money
/// @param settles whether trades in stocks settle on a later day; otherwise at once
/// @param marginRatePpm interest on a settled debit, for a year of 360 days; [#DATED] for the table
/// @param borrowRatePpm what borrowed stock costs, for a year of 360 days
/// @param regime which margin rules hold
/// @param dividends what stocks pay; without them their prices fall and nobody gets anything
public record AccountRules(
    boolean datedFees,
    boolean settles,
    int marginRatePpm,
    int borrowRatePpm,
    MarginRule regime,
    List<Dividend> dividends) {
  /// Stands for the rates of the dated table.
  public static final int DATED = -1;

  /// 6.5 %: what Alpaca's documents said in September 2026.
  public static final int MARGIN_RATE_PPM = 65_000;

  /// What a user of Alpaca has now: easy to borrow costs nothing.
  public static final AccountRules DEFAULTS =
      new AccountRules(true, true, MARGIN_RATE_PPM, 0, MarginRule.INTRADAY_2026, List.of());

  /// Flat fees in money, everything settled at once, nothing financed, no margin rules.
  public static final AccountRules PLAIN =
      new AccountRules(false, false, 0, 0, MarginRule.OFF, List.of());

  /// The same rules with what stocks pay.
  public AccountRules with(List<Dividend> paid) {
    return new AccountRules(datedFees, settles, marginRatePpm, borrowRatePpm, regime, paid);
  }

  private static final int MAX_RATE_PPM = 1_000_000;

  public AccountRules {
    dividends = List.copyOf(dividends);
    if (marginRatePpm < DATED || marginRatePpm > MAX_RATE_PPM) {
      throw new IllegalArgumentException(
          "margin-rate must be from 0 to 100 %, was " + marginRatePpm + " ppm");
    }
    if (borrowRatePpm < 0 || borrowRatePpm > MAX_RATE_PPM) {
      throw new IllegalArgumentException(
          "borrow-rate must be from 0 to 100 %, was " + borrowRatePpm + " ppm");
    }
  }
}
