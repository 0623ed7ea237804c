package headroom.cli;

import headroom.report.Sheet;
import headroom.report.Sheet.Cell;
import headroom.report.Sheet.Column;
import headroom.sim.compare.Interval;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The tables on the page of a comparison.
final class CompareSheets {
  /// More columns than this cannot be read side by side.
  private static final int MOST_COLUMNS = 12;

  private final Comparison comparison;

  private final boolean hasPeriods;

  CompareSheets(Comparison comparison) {
    this.comparison = comparison;
    this.hasPeriods = comparison.runs().stream().anyMatch(run -> !run.stretch().name().isEmpty());
  }

  /// Where there is one period only, a column of it would say nothing.
  Sheet withPeriods(Sheet sheet) {
    return hasPeriods ? sheet : sheet.without("period");
  }

  /// Every pair with its interval.
  Sheet pairs() {
    Sheet.Rows rows = new Sheet.Rows();
    for (ComparedPair pair : comparison.pairs()) {
      rows.add(
          Sheet.row(
              pair.name(),
              pair.baselineName(),
              pair.period(),
              pair.difference().days(),
              pair.difference().netPnl().toString(),
              interval(pair),
              pair.difference().verdict().word()
                  + (pair.sameCommands() ? ", same commands" : "")
                  + (pair.sameIntents() ? "" : ", other intents")));
    }
    return withPeriods(
        Sheet.of(
            "pairs",
            "Differences in net PnL",
            "Block bootstrap over whole days, with the same luck of the market on both sides.",
            List.of(
                Column.of("run", Cell.TEXT),
                Column.of("beside", Cell.TEXT),
                Column.of("period", Cell.TEXT),
                new Column("days", Cell.COUNT, "days in common"),
                Column.of("difference, $", Cell.MONEY),
                Column.of("95 % interval, $", Cell.INTERVAL),
                Column.of("verdict", Cell.TEXT)),
            rows));
  }

  static @Nullable List<String> interval(ComparedPair pair) {
    Interval interval = pair.difference().interval();
    return interval == null
        ? null
        : List.of(
            ComparedPair.cents(interval.low()),
            pair.difference().netPnl().toString(),
            ComparedPair.cents(interval.high()));
  }

  /// Every run with its figures.
  Sheet runs() {
    Sheet.Rows rows = new Sheet.Rows();
    for (ComparedRun run : comparison.runs()) {
      AccountFigures account = run.figures().account();
      SchedulingFigures scheduling = run.figures().scheduling();
      rows.add(
          Sheet.row(
              run.number(),
              run.combination().name(),
              run.stretch().name(),
              account.netPnl(),
              account.netPnlStdError(),
              account.fees(),
              account.maxDrawdown(),
              account.sharpeDaily(),
              scheduling.placed(),
              scheduling.filled(),
              scheduling.blockedEpisodes(),
              scheduling.steals(),
              scheduling.stealSuccessRate(),
              scheduling.missedTouches()));
    }
    return withPeriods(
        Sheet.of(
            "run-figures",
            "Figures of every run",
            "Names as in runs.csv.",
            List.of(
                Column.of("number", Cell.COUNT),
                Column.of("run", Cell.TEXT),
                Column.of("period", Cell.TEXT),
                Column.of("net PnL, $", Cell.MONEY),
                new Column("std error, $", Cell.MONEY, "of net PnL, as of independent days"),
                Column.of("fees, $", Cell.MONEY),
                new Column("drawdown", Cell.SHARE, "the deepest of daily equity"),
                new Column("Sharpe", Cell.NUMBER, "of a year, from daily returns"),
                Column.of("placed", Cell.COUNT),
                Column.of("filled", Cell.COUNT),
                new Column("blocked", Cell.COUNT, "blocked episodes"),
                Column.of("steals", Cell.COUNT),
                new Column("success", Cell.SHARE, "steals of steals and blocked episodes"),
                new Column(
                    "missed",
                    Cell.COUNT,
                    "intents whose limit was reached while they had no order")),
            rows));
  }

  /// By reason and run, of the first runs if there are many.
  Sheet refusals() {
    List<ComparedRun> shown =
        comparison.runs().subList(0, Math.min(MOST_COLUMNS, comparison.runs().size()));
    Set<String> reasons = new TreeSet<>();
    shown.forEach(run -> reasons.addAll(run.figures().scheduling().refusals().keySet()));
    Sheet.Rows rows = new Sheet.Rows();
    for (String reason : reasons) {
      List<@Nullable Object> row = Sheet.row(reason.replace("no-capacity.", ""));
      for (ComparedRun run : shown) {
        row.add(run.figures().scheduling().refusals().getOrDefault(reason, 0L));
      }
      rows.add(row);
    }
    List<Column> columns = new ArrayList<>(List.of(Column.of("reason", Cell.TEXT)));
    for (ComparedRun run : shown) {
      columns.add(new Column(label(run), Cell.COUNT, run.stretch().name()));
    }
    return Sheet.of(
        "refusals",
        "In how many blocked episodes",
        shown.size() < comparison.runs().size()
            ? "The first %s runs; all are in runs.csv.".formatted(shown.size())
            : "",
        columns,
        rows);
  }

  /// What tells a run from others where there is little room.
  static String label(ComparedRun run) {
    return run.number() + " " + run.combination().name();
  }

  Sheet identities() {
    Sheet.Rows rows = new Sheet.Rows();
    for (ComparedRun run : comparison.runs()) {
      List<String> varied = new ArrayList<>();
      run.combination().varied().forEach((key, value) -> varied.add(key + "=" + value));
      rows.add(
          Sheet.row(
              run.number(),
              run.combination().name(),
              String.join(", ", varied),
              run.combination().settings().hash(),
              run.commandHash()));
    }
    return Sheet.of(
        "identities",
        "What was varied, and what came of it",
        "Runs with the same command hash sent the same commands.",
        List.of(
            Column.of("number", Cell.COUNT),
            Column.of("run", Cell.TEXT),
            Column.of("varied", Cell.TEXT),
            Column.of("settings hash", Cell.TEXT),
            Column.of("command hash", Cell.TEXT)),
        rows);
  }
}
