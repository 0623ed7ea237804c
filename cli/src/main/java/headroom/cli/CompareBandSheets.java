package headroom.cli;

import headroom.report.FillBand;
import headroom.report.FillBand.Row;
import headroom.report.Sheet;
import headroom.report.Sheet.Cell;
import headroom.report.Sheet.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of a comparison under every fill rule, on its page.
final class CompareBandSheets {
  private final Comparison comparison;
  private final ComparedBand band;

  CompareBandSheets(Comparison comparison, ComparedBand band) {
    this.comparison = comparison;
    this.band = band;
  }

  /// Every pair under each rule.
  Sheet pairs() {
    Sheet.Rows rows = new Sheet.Rows();
    for (ComparedPair pair : comparison.pairs()) {
      String verdict = band.verdict(pair);
      band.of(pair)
          .forEach((rule, other) ->
              rows.add(
                  Sheet.row(
                      pair.name(),
                      pair.baselineName(),
                      pair.period(),
                      rule.name(),
                      other.difference().netPnl().toString(),
                      CompareSheets.interval(other),
                      other.difference().verdict().word()
                          + (other.sameCommands() ? ", same commands" : ""),
                      verdict)));
    }
    return withPeriods(
        Sheet.of(
            "band-pairs",
            "Every difference under each fill rule",
            "Both sides of a difference are under the same rule.",
            List.of(
                Column.of("run", Cell.TEXT),
                Column.of("beside", Cell.TEXT),
                Column.of("period", Cell.TEXT),
                Column.of("fill rule", Cell.TEXT),
                Column.of("difference, $", Cell.MONEY),
                Column.of("95 % interval, $", Cell.INTERVAL),
                Column.of("verdict", Cell.TEXT),
                new Column("of all rules", Cell.TEXT, "whether the verdict is the same")),
            rows));
  }

  /// Every run under each rule.
  Sheet runs() {
    Sheet.Rows rows = new Sheet.Rows();
    for (ComparedRun run : comparison.runs()) {
      @Nullable FillBand rules = band.runs().get(run.number());
      for (Row row : rules == null ? List.<Row>of() : rules.rows()) {
        rows.add(
            Sheet.row(
                run.number(),
                run.combination().name(),
                run.stretch().name(),
                row.rule().name(),
                row.figures().account().netPnl(),
                row.figures().account().netPnlStdError(),
                row.figures().scheduling().filled(),
                row.fills(),
                row.figures().scheduling().steals(),
                row.figures().account().maxDrawdown()));
      }
    }
    return withPeriods(
        Sheet.of(
            "band-runs",
            "Every run under each fill rule",
            "",
            List.of(
                Column.of("number", Cell.COUNT),
                Column.of("run", Cell.TEXT),
                Column.of("period", Cell.TEXT),
                Column.of("fill rule", Cell.TEXT),
                Column.of("net PnL, $", Cell.MONEY),
                new Column("std error, $", Cell.MONEY, "of net PnL, as of independent days"),
                new Column("filled", Cell.COUNT, "intents that were filled completely"),
                new Column("fills", Cell.COUNT, "trades, exits included"),
                Column.of("steals", Cell.COUNT),
                new Column("drawdown", Cell.SHARE, "the deepest of daily equity")),
            rows));
  }

  private Sheet withPeriods(Sheet sheet) {
    return new CompareSheets(comparison).withPeriods(sheet);
  }
}
