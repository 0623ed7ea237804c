package headroom.sim.venue;

/// How a venue behaves.
///
/// @param fillRule how far the price must come
/// @param participationPpm under [FillRule#VOLUME], the share of what is traded that own orders get
/// @param orderLatency how long an order is on its way, and its answer back
/// @param cancelLatency the same for a cancel or a change
/// @param costs spreads and fees
public record VenueRules(
    FillRule fillRule,
    int participationPpm,
    Latency orderLatency,
    Latency cancelLatency,
    Costs costs) {
  /// A tenth of what is traded.
  public static final int PARTICIPATION_PPM = 100_000;

  /// A quarter of a second each way: a careful guess for a retail broker.
  public static final VenueRules DEFAULTS =
      new VenueRules(FillRule.THROUGH, 250_000_000L, 250_000_000L, Costs.DEFAULTS);

  private static final int WHOLE_PPM = 1_000_000;

  public VenueRules {
    if (participationPpm < 1 || participationPpm > WHOLE_PPM) {
      throw new IllegalArgumentException(
          "participation must be from 1 to 1000000 ppm, was " + participationPpm);
    }
  }

  /// Latencies that are always the same.
  public VenueRules(FillRule fillRule, long orderLatencyNs, long cancelLatencyNs, Costs costs) {
    this(
        fillRule,
        PARTICIPATION_PPM,
        new Latency.Constant(orderLatencyNs),
        new Latency.Constant(cancelLatencyNs),
        costs);
  }

  /// The same venue with another fill rule.
  public VenueRules with(FillRule other) {
    return new VenueRules(other, participationPpm, orderLatency, cancelLatency, costs);
  }

  /// The share of the rest of a bar that can be had; 0: all of the bar.
  int sharePpm() {
    return fillRule == FillRule.VOLUME ? participationPpm : 0;
  }
}
