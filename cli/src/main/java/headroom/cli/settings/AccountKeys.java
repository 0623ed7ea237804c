package headroom.cli.settings;

import headroom.core.num.Fixed;
import headroom.sim.account.MarginRule;
import java.util.Arrays;
import java.util.List;

/// The keys that say what the account allows by day and overnight.
final class AccountKeys {
  /// Stands for the dated tables.
  static final String DATED = "dated";

  private static final int WHOLE_PPM = 1_000_000;
  private static final int MOST_PPM = 100_000;
  private static final long MOST_WINDOW_NS = 10_800 * Fixed.ONE;
  private static final Form SHARE = new Form.Ratio(0, MOST_PPM);

  private AccountKeys() {}

  static List<Key> all() {
    return List.of(
        new Key(
            "multiplier",
            new Form.Whole(1, 4),
            "4",
            "how many times equity stocks may be worth while the exchange is open",
            "the least margin by day is a quarter (FINRA rule 4210)"),
        new Key(
            "margin-regime",
            new Form.Word(Arrays.stream(MarginRule.values()).map(MarginRule::word).toList()),
            "intraday-2026",
            "which margin rules hold: the new one or the old one at all dates, each at its dates, or"
                + " none but the multipliers",
            "what a user will have"),
        new Key(
            "margin-rate",
            new Form.Or(new Form.Ratio(0, WHOLE_PPM), DATED),
            "6.5%",
            "interest of a year on what is borrowed overnight; dated: as it was seen",
            "documents of Alpaca, September 2026"),
        new Key(
            "borrow-rate",
            new Form.Ratio(0, WHOLE_PPM),
            "0%",
            "what borrowed stock costs in a year",
            "easy to borrow, September 2026"),
        new Key(
            "fees",
            new Form.Word(List.of(DATED, "flat")),
            DATED,
            "whether fees follow the dated tables, or the keys fee.*",
            "what is charged"),
        new Key(
            "settlement",
            new Form.Word(List.of(DATED, "at-once")),
            DATED,
            "whether trades in stocks settle a business day or more later, or at once",
            "SEC rule 15c6-1"),
        new Key(
            "overnight-multiplier",
            new Form.Whole(1, 4),
            "2",
            "the same from the start of the deleverage window until the next open",
            "half of the value is the initial margin (Regulation T)"),
        new Key(
            "deleverage-window",
            new Form.Or(new Form.Length(Fixed.ONE, MOST_WINDOW_NS), Keys.OFF),
            "3600s",
            "how long before each close stocks begin to be brought within the overnight limit; off: the"
                + " limit of the day holds overnight too",
            "time for small orders that do not cross the spread"),
        new Key(
            "deleverage-last",
            new Form.Length(Fixed.ONE, MOST_WINDOW_NS),
            "300s",
            "how long before the close all that is too much must be on its way",
            "time for ten orders one after the other"),
        new Key(
            "deleverage-force",
            new Form.Word(List.of("limit", "market")),
            "limit",
            "what kind of orders the last ones are",
            "a limit through the market fills as surely, and not at any price"),
        new Key(
            "minimum-slice",
            new Form.Amount(),
            "100",
            "a smaller part of a position is only sold in the last minutes",
            "less costs more attention than it brings"),
        new Key(
            "deleverage-passive",
            SHARE,
            "0.05%",
            "how far beyond the market, on our side, the first limits are",
            "5 basis points"),
        new Key(
            "deleverage-crossing",
            SHARE,
            "0.25%",
            "how far through the market the last limits are",
            "25 basis points: more than a spread and a minute's move"),
        new Key(
            "deleverage-cushion",
            SHARE,
            "0.5%",
            "how far below the overnight limit stocks are brought in the last minutes",
            "prices move between the last order and the close"));
  }
}
