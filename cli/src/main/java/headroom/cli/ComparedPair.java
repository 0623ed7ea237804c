package headroom.cli;

import headroom.core.num.Fixed;
import headroom.sim.compare.Difference;
import headroom.sim.compare.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A run beside another.
///
/// @param period the name of the period; empty if there is only one, `all` for all periods one
///   after the other
/// @param runs the numbers of the run, one for each period
/// @param baselines the numbers of what it is compared with
/// @param sameIntents whether both met the same intents
/// @param sameCommands whether both sent the same commands, so that what differs in their settings
///   had no effect
record ComparedPair(
    String period,
    List<Integer> runs,
    String name,
    List<Integer> baselines,
    String baselineName,
    boolean sameIntents,
    boolean sameCommands,
    Difference difference) {
  /// Stands for all periods together.
  static final String ALL = "all";

  SequencedMap<String, Object> json() {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("period", period.isEmpty() ? null : period);
    members.put("run", name);
    members.put("runNumbers", runs);
    members.put("baseline", baselineName);
    members.put("baselineNumbers", baselines);
    members.put("sameIntents", sameIntents);
    members.put("sameCommands", sameCommands);
    members.put("days", difference.days());
    members.put("differingDays", difference.differingDays());
    members.putAll(outcome());
    return members;
  }

  /// What it comes to under one rule of a band.
  SequencedMap<String, Object> judged() {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("sameCommands", sameCommands);
    members.put("differingDays", difference.differingDays());
    members.putAll(outcome());
    return members;
  }

  private SequencedMap<String, Object> outcome() {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("difference", difference.netPnl().toString());
    Interval interval = difference.interval();
    members.put("stdError", interval == null ? null : cents(interval.stdError()));
    members.put("interval", interval == null ? null : ends(interval));
    members.put("blockLength", interval == null ? null : interval.blockLength());
    members.put("verdict", difference.verdict().word());
    return members;
  }

  /// Whether another pair is of the same runs, if under another rule.
  boolean isOf(ComparedPair other) {
    return period.equals(other.period)
        && runs.equals(other.runs)
        && baselines.equals(other.baselines);
  }

  static SequencedMap<String, Object> ends(Interval interval) {
    SequencedMap<String, Object> ends = new LinkedHashMap<>();
    ends.put("level", Interval.LEVEL);
    ends.put("low", cents(interval.low()));
    ends.put("high", cents(interval.high()));
    return ends;
  }

  /// Dollars as a decimal text with the cent as its last place.
  static String cents(double dollars) {
    return Fixed.text(Math.multiplyExact(Math.round(dollars * 100), Fixed.ONE / 100));
  }

  /// The interval for people; null if there is none.
  @Nullable String range() {
    return range(difference);
  }

  /// The interval of a difference for people; null if there is none.
  static @Nullable String range(Difference difference) {
    Interval interval = difference.interval();
    return interval == null
        ? null
        : "%s to %s"
            .formatted(Summary.cents(cents(interval.low())), Summary.cents(cents(interval.high())));
  }
}
