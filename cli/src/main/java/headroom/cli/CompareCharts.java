package headroom.cli;

import headroom.report.Chart;
import headroom.report.Chart.Kind;
import headroom.report.Chart.Series;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.DayFigures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The charts on the page of a comparison.
final class CompareCharts {
  /// As many as can be told apart; the baseline is one of them.
  private static final int MOST_LINES = 7;

  private static final int MOST_PERIODS = 6;
  private static final int MOST_BARS = 40;

  private final Comparison comparison;

  CompareCharts(Comparison comparison) {
    this.comparison = comparison;
  }

  /// Net profit and the three counts that explain it, by the number of the run.
  List<Chart> figures() {
    return List.of(
        bars("run-net", "Net PnL", "$", figures -> Double.parseDouble(figures.account().netPnl())),
        bars("run-filled", "Intents filled", "intents", f -> (double) f.scheduling().filled()),
        bars(
            "run-blocked",
            "Blocked entries",
            "episodes",
            f -> (double) f.scheduling().blockedEpisodes()),
        bars("run-steals", "Steals", "steals", f -> (double) f.scheduling().steals()));
  }

  private Chart bars(String id, String title, String unit, ToDoubleFunction<Figures> figure) {
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    for (ComparedRun run : comparison.runs()) {
      if (values.size() < MOST_BARS) {
        values.put(Integer.toString(run.number()), figure.applyAsDouble(run.figures()));
      }
    }
    String part =
        values.size() < comparison.runs().size() ? ", the first %s".formatted(MOST_BARS) : "";
    return Chart.bars(id, title, "By the number of the run%s.".formatted(part), unit, values);
  }

  /// One for each of the first periods.
  List<Chart> equity() {
    List<Chart> charts = new ArrayList<>();
    List<Stretch> stretches =
        comparison.runs().stream()
            .map(ComparedRun::stretch)
            .distinct()
            .limit(MOST_PERIODS)
            .toList();
    for (Stretch stretch : stretches) {
      List<ComparedRun> all =
          comparison.runs().stream().filter(run -> run.stretch().equals(stretch)).toList();
      charts.add(equity(stretch, all, charts.size()));
    }
    return charts;
  }

  private Chart equity(Stretch stretch, List<ComparedRun> all, int number) {
    List<ComparedRun> shown = all.size() <= MOST_LINES ? all : apart(all);
    List<Long> days = new ArrayList<>();
    for (DayFigures day : shown.getFirst().figures().daily()) {
      days.add(
          LocalDate.parse(day.date()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    }
    List<Series> series = new ArrayList<>();
    for (ComparedRun run : shown) {
      List<@Nullable Double> values = new ArrayList<>();
      for (DayFigures day : run.figures().daily()) {
        values.add(Double.valueOf(day.equity()));
      }
      series.add(Series.of(CompareSheets.label(run), values));
    }
    return new Chart(
        "equity-" + number,
        stretch.name().isEmpty() ? "Equity of every run" : "Equity, " + stretch.name(),
        shown.size() < all.size()
            ? "The baseline and those that end furthest from it; all are in result.json."
            : "At the end of each trading day.",
        Kind.LINES,
        "$",
        days,
        List.of(),
        series);
  }

  /// The baseline, and those that end furthest from it.
  private List<ComparedRun> apart(List<ComparedRun> all) {
    ComparedRun first =
        all.stream()
            .filter(run -> run.combination().name().equals(comparison.baseline()))
            .findFirst()
            .orElse(all.getFirst());
    List<ComparedRun> shown = new ArrayList<>(List.of(first));
    all.stream()
        .filter(run -> !run.equals(first))
        .sorted(Comparator.comparingDouble(run -> -Math.abs(end(run) - end(first))))
        .limit(MOST_LINES - 1)
        .forEach(shown::add);
    return shown;
  }

  private static double end(ComparedRun run) {
    return Double.parseDouble(run.figures().account().endEquity());
  }
}
