package headroom.cli;

import headroom.report.Chart;
import headroom.report.Report;
import headroom.report.Report.Tile;
import headroom.report.Section;
import headroom.report.Section.Cards;
import headroom.report.Section.Width;
import headroom.report.Sheet;
import headroom.sim.compare.Interval;
import headroom.sim.compare.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// Makes the page of a comparison.
final class ComparePage {
  private final Comparison comparison;
  private final List<Section> sections = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();

  private ComparePage(Comparison comparison) {
    this.comparison = comparison;
  }

  static Report of(Comparison comparison) {
    return new ComparePage(comparison).report();
  }

  private Report report() {
    CompareSheets tables = new CompareSheets(comparison);
    CompareCharts drawn = new CompareCharts(comparison);
    section(
        "differences",
        "Differences",
        "Net PnL of a run less that of the one beside it, over the same prices, with its 95 % interval. The vertical line is zero: no evidence is not the same as no difference.",
        new Cards().sheet(kept(tables.pairs()), Width.FULL));
    band();
    Cards runs = new Cards().sheet(kept(tables.runs()), Width.FULL);
    drawn.figures().forEach(chart -> runs.chart(kept(chart), Width.HALF));
    section("runs", "Runs", "", runs);
    Cards equity = new Cards();
    drawn.equity().forEach(chart -> equity.chart(kept(chart), Width.FULL));
    section("equity-of-runs", "Equity", "", equity);
    section(
        "refusals-of-runs",
        "Refusals by reason",
        "",
        new Cards().sheet(kept(tables.refusals()), Width.FULL));
    section(
        "identity-of-runs",
        "Settings and identity",
        "",
        new Cards().sheet(kept(tables.identities()), Width.FULL));
    return new Report(
        "Headroom: comparison",
        "%s runs beside %s, intervals from %s draws of whole days"
            .formatted(
                comparison.runs().size(),
                comparison.baseline(),
                comparison.bootstrap().resamples()),
        comparison.isComplete()
            ? ""
            : "The comparison was interrupted: %s of %s runs reached their end."
                .formatted(comparison.reached(), comparison.planned()),
        tiles(),
        sentences(),
        sections,
        charts,
        sheets,
        null,
        null,
        result());
  }

  private void band() {
    ComparedBand band = comparison.band();
    if (band == null) {
      return;
    }
    CompareBandSheets tables = new CompareBandSheets(comparison, band);
    section(
        "band",
        "Fill rules",
        (band.sentence(comparison.pairs())
                + " Bars do not show the queue at a price, so every run was made under each rule; differences are taken within a rule. What is better under every rule does not rest on how orders are assumed to fill.")
            .strip(),
        new Cards().sheet(kept(tables.pairs()), Width.FULL).sheet(kept(tables.runs()), Width.FULL));
  }

  private List<Tile> tiles() {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(
        new Tile(
            "Runs",
            Integer.toString(comparison.runs().size()),
            "beside " + comparison.baseline(),
            0));
    for (Verdict verdict : Verdict.values()) {
      long count =
          comparison.pairs().stream()
              .filter(pair -> pair.difference().verdict() == verdict)
              .count();
      if (count > 0 || verdict != Verdict.TOO_FEW_DAYS) {
        tiles.add(
            new Tile(
                capital(verdict.word()),
                Long.toString(count),
                "of %s comparisons".formatted(comparison.pairs().size()),
                0));
      }
    }
    return tiles;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// What may be said of the differences; those that chance does not explain first.
  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (ComparedPair pair : comparison.pairs()) {
      Verdict verdict = pair.difference().verdict();
      if (verdict == Verdict.BETTER || verdict == Verdict.WORSE) {
        sentences.add(
            "%s did %s than %s%s: net PnL differs by %s, 95 %% interval %s."
                .formatted(
                    pair.name(),
                    verdict.word(),
                    pair.baselineName(),
                    pair.period().isEmpty() ? "" : " in " + pair.period(),
                    Summary.cents(pair.difference().netPnl().toString()),
                    pair.range()));
      }
    }
    long open =
        comparison.pairs().stream()
            .filter(pair -> pair.difference().verdict() == Verdict.NO_EVIDENCE)
            .count();
    if (open > 0) {
      sentences.add(
          "%s of %s comparisons show no evidence of a difference: their intervals hold zero."
              .formatted(open, comparison.pairs().size()));
    }
    long same = comparison.pairs().stream().filter(ComparedPair::sameCommands).count();
    if (same > 0) {
      sentences.add(
          "%s of them sent the same commands on both sides: what was varied had no effect."
              .formatted(same));
    }
    ComparedBand band = comparison.band();
    if (band != null && !band.sentence(comparison.pairs()).isEmpty()) {
      sentences.add(band.sentence(comparison.pairs()));
    }
    if (comparison.judged() > 1) {
      sentences.add(
          "If nothing differed, chance alone would call %s of %s comparisons better or worse."
              .formatted(
                  String.format(Locale.ROOT, "%.2f", comparison.judged() * (1 - Interval.LEVEL)),
                  comparison.judged()));
    }
    return sentences;
  }

  /// Without the runs: their figures are in the tables, and all of them in `result.json`.
  private SequencedMap<String, Object> result() {
    SequencedMap<String, Object> members = new LinkedHashMap<>(comparison.json());
    members.remove("runs");
    return members;
  }

  private Chart kept(Chart chart) {
    if (!chart.isEmpty()) {
      charts.add(chart);
    }
    return chart;
  }

  private Sheet kept(Sheet sheet) {
    if (!sheet.isEmpty()) {
      sheets.add(sheet);
    }
    return sheet;
  }

  private void section(String id, String title, String intro, Cards cards) {
    if (!cards.all().isEmpty()) {
      sections.add(new Section(id, title, intro, cards.all()));
    }
  }
}
