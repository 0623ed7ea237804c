package headroom.cli;

import headroom.cli.PeriodsOption.Span;
import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Given;
import headroom.cli.settings.Key;
import headroom.cli.settings.Keys;
import headroom.cli.settings.SettingsException;
import headroom.cli.settings.SettingsLoader;
import headroom.cli.study.Study;
import headroom.cli.study.Study.Part;
import headroom.cli.study.Study.Row;
import headroom.cli.study.Study.Varied;
import headroom.sim.compare.Bootstrap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A study on its way from its file to comparisons. Settings are the defaults and what the study
/// says, whatever else is set around it.
final class StudyRun {
  private final Study study;
  private final List<Prepared> prepared = new ArrayList<>();

  private record Prepared(Part part, List<Combination> combinations, List<Span> spans) {
    Combination baseline() {
      return combinations.get(part.baseline() - 1);
    }
  }

  /// A part that was played.
  record Played(Part part, Market market, Comparison comparison) {}

  /// @throws SettingsException with everything that is wrong with any part
  StudyRun(Study study) {
    this.study = study;
    List<String> problems = new ArrayList<>();
    for (Part part : study.parts()) {
      List<String> wrong = new ArrayList<>();
      List<Combination> combinations = combinations(part, wrong);
      List<Span> spans = PeriodsOption.spans("periods", part.periods(), wrong);
      if (wrong.isEmpty() && combinations.size() < 2) {
        wrong.add("there must be at least two runs to compare, was one");
      }
      if (wrong.isEmpty() && part.baseline() > combinations.size()) {
        wrong.add(
            "baseline must be the number of a run, 1 to %s, was %s"
                .formatted(combinations.size(), part.baseline()));
      }
      wrong.forEach(one -> problems.add("part %s: %s".formatted(part.name(), one)));
      prepared.add(new Prepared(part, combinations, spans));
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems.stream().distinct().toList());
    }
  }

  Study study() {
    return study;
  }

  private static List<Combination> combinations(Part part, List<String> problems) {
    List<Combination> combinations = new ArrayList<>();
    for (Row row : part.rows()) {
      for (SequencedMap<String, Given> choice : choices(part.vary(), problems)) {
        List<Given> given = new ArrayList<>(part.settings());
        given.addAll(row.settings());
        given.addAll(choice.values());
        List<String> name = new ArrayList<>(row.name().isEmpty() ? List.of() : List.of(row.name()));
        SequencedMap<String, String> varied = new LinkedHashMap<>();
        row.settings().forEach(one -> varied.put(one.key(), one.text()));
        choice.forEach((key, one) -> {
          varied.put(key, one.text());
          name.add(key.equals("policy") ? one.text() : key + "=" + one.text());
        });
        try {
          EffectiveSettings settings = SettingsLoader.load(null, Map.of(), null, given, List.of());
          combinations.add(new Combination(String.join(", ", name), varied, settings));
        } catch (SettingsException e) {
          problems.addAll(e.problems());
        }
      }
    }
    return combinations;
  }

  /// Every value of one with every value of the others; the last changes first.
  private static List<SequencedMap<String, Given>> choices(
      List<Varied> vary, List<String> problems) {
    List<SequencedMap<String, Given>> choices = new ArrayList<>();
    choices.add(new LinkedHashMap<>());
    for (Varied one : vary) {
      List<SequencedMap<String, Given>> longer = new ArrayList<>();
      for (SequencedMap<String, Given> choice : choices) {
        for (String value : one.values()) {
          SequencedMap<String, Given> more = new LinkedHashMap<>(choice);
          more.put(one.key(), new Given(one.key(), spelled(one, value, problems), one.place()));
          longer.add(more);
        }
      }
      choices = longer;
    }
    return choices;
  }

  private static String spelled(Varied one, String value, List<String> problems) {
    @Nullable Key key = Keys.of(one.key());
    try {
      return key == null ? value : key.form().canonical(value);
    } catch (IllegalArgumentException e) {
      problems.add("%s: %s %s".formatted(one.place(), one.key(), e.getMessage()));
      return key.standard();
    }
  }

  /// How many runs there are in one period of each part.
  int size() {
    return prepared.stream()
        .mapToInt(part -> part.combinations().size() * Math.max(1, part.spans().size()))
        .sum();
  }

  /// Plays all parts, each several runs at a time.
  ///
  /// @param goesOn false ends it early, with the parts that are whole
  List<Played> play(Path data, Dates dates, Crew crew, BooleanSupplier goesOn, PrintWriter err) {
    SequencedMap<List<String>, Market> markets = new LinkedHashMap<>();
    boolean extended =
        prepared.stream()
            .flatMap(part -> part.combinations().stream())
            .anyMatch(one -> one.settings().extendedHours());
    List<Played> played = new ArrayList<>();
    for (Prepared part : prepared) {
      List<String> symbols = part.part().symbols();
      Market market =
          markets.computeIfAbsent(
              symbols, names -> Market.load(data, names, false, extended, Dates.ALL, err));
      List<Stretch> stretches = stretches(part, market, dates);
      Contest contest =
          new Contest(market, part.combinations(), stretches, null, null, Actions.NONE, err);
      AtomicLong done = new AtomicLong();
      long days = Math.max(1, contest.days());
      try (Progress progress = Progress.of(part.part().name(), "days", err)) {
        List<ComparedRun> runs =
            contest.run(
                crew.workers(),
                goesOn,
                () -> progress.at(done.incrementAndGet(), days),
                (_, _) -> {});
        if (!goesOn.getAsBoolean()) {
          return played;
        }
        Comparison comparison =
            Comparison.of(
                contest.size(),
                part.baseline(),
                part.combinations(),
                stretches,
                new Bootstrap(Bootstrap.DEFAULT_RESAMPLES, part.baseline().settings().seed()),
                runs,
                false);
        played.add(new Played(part.part(), market, comparison));
      }
    }
    return played;
  }

  private static List<Stretch> stretches(Prepared part, Market market, Dates dates) {
    if (part.spans().isEmpty()) {
      return List.of(new Stretch("", market.period(dates)));
    }
    boolean one = part.spans().size() == 1;
    return part.spans().stream()
        .map(span -> new Stretch(one ? "" : span.toString(), market.period(span.dates())))
        .toList();
  }
}
