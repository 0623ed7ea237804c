package headroom.report;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.report.Chart.Kind;
import headroom.report.Chart.Series;
import headroom.report.FillBand.Row;
import headroom.report.Sheet.Cell;
import headroom.report.Sheet.Column;
import headroom.sim.compare.Difference;
import headroom.sim.compare.Interval;
import headroom.sim.report.Figures.DayFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The table and the charts of a run under every fill rule.
final class BandCharts {
  private final FillBand band;

  BandCharts(FillBand band) {
    this.band = band;
  }

  /// Every rule with its figures, and what sets it apart from the own one.
  Sheet sheet() {
    Sheet.Rows rows = new Sheet.Rows();
    for (Row row : band.rows()) {
      SchedulingFigures scheduling = row.figures().scheduling();
      @Nullable Difference difference = row.difference();
      rows.add(
          Sheet.row(
              row.rule().name(),
              row.figures().account().netPnl(),
              row.figures().account().netPnlStdError(),
              scheduling.filled(),
              row.fills(),
              scheduling.steals(),
              row.figures().account().maxDrawdown(),
              difference == null ? null : difference.netPnl().toString(),
              interval(difference),
              (difference == null ? "own rule" : difference.verdict().word())
                  + (row.figures().account().ruinedAt() == null ? "" : ", ruined")));
    }
    return Sheet.of(
        "band",
        "The same run under each fill rule",
        "Differences are of whole days, over the same prices and intents; their intervals are drawn as those of a comparison. A harder rule need not earn less: what it does not fill leaves capital to other orders.",
        List.of(
            Column.of("fill rule", Cell.TEXT),
            Column.of("net PnL, $", Cell.MONEY),
            new Column("std error, $", Cell.MONEY, "of net PnL, as of independent days"),
            new Column("filled", Cell.COUNT, "intents that were filled completely"),
            new Column("fills", Cell.COUNT, "trades, exits included"),
            Column.of("steals", Cell.COUNT),
            new Column("drawdown", Cell.SHARE, "the deepest of daily equity"),
            new Column("difference, $", Cell.MONEY, "net PnL less that under " + band.own().name()),
            new Column("95 % interval, $", Cell.INTERVAL, "of the difference"),
            Column.of("verdict", Cell.TEXT)),
        rows);
  }

  private static @Nullable List<String> interval(@Nullable Difference difference) {
    @Nullable Interval interval = difference == null ? null : difference.interval();
    return difference == null || interval == null
        ? null
        : List.of(cents(interval.low()), difference.netPnl().toString(), cents(interval.high()));
  }

  private static String cents(double dollars) {
    return Fixed.text(Math.multiplyExact(Math.round(dollars * 100), Fixed.ONE / 100));
  }

  Chart equity() {
    return overDays(
        "band-equity",
        "Equity under each fill rule",
        "At the end of each trading day; of every day if there is only crypto.",
        Map.of());
  }

  /// Where the rules part: their equity hides it if the market moves it by more. The own rule is
  /// the line of zero, so that every rule has the same colour in both charts.
  Chart apart() {
    return overDays(
        "band-difference",
        "Equity less that under " + band.own().name(),
        "Where a line rises, its rule made more than %s on that day.".formatted(band.own()),
        equityByDate(band.ownRow()));
  }

  /// One line for each rule.
  ///
  /// @param beside what is taken off, by date; empty if nothing is
  private Chart overDays(String id, String title, String note, Map<String, Money> beside) {
    TreeSet<String> dates = new TreeSet<>();
    band.rows().forEach(row -> dates.addAll(equityByDate(row).keySet()));
    List<Series> series = new ArrayList<>();
    for (Row row : band.rows()) {
      Map<String, Money> equity = equityByDate(row);
      List<@Nullable Double> values = new ArrayList<>();
      for (String date : dates) {
        @Nullable Money value = equity.get(date);
        @Nullable Money less = beside.isEmpty() ? Money.ZERO : beside.get(date);
        values.add(value == null || less == null ? null : (Double) dollars(value.minus(less)));
      }
      series.add(Series.of(row.rule().name(), values));
    }
    return new Chart(
        id,
        title,
        note,
        Kind.LINES,
        "$",
        dates.stream().map(this::endOfDay).toList(),
        List.of(),
        dates.isEmpty() ? List.of() : series);
  }

  private static double dollars(Money money) {
    return Double.parseDouble(money.toString());
  }

  private static Map<String, Money> equityByDate(Row row) {
    Map<String, Money> equity = new HashMap<>();
    for (DayFigures day : row.figures().daily()) {
      equity.put(day.date(), Money.of(day.equity()));
    }
    return equity;
  }

  /// Not after the end of the run, or all charts over time would reach beyond it.
  private long endOfDay(String date) {
    long midnight = LocalDate.parse(date).plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    return Math.min(
        midnight, Instant.parse(band.ownRow().figures().period().to()).getEpochSecond());
  }
}
