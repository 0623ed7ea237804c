package headroom.cli;

import headroom.sim.compare.Bootstrap;
import headroom.sim.compare.DailyChanges;
import headroom.sim.compare.Difference;
import headroom.sim.venue.FillRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Runs side by side, and what may be said of their differences.
///
/// @param planned how many runs there were to be, under all fill rules; if there are fewer, it was
///   interrupted
/// @param baseline the name of the row that the others are compared with
/// @param pairs every other run and its baseline, and any further pairs that were asked for
/// @param band the same under every fill rule; null if that was not asked for
record Comparison(
    int planned,
    String baseline,
    Bootstrap bootstrap,
    List<ComparedRun> runs,
    List<ComparedPair> pairs,
    @Nullable ComparedBand band) {
  /// Of no runs.
  static final Comparison NONE =
      new Comparison(
          0, "", new Bootstrap(Bootstrap.DEFAULT_RESAMPLES, 0), List.of(), List.of(), null);

  /// Compares runs that are over, played under every fill rule; rules are never compared with each
  /// other.
  ///
  /// @param planned how many runs there were to be, under all rules
  static Comparison ofBand(
      int planned,
      Combination baseline,
      List<Combination> combinations,
      List<Stretch> stretches,
      Bootstrap bootstrap,
      List<ComparedRun> runs,
      boolean everyPair) {
    FillRule own = baseline.settings().run().venue().fillRule();
    SequencedMap<FillRule, Comparison> rules = new LinkedHashMap<>();
    for (FillRule rule : FillRule.values()) {
      List<ComparedRun> these = runs.stream().filter(run -> run.rule() == rule).toList();
      rules.put(
          rule,
          of(
              planned / FillRule.values().length,
              baseline,
              combinations,
              stretches,
              bootstrap,
              these,
              everyPair));
    }
    Comparison first = rules.getOrDefault(own, NONE);
    return new Comparison(
        planned,
        first.baseline,
        bootstrap,
        first.runs,
        first.pairs,
        ComparedBand.of(own, rules, bootstrap));
  }

  /// Compares runs that are over.
  ///
  /// @param stretches the periods
  /// @param everyPair whether also runs are compared of which none is the baseline
  static Comparison of(
      int planned,
      Combination baseline,
      List<Combination> combinations,
      List<Stretch> stretches,
      Bootstrap bootstrap,
      List<ComparedRun> runs,
      boolean everyPair) {
    List<ComparedPair> pairs = new ArrayList<>();
    List<Combination> firsts = everyPair ? new ArrayList<>(combinations) : new ArrayList<>();
    firsts.remove(baseline);
    firsts.addFirst(baseline);
    List<Combination> done = new ArrayList<>();
    for (Combination first : firsts) {
      done.add(first);
      for (Combination second : combinations) {
        if (!done.contains(second)) {
          pairs.addAll(pairs(runs, second, first, stretches, bootstrap));
        }
      }
    }
    return new Comparison(planned, baseline.name(), bootstrap, List.copyOf(runs), pairs, null);
  }

  /// One for each period, and one for all together if they do not overlap.
  private static List<ComparedPair> pairs(
      List<ComparedRun> runs,
      Combination combination,
      Combination baseline,
      List<Stretch> stretches,
      Bootstrap bootstrap) {
    List<ComparedPair> pairs = new ArrayList<>();
    List<ComparedRun> these = new ArrayList<>();
    List<ComparedRun> those = new ArrayList<>();
    for (Stretch stretch : stretches) {
      @Nullable ComparedRun one = find(runs, combination, stretch);
      @Nullable ComparedRun other = find(runs, baseline, stretch);
      if (one != null && other != null) {
        pairs.add(pair(stretch.name(), List.of(one), List.of(other), bootstrap));
        these.add(one);
        those.add(other);
      }
    }
    if (stretches.size() > 1 && these.size() == stretches.size() && areApart(stretches)) {
      pairs.add(pair(ComparedPair.ALL, these, those, bootstrap));
    }
    return pairs;
  }

  private static @Nullable ComparedRun find(
      List<ComparedRun> runs, Combination combination, Stretch stretch) {
    return runs.stream()
        .filter(run -> run.combination().equals(combination) && run.stretch().equals(stretch))
        .findFirst()
        .orElse(null);
  }

  private static boolean areApart(List<Stretch> stretches) {
    for (int i = 1; i < stretches.size(); i++) {
      for (Stretch before : stretches.subList(0, i)) {
        if (before.meets(stretches.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static ComparedPair pair(
      String period, List<ComparedRun> runs, List<ComparedRun> baselines, Bootstrap bootstrap) {
    boolean sameIntents = true;
    boolean sameCommands = true;
    for (int i = 0; i < runs.size(); i++) {
      sameIntents &= runs.get(i).intents() == baselines.get(i).intents();
      sameCommands &= runs.get(i).commandHash().equals(baselines.get(i).commandHash());
    }
    return new ComparedPair(
        period,
        runs.stream().map(ComparedRun::number).toList(),
        runs.getFirst().combination().name(),
        baselines.stream().map(ComparedRun::number).toList(),
        baselines.getFirst().combination().name(),
        sameIntents,
        sameCommands,
        Difference.of(together(runs, baselines), together(baselines, runs), bootstrap));
  }

  private static DailyChanges together(List<ComparedRun> runs, List<ComparedRun> others) {
    DailyChanges all = runs.getFirst().changesBeside(others.getFirst());
    for (int i = 1; i < runs.size(); i++) {
      all = all.then(runs.get(i).changesBeside(others.get(i)));
    }
    return all;
  }

  boolean isComplete() {
    return reached() == planned;
  }

  /// How many runs reached their end, under all fill rules.
  int reached() {
    return band == null ? runs.size() : band.reached();
  }

  /// The pair of a run and the baseline; null if there is none.
  @Nullable ComparedPair pairOf(ComparedRun run) {
    return pairs.stream()
        .filter(pair -> pair.baselineName().equals(baseline))
        .filter(pair -> pair.runs().equals(List.of(run.number())))
        .findFirst()
        .orElse(null);
  }

  /// How many of the pairs differ and have an interval, so that chance can make it miss.
  long judged() {
    return pairs.stream()
        .filter(pair -> pair.difference().interval() != null && !pair.sameCommands())
        .count();
  }

  /// The members of `result.json`.
  SequencedMap<String, Object> json() {
    SequencedMap<String, Object> how = new LinkedHashMap<>();
    how.put("method", "stationary");
    how.put("resamples", bootstrap.resamples());
    how.put("seed", bootstrap.seed());
    how.put("comparisons", judged());
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("complete", isComplete());
    members.put("planned", planned);
    members.put("baseline", baseline);
    members.put("bootstrap", how);
    members.put("runs", runs.stream().map(this::json).toList());
    members.put("pairs", pairs.stream().map(this::json).toList());
    return members;
  }

  private SequencedMap<String, Object> json(ComparedRun run) {
    return run.json(band == null ? null : band.runs().get(run.number()));
  }

  private SequencedMap<String, Object> json(ComparedPair pair) {
    SequencedMap<String, Object> members = pair.json();
    if (band != null) {
      members.put("band", band.json(pair));
      members.put("sameVerdict", band.isSame(pair));
    }
    return members;
  }
}
