package headroom.report;

import headroom.core.engine.Refusal;
import headroom.core.num.Money;
import headroom.report.Chart.Kind;
import headroom.report.Chart.Series;
import headroom.sim.run.DayEnd;
import headroom.sim.run.Outcome;
import headroom.sim.trace.Marks.Theft;
import headroom.sim.trace.Slots;
import headroom.sim.trace.Trace;
import headroom.sim.trace.Uses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The charts of a run over time.
final class TimeCharts {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final double PPM_OF_PERCENT = 10_000;
  private static final int MOST_REASONS = 6;

  private final Outcome outcome;
  private final Trace trace;
  private final Slots slots;

  TimeCharts(Facts facts) {
    this.outcome = facts.outcome();
    this.trace = facts.trace();
    this.slots = trace.slots();
  }

  /// Equity at the end of each day of New York, and at the start.
  Chart equity() {
    return new Chart(
        "equity",
        "Equity",
        "At the end of each day of New York, valued at the last prices.",
        Kind.LINES,
        "$",
        days(true),
        List.of(),
        List.of(
            Series.of("equity", ofDays(outcome.settings().equity(), DayEnd::equity)),
            Series.of("cash", ofDays(outcome.settings().equity(), DayEnd::cash))));
  }

  /// How far equity was below its peak until then.
  Chart drawdown() {
    List<@Nullable Double> below = new ArrayList<>();
    long peakRaw = outcome.settings().equity().raw();
    below.add(0.0);
    for (DayEnd day : outcome.days()) {
      peakRaw = Math.max(peakRaw, day.equity().raw());
      below.add(-100.0 * (peakRaw - day.equity().raw()) / peakRaw);
    }
    return new Chart(
        "drawdown",
        "Drawdown",
        "Daily equity below its peak so far.",
        Kind.AREA,
        "%",
        days(true),
        List.of(),
        List.of(Series.of("drawdown", below)));
  }

  Chart exposure() {
    return new Chart(
        "exposure",
        "Positions at the end of the day",
        "Gross value of what is held over night.",
        Kind.STACK,
        "$",
        days(false),
        List.of(),
        List.of(
            Series.of("stocks", ofDays(null, DayEnd::stocks)),
            Series.of("crypto", ofDays(null, DayEnd::crypto))));
  }

  private List<Long> days(boolean withStart) {
    List<Long> ends = outcome.period().dayEndsNs();
    List<Long> seconds = new ArrayList<>();
    if (withStart) {
      seconds.add(outcome.period().fromNs() / SECOND_NS);
    }
    for (int day = 0; day < outcome.days().size(); day++) {
      long endNs = day < ends.size() ? ends.get(day) : outcome.period().toNs();
      seconds.add(Math.min(endNs, outcome.period().toNs()) / SECOND_NS);
    }
    return seconds;
  }

  private List<@Nullable Double> ofDays(@Nullable Money start, Function<DayEnd, Money> figure) {
    List<@Nullable Double> values = new ArrayList<>();
    if (start != null) {
      values.add(Double.valueOf(start.toString()));
    }
    outcome.days().forEach(day -> values.add(Double.valueOf(figure.apply(day).toString())));
    return values;
  }

  /// One for each constraint of the account.
  List<Chart> capacity() {
    List<Chart> charts = new ArrayList<>();
    for (Uses uses : trace.uses()) {
      charts.add(
          new Chart(
              "capacity-" + charts.size(),
              "Use of " + uses.name(),
              "Averages over %s; at its peak %s of the limit of that moment was in use or promised."
                  .formatted(Text.duration(slots.widthNs() / 1e9), Text.share(uses.peakShare())),
              Kind.STACK,
              "$",
              starts(),
              List.of(),
              List.of(
                  Series.of("positions", cents(uses.positions())),
                  Series.of("open orders", cents(uses.orders())),
                  Series.of("promised to thieves", cents(uses.promised())),
                  Series.of("others", cents(uses.others())),
                  new Series("limit", true, cents(uses.limit())))));
    }
    return charts;
  }

  Chart blocked() {
    long[] blocked = trace.blockedNs();
    List<@Nullable Double> values = new ArrayList<>();
    for (int i = 0; i < blocked.length; i++) {
      values.add(rounded((double) blocked[i] / slots.lengthNs(i), 10_000));
    }
    return new Chart(
        "blocked",
        "Blocked entries",
        "How many intents were ready and had no capital, on average over %s."
            .formatted(Text.duration(slots.widthNs() / 1e9)),
        Kind.AREA,
        "intents",
        starts(),
        List.of(),
        Arrays.stream(blocked).allMatch(ns -> ns == 0)
            ? List.of()
            : List.of(Series.of("blocked intents", values)));
  }

  /// The commonest reasons by themselves, the others together.
  Chart refusals() {
    List<Map.Entry<Refusal, long[]>> byCount =
        trace.refusals().entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<Refusal, long[]> one) -> -Arrays.stream(one.getValue()).sum())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    List<Series> series = new ArrayList<>();
    double[] others = new double[slots.count()];
    for (int i = 0; i < byCount.size(); i++) {
      long[] counts = byCount.get(i).getValue();
      if (i < MOST_REASONS) {
        String name = byCount.get(i).getKey().word().replace("no-capacity.", "");
        series.add(Series.of(name, values(Arrays.stream(counts).asDoubleStream().toArray())));
      } else {
        Arrays.setAll(others, slot -> others[slot] + counts[slot]);
      }
    }
    if (byCount.size() > MOST_REASONS) {
      series.add(Series.of("other reasons", values(others)));
    }
    return new Chart(
        "refusals",
        "Refusals through time",
        "By reason, each reason once per blocked episode, counted over %s."
            .formatted(Text.duration(slots.widthNs() / 1e9)),
        Kind.STACK,
        "refusals",
        starts(),
        List.of(),
        series);
  }

  /// Each confirmed cancel of a victim: how far both were from their limits.
  Chart steals() {
    List<Theft> thefts =
        trace.thefts().kept().stream().filter(theft -> theft.victimPpm() >= 0).toList();
    List<Long> xs = new ArrayList<>();
    List<@Nullable Double> victims = new ArrayList<>();
    List<@Nullable Double> thieves = new ArrayList<>();
    for (Theft theft : thefts) {
      xs.add(theft.timeNs() / SECOND_NS);
      victims.add(theft.victimPpm() / PPM_OF_PERCENT);
      thieves.add(theft.thiefPpm() / PPM_OF_PERCENT);
    }
    long every = trace.thefts().every();
    return new Chart(
        "steals",
        "Steals",
        "Distance from the limit of victims and of those for whom they were cancelled"
            + (every == 1
                ? "."
                : "; every %sth of %s."
                    .formatted(every, Text.count(trace.thefts().given(), "cancel"))),
        Kind.POINTS,
        "%",
        xs,
        List.of(),
        xs.isEmpty()
            ? List.of()
            : List.of(Series.of("victim", victims), Series.of("thief", thieves)));
  }

  private List<Long> starts() {
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < slots.count(); i++) {
      starts.add((slots.fromNs() + i * slots.widthNs()) / SECOND_NS);
    }
    return starts;
  }

  private static List<@Nullable Double> values(double[] numbers) {
    List<@Nullable Double> values = new ArrayList<>();
    for (double number : numbers) {
      values.add(number);
    }
    return values;
  }

  private static List<@Nullable Double> cents(double[] dollars) {
    List<@Nullable Double> values = new ArrayList<>();
    for (double amount : dollars) {
      values.add(Double.isNaN(amount) ? null : rounded(amount, 100));
    }
    return values;
  }

  private static @Nullable Double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
