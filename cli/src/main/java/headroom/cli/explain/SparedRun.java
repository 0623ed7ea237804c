package headroom.cli.explain;

import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Spared;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Puts looks at one order that follow each other and were turned away by the same rule into one
/// step: an order that rests for hours is looked at by everybody who is short.
///
/// Not thread safe; owned by one story.
final class SparedRun {
  private final List<Step> steps;
  private final Set<String> thieves = new TreeSet<>();
  private String order = "";
  private String rule = "";
  private String why = "";
  private long fromNs;
  private long toNs;
  private long count;
  private int leastPpm;
  private int mostPpm;
  private int nearestThiefPpm;
  private int furthestThiefPpm;

  SparedRun(List<Step> steps) {
    this.steps = steps;
  }

  void add(Look look, Candidate candidate, Spared spared, String words) {
    boolean same = count > 0 && order.equals(candidate.order()) && rule.equals(spared.word());
    if (!same) {
      flush();
      order = candidate.order();
      rule = spared.word();
      why = words;
      fromNs = look.timeNs();
      leastPpm = candidate.distancePpm();
      mostPpm = candidate.distancePpm();
      nearestThiefPpm = look.distancePpm();
      furthestThiefPpm = look.distancePpm();
    }
    count++;
    toNs = look.timeNs();
    thieves.add(look.intent().value());
    leastPpm = Math.min(leastPpm, candidate.distancePpm());
    mostPpm = Math.max(mostPpm, candidate.distancePpm());
    nearestThiefPpm = Math.min(nearestThiefPpm, look.distancePpm());
    furthestThiefPpm = Math.max(furthestThiefPpm, look.distancePpm());
  }

  /// Writes down what was gathered.
  void flush() {
    if (count == 0) {
      return;
    }
    String text =
        count == 1
            ? "%s asks at %s; %s is spared: %s"
                .formatted(thieves.iterator().next(), Words.ppm(furthestThiefPpm), order, why)
            : "asked for %s until %s, by %s at %s; %s at %s is spared: %s"
                .formatted(
                    Words.times(count),
                    Words.time(toNs),
                    Words.count(thieves.size(), "intent"),
                    range(nearestThiefPpm, furthestThiefPpm),
                    order,
                    range(leastPpm, mostPpm),
                    why);
    steps.add(Step.of(fromNs, "spared", count == 1 ? leastPpm : -1, text));
    thieves.clear();
    count = 0;
  }

  private static String range(int leastPpm, int mostPpm) {
    return leastPpm == mostPpm
        ? Words.ppm(leastPpm)
        : Words.ppm(leastPpm) + " to " + Words.ppm(mostPpm);
  }
}
