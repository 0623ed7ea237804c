package headroom.report;

import headroom.core.engine.IntentStatus;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.tolerance.Distance;
import headroom.sim.account.Fill;
import headroom.sim.run.Outcome;
import headroom.sim.trace.Histogram;
import headroom.sim.trace.Marks.Sent;
import headroom.sim.trace.Trace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Charts of how many: by distance, by time to fill, by hour.
final class CountCharts {
  private static final double SECOND_NS = 1e9;
  private static final long[] SECONDS = {1, 10, 60, 300, 900, 3_600, 14_400, 43_200, 86_400};
  private static final String[] TIMES = {
    "1 s", "10 s", "1 m", "5 m", "15 m", "1 h", "4 h", "12 h", "1 d", "longer"
  };

  private final Outcome outcome;
  private final Trace trace;
  private final Histogram filled = Trace.distances();
  private final Histogram beyond = Trace.distances();
  private final Histogram seconds = new Histogram(SECONDS);
  private final List<Double> waits = new ArrayList<>();

  CountCharts(Facts facts) {
    this.outcome = facts.outcome();
    this.trace = facts.trace();
    SequencedMap<IntentId, Price> limits = new LinkedHashMap<>();
    for (IntentStatus status : outcome.intents()) {
      limits.put(status.intent().id(), status.intent().limit());
    }
    Set<OrderId> seen = new LinkedHashSet<>();
    for (Fill fill : outcome.account().fills()) {
      Sent sent = trace.sent().get(fill.order());
      if (fill.opens() && sent != null && seen.add(fill.order())) {
        filled.count(Math.max(0, sent.distancePpm()));
        double waited = (fill.timeNs() - sent.timeNs()) / SECOND_NS;
        waits.add(waited);
        seconds.count((long) Math.ceil(waited));
        Price limit = limits.get(fill.intent());
        if (limit != null) {
          Side other = fill.side() == Side.BUY ? Side.SELL : Side.BUY;
          beyond.count(Distance.ppm(other, fill.price().raw(), limit.raw()));
        }
      }
    }
  }

  /// When placed, when filled, when stolen.
  List<Chart> distances() {
    int bins = 1;
    for (Histogram one :
        List.of(trace.placedPpm(), filled, trace.victimPpm(), trace.thiefPpm(), beyond)) {
      for (int bin = 0; bin < one.counts().length; bin++) {
        bins = one.counts()[bin] > 0 ? Math.max(bins, bin + 1) : bins;
      }
    }
    return List.of(
        distance(
            "distance-placed",
            "Distance when placed",
            "All entry orders.",
            trace.placedPpm(),
            bins),
        distance(
            "distance-filled",
            "Distance when placed, of those that filled",
            "How far the market still was when an order was sent that was filled later.",
            filled,
            bins),
        distance(
            "distance-victims",
            "Distance when stolen from",
            "How far victims were when they were chosen; confirmed cancels only.",
            trace.victimPpm(),
            bins),
        distance(
            "distance-thieves",
            "Distance of thieves",
            "How far those were then for whom victims were cancelled.",
            trace.thiefPpm(),
            bins),
        distance(
            "distance-fill",
            "Price beyond the limit at the fill",
            "0 unless the market jumped past the limit: the first fill of each entry order.",
            beyond,
            bins));
  }

  private static Chart distance(String id, String title, String note, Histogram counts, int bins) {
    Map<String, Double> byLabel = new LinkedHashMap<>();
    long[] ends = counts.ends();
    for (int bin = 0; bin < bins; bin++) {
      String label = bin == ends.length ? ">" + percent(ends[bin - 1]) : percent(ends[bin]);
      byLabel.put(label, (double) counts.counts()[bin]);
    }
    if (counts.total() == 0) {
      byLabel.clear();
    }
    return Chart.bars(id, title, note + " In % of the limit, up to the label.", "orders", byLabel);
  }

  private static String percent(long ppm) {
    return BigDecimal.valueOf(ppm).movePointLeft(4).stripTrailingZeros().toPlainString();
  }

  /// From sending to the first fill.
  Chart timeToFill() {
    Map<String, Double> byLabel = new LinkedHashMap<>();
    for (int bin = 0; bin < TIMES.length && !waits.isEmpty(); bin++) {
      byLabel.put(TIMES[bin], (double) seconds.counts()[bin]);
    }
    return Chart.bars(
        "time-to-fill",
        "Time to fill",
        waits.isEmpty()
            ? ""
            : "From sending an entry order to its first fill, up to the label; half of them within %s."
                .formatted(Text.duration(median())),
        "orders",
        byLabel);
  }

  private double median() {
    List<Double> sorted = waits.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /// By the hour of the day, UTC.
  Chart byHour(String id, String title, String note, String unit, double[] values) {
    Map<String, Double> byLabel = new LinkedHashMap<>();
    double sum = 0;
    for (int hour = 0; hour < values.length; hour++) {
      byLabel.put(Integer.toString(hour), values[hour]);
      sum += Math.abs(values[hour]);
    }
    if (sum == 0) {
      byLabel.clear();
    }
    return Chart.bars(id, title, note, unit, byLabel);
  }
}
