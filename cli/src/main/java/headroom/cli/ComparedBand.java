package headroom.cli;

import headroom.report.FillBand;
import headroom.sim.compare.Bootstrap;
import headroom.sim.compare.Verdict;
import headroom.sim.venue.FillRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A comparison under every fill rule. Differences are taken within a rule, so that both sides of
/// each assume the same of the queue.
///
/// @param own the rule of the comparison itself
/// @param rules the whole comparison under each rule, the kindest first
/// @param runs the rules beside each other for each run, by its number
record ComparedBand(
    FillRule own, SequencedMap<FillRule, Comparison> rules, Map<Integer, FillBand> runs) {

  static ComparedBand of(
      FillRule own, SequencedMap<FillRule, Comparison> rules, Bootstrap bootstrap) {
    Map<Integer, FillBand> runs = new TreeMap<>();
    for (ComparedRun run : rules.getOrDefault(own, Comparison.NONE).runs()) {
      List<Band.Played> played = new ArrayList<>();
      rules.forEach((rule, comparison) ->
          comparison.runs().stream()
              .filter(other -> other.number() == run.number())
              .forEach(other ->
                  played.add(new Band.Played(rule, other.figures(), other.commandHash()))));
      long seed = run.combination().settings().seed();
      runs.put(run.number(), Band.of(own, played, new Bootstrap(bootstrap.resamples(), seed)));
    }
    return new ComparedBand(own, rules, runs);
  }

  /// How many runs reached their end.
  int reached() {
    return rules.values().stream().mapToInt(one -> one.runs().size()).sum();
  }

  /// The same pair under each rule that was played.
  SequencedMap<FillRule, ComparedPair> of(ComparedPair pair) {
    SequencedMap<FillRule, ComparedPair> pairs = new LinkedHashMap<>();
    rules.forEach((rule, comparison) ->
        comparison.pairs().stream()
            .filter(other -> other.isOf(pair))
            .forEach(other -> pairs.put(rule, other)));
    return pairs;
  }

  /// Whether the verdict on a pair is the same under all rules; null if one of them was not played.
  @Nullable Boolean isSame(ComparedPair pair) {
    SequencedMap<FillRule, ComparedPair> pairs = of(pair);
    return pairs.size() < FillRule.values().length
        ? null
        : (Boolean) (byVerdict(pairs).size() == 1);
  }

  private static SequencedMap<Verdict, List<FillRule>> byVerdict(
      SequencedMap<FillRule, ComparedPair> pairs) {
    SequencedMap<Verdict, List<FillRule>> rules = new LinkedHashMap<>();
    pairs.forEach((rule, pair) ->
        rules.computeIfAbsent(pair.difference().verdict(), _ -> new ArrayList<>()).add(rule));
    return rules;
  }

  /// `no evidence under every rule`, or `depends: better under TOUCH, no evidence under THROUGH and
  /// VOLUME`.
  String verdict(ComparedPair pair) {
    SequencedMap<Verdict, List<FillRule>> rules = byVerdict(of(pair));
    @Nullable Boolean same = isSame(pair);
    if (same != null && same) {
      return rules.firstEntry().getKey().word() + " under every rule";
    }
    String each =
        rules.entrySet().stream()
            .map(one ->
                one.getKey().word()
                    + " under "
                    + one.getValue().stream()
                        .map(FillRule::name)
                        .collect(Collectors.joining(" and ")))
            .collect(Collectors.joining(", "));
    return (same == null ? "not all rules: " : "depends: ") + each;
  }

  /// On how many of the differences the rules agree, in a sentence; empty if there are none.
  String sentence(List<ComparedPair> pairs) {
    long judged = pairs.stream().filter(pair -> isSame(pair) != null).count();
    long same = pairs.stream().filter(pair -> Boolean.TRUE.equals(isSame(pair))).count();
    if (judged == 0) {
      return "";
    }
    if (judged == 1) {
      return same == 1
          ? "The verdict on the difference is the same under every fill rule."
          : "The verdict on the difference depends on the fill rule.";
    }
    return same == judged
        ? "The verdicts on all %s differences are the same under every fill rule.".formatted(judged)
        : "The verdict is the same under every fill rule for %s of %s differences; the others depend on the rule."
            .formatted(same, judged);
  }

  /// The member `band` of a pair.
  SequencedMap<String, Object> json(ComparedPair pair) {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    of(pair).forEach((rule, other) -> json.put(Band.word(rule), other.judged()));
    return json;
  }
}
