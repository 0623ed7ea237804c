package headroom.report;

import headroom.report.Report.Tile;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers at the top, each with how sure it is.
final class Headline {
  /// 95 % of a normal distribution lie within as many deviations.
  private static final double Z = 1.959964;

  private static final String NOTHING = "–";

  private Headline() {}

  static List<Tile> of(Figures figures) {
    AccountFigures account = figures.account();
    SchedulingFigures scheduling = figures.scheduling();
    List<Tile> tiles = new ArrayList<>();
    BigDecimal net = new BigDecimal(account.netPnl());
    tiles.add(new Tile("Net PnL, $", signed(net), netInterval(account), net.signum()));
    tiles.add(
        new Tile(
            "End equity, $",
            Text.money(account.endEquity()),
            "from " + Text.money(account.startEquity()),
            0));
    tiles.add(
        new Tile(
            "Max drawdown",
            share(account.maxDrawdown()),
            "of daily equity, from its peak",
            account.maxDrawdown() > 0 ? -1 : 0));
    tiles.add(
        new Tile(
            "Sharpe, a year",
            account.sharpeDaily() == null ? NOTHING : Text.number(account.sharpeDaily()),
            interval(account.sharpeDaily(), account.sharpeStdError()),
            0));
    tiles.add(
        new Tile(
            "Hit rate",
            account.hitRate() == null ? NOTHING : share(account.hitRate()),
            hitInterval(account),
            0));
    tiles.add(
        new Tile(
            "Filled",
            Text.count(scheduling.filled()),
            "of %s, %s placed"
                .formatted(
                    Text.count(scheduling.intents(), "intent"),
                    Text.count(scheduling.placed(), "order")),
            0));
    tiles.add(
        new Tile(
            "Blocked entries",
            Text.count(scheduling.blockedEpisodes()),
            Text.duration(scheduling.blockedSeconds()) + " of waiting in all",
            0));
    tiles.add(
        new Tile(
            "Steals",
            Text.count(scheduling.steals()),
            scheduling.stealSuccessRate() == null
                ? "nobody was blocked"
                : "%s of steals and blocked entries"
                    .formatted(share(scheduling.stealSuccessRate())),
            0));
    return tiles;
  }

  private static String share(double fraction) {
    return Text.percent(fraction);
  }

  private static String signed(BigDecimal net) {
    return (net.signum() > 0 ? "+" : "") + Text.money(net);
  }

  private static String netInterval(AccountFigures account) {
    String error = account.netPnlStdError();
    if (error == null) {
      return "too few days for an interval";
    }
    double net = Double.parseDouble(account.netPnl());
    double reach = Z * Double.parseDouble(error);
    return "95 %%: %s to %s".formatted(Text.money(net - reach), Text.money(net + reach));
  }

  private static String interval(@Nullable Double value, @Nullable Double error) {
    return value == null || error == null
        ? "too few days"
        : "95 %%: %s to %s"
            .formatted(Text.number(value - Z * error), Text.number(value + Z * error));
  }

  /// Wilson's interval (1927) for a share of closed lots.
  private static String hitInterval(AccountFigures account) {
    Double rate = account.hitRate();
    if (rate == null) {
      return "no lot was closed";
    }
    double n = account.closedLots();
    double scale = 1 + Z * Z / n;
    double middle = (rate + Z * Z / (2 * n)) / scale;
    double reach = Z / scale * Math.sqrt(rate * (1 - rate) / n + Z * Z / (4 * n * n));
    return "95 %%: %s to %s, of %s"
        .formatted(
            share(middle - reach),
            share(middle + reach),
            Text.count(account.closedLots(), "closed lot"));
  }
}
