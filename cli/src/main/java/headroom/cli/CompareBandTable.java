package headroom.cli;

import headroom.report.FillBand;
import headroom.report.FillBand.Row;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison under every fill rule, for people to read.
final class CompareBandTable {
  private static final String NOTHING = "–";

  private CompareBandTable() {}

  /// Prints it if it was asked for.
  static void print(Comparison comparison, PrintWriter out) {
    ComparedBand band = comparison.band();
    if (band == null) {
      return;
    }
    runs(comparison, band, out);
    if (!comparison.pairs().isEmpty()) {
      pairs(comparison, band, out);
    }
  }

  private static void runs(Comparison comparison, ComparedBand band, PrintWriter out) {
    boolean periods = comparison.runs().stream().anyMatch(run -> !run.stretch().name().isEmpty());
    List<String> header = new ArrayList<>(periods ? List.of("period") : List.of());
    header.addAll(
        List.of(
            "run under every rule",
            "fill rule",
            "net PnL",
            "std error",
            "filled",
            "fills",
            "steals",
            "drawdown"));
    Table table = new Table(header.toArray(String[]::new));
    for (ComparedRun run : comparison.runs()) {
      @Nullable FillBand rules = band.runs().get(run.number());
      for (Row row : rules == null ? List.<Row>of() : rules.rows()) {
        String error = row.figures().account().netPnlStdError();
        List<Object> cells = new ArrayList<>(periods ? List.of(run.stretch().name()) : List.of());
        cells.add(run.combination().name());
        cells.add(row.rule().name());
        cells.add(Summary.cents(row.figures().account().netPnl()));
        cells.add(error == null ? NOTHING : "± " + Summary.cents(error));
        cells.add(row.figures().scheduling().filled());
        cells.add(row.fills());
        cells.add(row.figures().scheduling().steals());
        cells.add(Summary.percent(row.figures().account().maxDrawdown()));
        table.row(cells.toArray());
      }
    }
    out.println();
    table.print(out);
    comparison.runs().forEach(run -> ruins(run, band, out));
  }

  /// Those under the own rule are named before.
  private static void ruins(ComparedRun run, ComparedBand band, PrintWriter out) {
    @Nullable FillBand rules = band.runs().get(run.number());
    for (Row row : rules == null ? List.<Row>of() : rules.others()) {
      @Nullable String ruinedAt = row.figures().account().ruinedAt();
      if (ruinedAt != null) {
        out.println(
            "RUINED under %s: %s at %s".formatted(row.rule(), run.combination().name(), ruinedAt));
      }
    }
  }

  private static void pairs(Comparison comparison, ComparedBand band, PrintWriter out) {
    boolean periods = comparison.pairs().stream().anyMatch(pair -> !pair.period().isEmpty());
    List<String> header = new ArrayList<>(periods ? List.of("period") : List.of());
    header.addAll(
        List.of(
            "difference under every rule",
            "beside",
            "fill rule",
            "difference",
            "95 % interval",
            "verdict"));
    Table table = new Table(header.toArray(String[]::new));
    for (ComparedPair pair : comparison.pairs()) {
      List<ComparedPair> rules = new ArrayList<>();
      band.of(pair)
          .forEach((rule, other) -> {
            List<Object> cells = new ArrayList<>(periods ? List.of(pair.period()) : List.of());
            cells.add(pair.name());
            cells.add(pair.baselineName());
            cells.add(rule.name());
            cells.add(CompareTable.difference(other));
            cells.add(CompareTable.range(other));
            cells.add(rules.isEmpty() ? band.verdict(pair) : "");
            table.row(cells.toArray());
            rules.add(other);
          });
    }
    out.println();
    table.print(out);
    String sentence = band.sentence(comparison.pairs());
    if (!sentence.isEmpty()) {
      out.println();
      out.println(sentence);
    }
  }
}
