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
/// @param splits of stocks whose bars are as they were traded
public record AccountRules(
    boolean datedFees,
    boolean settles,
    int marginRatePpm,
    int borrowRatePpm,
    MarginRule regime,
    List<Dividend> dividends,
    List<Split> splits) {
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

  /// Rules for stocks that are never split.
  public AccountRules(
      boolean datedFees,
      boolean settles,
      int marginRatePpm,
      int borrowRatePpm,
      MarginRule regime,
      List<Dividend> dividends) {
    this(datedFees, settles, marginRatePpm, borrowRatePpm, regime, dividends, List.of());
  }

  /// The same rules with what companies do.
  public AccountRules with(List<Dividend> paid, List<Split> made) {
    return new AccountRules(datedFees, settles, marginRatePpm, borrowRatePpm, regime, paid, made);
  }

  private static final int MAX_RATE_PPM = 1_000_000;

  public AccountRules {
    dividends = List.copyOf(dividends);
    splits = List.copyOf(splits);
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
