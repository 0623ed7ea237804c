package headroom.cli;

import headroom.report.FillBand;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A run for people to read.
final class Summary {
  private Summary() {}

  static void print(Results results, PrintWriter out) {
    Figures figures = results.figures();
    AccountFigures account = figures.account();
    SchedulingFigures scheduling = figures.scheduling();
    out.println(
        "%s to %s, %s instruments, %s bars%s"
            .formatted(
                figures.period().from().substring(0, 16),
                figures.period().to().substring(0, 16),
                figures.period().instruments(),
                figures.period().bars(),
                figures.period().complete()
                    ? ""
                    : ", " + results.interruption().toUpperCase(Locale.ROOT)));
    if (!results.leftOut().isEmpty()) {
      out.println("left out: " + results.leftOut());
    }
    out.println();
    if (!results.diagnosis().isEmpty()) {
      results.diagnosis().forEach(sentence -> out.println("- " + sentence));
      out.println();
    }
    new Table("account", "")
        .row("start equity", cents(account.startEquity()))
        .row("end equity", cents(account.endEquity()))
        .row("net PnL", netPnl(account))
        .row("gross PnL", cents(account.grossPnl()))
        .row("fees", cents(account.fees()))
        .row("financing", cents(account.financing()))
        .row("spread, in prices", cents(account.spread()))
        .row("slippage, in prices", cents(account.slippage()))
        .row("whole ticks, in prices", cents(account.tickRounding()))
        .row("max drawdown", percent(account.maxDrawdown()))
        .row("Sharpe (a year)", ratio(account.sharpeDaily(), account.sharpeStdError()))
        .row("turnover", turnover(account.turnover()) + " times equity")
        .row("closed lots", account.closedLots())
        .row("hit rate", percent(account.hitRate()))
        .row("margin calls", account.marginCalls())
        .print(out);
    if (account.ruinedAt() != null) {
      out.println("RUINED at " + account.ruinedAt() + ": nothing was left, and the run ended");
    }
    out.println();
    new Table("scheduling", "")
        .row("intents", scheduling.intents())
        .row("orders placed", scheduling.placed())
        .row("filled", scheduling.filled())
        .row("blocked episodes", scheduling.blockedEpisodes())
        .row("steals", scheduling.steals())
        .row("steal success rate", percent(scheduling.stealSuccessRate()))
        .row("steals aborted", total(scheduling.stealsAborted()))
        .row("fill beat cancel", scheduling.fillBeatCancel())
        .row("fights", scheduling.fights())
        .row("missed touches", scheduling.missedTouches())
        .row("entries cancelled for the night", scheduling.deleverageCancels())
        .row("orders that reduce for the night", scheduling.deleverageReductions())
        .print(out);
    if (!scheduling.refusals().isEmpty()) {
      out.println();
      Table refusals = new Table("refused because", "in episodes");
      sorted(scheduling.refusals()).forEach(one -> refusals.row(one.getKey(), one.getValue()));
      refusals.print(out);
      if (total(scheduling.refusals()) > scheduling.blockedEpisodes()) {
        out.println("(an episode counts once for each of its reasons)");
      }
    }
    FillBand band = results.band();
    if (band != null) {
      out.println();
      Band.print(band, out);
    }
    out.println();
    out.println("command hash " + results.outcome().commandHash());
    figures.checks().violations().forEach(text -> out.println("VIOLATED: " + text));
  }

  /// Net profit with its standard error.
  static String netPnl(AccountFigures account) {
    String error = account.netPnlStdError();
    return cents(account.netPnl()) + (error == null ? "" : " ± " + cents(error));
  }

  static String cents(String money) {
    return new BigDecimal(money).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  static String percent(@Nullable Double fraction) {
    return fraction == null ? "–" : String.format(Locale.ROOT, "%.1f %%", fraction * 100);
  }

  /// A tenth is enough of a large one; of a small one two digits that say something are.
  static String turnover(double times) {
    return times >= 1 || times == 0
        ? String.format(Locale.ROOT, "%.1f", times)
        : new BigDecimal(times).round(new MathContext(2)).toPlainString();
  }

  private static String ratio(@Nullable Double value, @Nullable Double error) {
    return value == null || error == null
        ? "–"
        : String.format(Locale.ROOT, "%.2f ± %.2f", value, error);
  }

  private static long total(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<Map.Entry<String, Long>> sorted(SortedMap<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .toList();
  }

  /// The commonest reasons with their shares of all.
  static String mainRefusals(SortedMap<String, Long> refusals, int most) {
    long all = total(refusals);
    return sorted(refusals).stream()
        .limit(most)
        .map(one ->
            "%s %s"
                .formatted(
                    one.getKey().replace("no-capacity.", ""),
                    String.format(
                        Locale.ROOT, "%.0f%%", 100.0 * one.getValue() / Math.max(1, all))))
        .collect(Collectors.joining(", "));
  }
}
