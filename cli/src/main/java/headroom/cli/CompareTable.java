package headroom.cli;

import headroom.sim.compare.Interval;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A comparison for people to read.
final class CompareTable {
  private static final String NOTHING = "–";

  private CompareTable() {}

  static void print(Comparison comparison, PrintWriter out) {
    if (!comparison.isComplete()) {
      out.println(
          "INTERRUPTED: %s of %s runs reached their end"
              .formatted(comparison.reached(), comparison.planned()));
      out.println();
    }
    if (comparison.runs().isEmpty()) {
      return;
    }
    runs(comparison, out);
    ruins(comparison, out);
    pairs("all periods together", comparison, ComparedPair.ALL::equals, true, out);
    pairs("other pairs", comparison, _ -> true, false, out);
    CompareBandTable.print(comparison, out);
    notes(comparison, out);
  }

  private static void runs(Comparison comparison, PrintWriter out) {
    boolean periods = comparison.runs().stream().anyMatch(run -> !run.stretch().name().isEmpty());
    List<String> header = new ArrayList<>(periods ? List.of("period") : List.of());
    header.addAll(
        List.of(
            "run",
            "filled",
            "blocked",
            "steals",
            "success",
            "net PnL",
            "std error",
            "difference",
            "95 % interval",
            "verdict",
            "refused mainly because"));
    Table table = new Table(header.toArray(String[]::new));
    for (ComparedRun run : comparison.runs()) {
      List<Object> cells = new ArrayList<>(periods ? List.of(run.stretch().name()) : List.of());
      SchedulingFigures scheduling = run.figures().scheduling();
      AccountFigures account = run.figures().account();
      String error = account.netPnlStdError();
      @Nullable ComparedPair pair = comparison.pairOf(run);
      cells.add(run.combination().name());
      cells.add(scheduling.filled());
      cells.add(scheduling.blockedEpisodes());
      cells.add(scheduling.steals());
      cells.add(Summary.percent(scheduling.stealSuccessRate()));
      cells.add(Summary.cents(account.netPnl()));
      cells.add(error == null ? NOTHING : "± " + Summary.cents(error));
      cells.add(pair == null ? NOTHING : difference(pair));
      cells.add(pair == null ? NOTHING : range(pair));
      cells.add(pair == null ? beside(run, comparison) : verdict(pair));
      cells.add(Summary.mainRefusals(scheduling.refusals(), 2));
      table.row(cells.toArray());
    }
    table.print(out);
  }

  private static void ruins(Comparison comparison, PrintWriter out) {
    for (ComparedRun run : comparison.runs()) {
      String ruinedAt = run.figures().account().ruinedAt();
      if (ruinedAt != null) {
        out.println(
            "RUINED: %s at %s: nothing was left, and on the days after it nothing changes"
                .formatted(run.combination().name(), ruinedAt));
      }
    }
  }

  private static String beside(ComparedRun run, Comparison comparison) {
    return run.combination().name().equals(comparison.baseline()) ? "baseline" : NOTHING;
  }

  /// Pairs that have no row among the runs.
  private static void pairs(
      String title,
      Comparison comparison,
      Predicate<String> period,
      boolean ofBaseline,
      PrintWriter out) {
    List<ComparedPair> chosen =
        comparison.pairs().stream()
            .filter(pair -> period.test(pair.period()))
            .filter(pair -> pair.baselineName().equals(comparison.baseline()) == ofBaseline)
            .toList();
    if (chosen.isEmpty()) {
      return;
    }
    Table table =
        new Table(title, "beside", "period", "days", "difference", "95 % interval", "verdict");
    chosen.forEach(pair ->
        table.row(
            pair.name(),
            pair.baselineName(),
            pair.period(),
            pair.difference().days(),
            difference(pair),
            range(pair),
            verdict(pair)));
    out.println();
    table.print(out);
  }

  static String difference(ComparedPair pair) {
    return Summary.cents(pair.difference().netPnl().toString());
  }

  static String range(ComparedPair pair) {
    String range = pair.range();
    return range == null ? NOTHING : range;
  }

  private static String verdict(ComparedPair pair) {
    String besides = pair.sameIntents() ? "" : ", other intents";
    return pair.difference().verdict().word() + (pair.sameCommands() ? ", same commands" : besides);
  }

  private static void notes(Comparison comparison, PrintWriter out) {
    out.println();
    out.println(
        "difference: net PnL less that of %s, over the same prices%s; its interval from %s draws of"
                .formatted(
                    comparison.baseline(),
                    comparison.pairs().stream().allMatch(ComparedPair::sameIntents)
                        ? " and intents"
                        : "",
                    comparison.bootstrap().resamples())
            + " whole days in blocks.");
    out.println(
        "better, worse: the interval is on one side of zero. no evidence: it is not; that is not"
            + " the same as no difference.");
    if (comparison.judged() > 1) {
      out.println(
          "%s comparisons: if nothing differed, chance alone would call %s of them better or worse."
              .formatted(
                  comparison.judged(),
                  String.format(Locale.ROOT, "%.2f", comparison.judged() * (1 - Interval.LEVEL))));
    }
  }
}
