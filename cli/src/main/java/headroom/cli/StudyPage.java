package headroom.cli;

import headroom.cli.StudyRun.Played;
import headroom.cli.study.Study;
import headroom.cli.study.StudyFigure;
import headroom.sim.compare.Interval;
import headroom.sim.report.Csv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What came of a study, as a page, as tables and as JSON.
record StudyPage(Study study, List<Played> parts) {
  private static final String NOTHING = "–";

  /// The page, in Markdown.
  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# Study: " + study.title());
    lines.add("");
    lines.add(study.question());
    if (!study.limits().isEmpty()) {
      lines.add("");
      lines.add("What it cannot say: " + study.limits());
    }
    lines.add("");
    lines.add("![Differences from the baselines and their intervals](chart.svg)");
    parts.forEach(part -> part(part, lines));
    lines.add("");
    lines.addAll(notes());
    return String.join("\n", lines) + "\n";
  }

  private void part(Played part, List<String> lines) {
    lines.add("");
    lines.add("## " + capitalised(part.part().name()));
    lines.add("");
    lines.add(
        "%s instruments, data hash `%s`."
            .formatted(
                part.market().tape().series().size(), part.market().dataHash().substring(0, 12)));
    lines.add("");
    List<String> header = header(part);
    lines.add(row(header));
    lines.add("|" + header.stream().map(_ -> " --- |").collect(Collectors.joining()));
    rows(part).forEach(cells -> lines.add(row(cells)));
  }

  /// The heads of the columns of a part.
  List<String> header(Played part) {
    List<String> header = new ArrayList<>(hasPeriods(part) ? List.of("period") : List.of());
    header.add("run");
    study.figures().forEach(figure -> header.add(figure.title()));
    header.addAll(List.of("difference of net PnL", "95 % interval", "verdict"));
    return header;
  }

  /// Its rows: the runs, then those of all periods together.
  List<List<String>> rows(Played part) {
    List<List<String>> rows = new ArrayList<>();
    Comparison comparison = part.comparison();
    for (ComparedRun run : comparison.runs()) {
      List<String> cells =
          new ArrayList<>(hasPeriods(part) ? List.of(run.stretch().name()) : List.of());
      cells.add(run.combination().name());
      for (StudyFigure figure : study.figures()) {
        cells.add(figure.of(run.figures()));
      }
      cells.addAll(difference(comparison.pairOf(run)));
      rows.add(cells);
    }
    for (ComparedPair pair : comparison.pairs()) {
      if (pair.period().equals(ComparedPair.ALL)) {
        List<String> cells = new ArrayList<>(List.of("together", pair.name()));
        study.figures().forEach(_ -> cells.add(""));
        cells.addAll(difference(pair));
        rows.add(cells);
      }
    }
    return rows;
  }

  private static boolean hasPeriods(Played part) {
    return part.comparison().runs().stream().anyMatch(run -> !run.stretch().name().isEmpty());
  }

  private static List<String> difference(@Nullable ComparedPair pair) {
    if (pair == null) {
      return List.of(NOTHING, NOTHING, "baseline");
    }
    Interval interval = pair.difference().interval();
    String verdict = pair.difference().verdict().word();
    return List.of(
        dollars(Double.parseDouble(pair.difference().netPnl().toString())),
        interval == null
            ? NOTHING
            : "%s to %s".formatted(dollars(interval.low()), dollars(interval.high())),
        pair.sameCommands() ? verdict + ", same commands" : verdict);
  }

  private static String dollars(double amount) {
    // Nothing is not less than nothing.
    return String.format(Locale.ROOT, "%,.0f", Math.abs(amount) < 0.5 ? 0 : amount);
  }

  private List<String> notes() {
    long judged = parts.stream().mapToLong(part -> part.comparison().judged()).sum();
    return List.of(
        "The difference is net PnL less that of the baseline, over the same prices; its interval is"
            + " from %s draws of whole days in blocks."
                .formatted(parts.getFirst().comparison().bootstrap().resamples()),
        "No evidence is not the same as no difference. Of %s comparisons chance alone would call"
                .formatted(judged)
            + String.format(Locale.ROOT, " %.1f better or worse.", judged * (1 - Interval.LEVEL)));
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /// A table of all parts: that of a comparison, each row after the name of its part.
  ///
  /// @param pairs whether of the pairs, else of the runs
  List<String> table(boolean pairs) {
    List<String> lines = new ArrayList<>();
    for (Played part : parts) {
      List<String> its =
          pairs ? CompareTables.pairs(part.comparison()) : CompareTables.runs(part.comparison());
      if (lines.isEmpty()) {
        lines.add("part," + its.getFirst());
      }
      its.stream().skip(1).forEach(line -> lines.add(Csv.row(part.part().name()) + "," + line));
    }
    return lines;
  }

  SequencedMap<String, Object> json() {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("study", study.name());
    members.put("title", study.title());
    members.put("question", study.question());
    members.put("limits", study.limits());
    members.put("complete", parts.size() == study.parts().size());
    List<Object> all = new ArrayList<>();
    for (Played part : parts) {
      SequencedMap<String, Object> one = new LinkedHashMap<>();
      one.put("part", part.part().name());
      one.put("symbols", part.part().symbols());
      one.putAll(part.comparison().json());
      all.add(one);
    }
    members.put("parts", all);
    return members;
  }
}
