package headroom.cli.settings;

import headroom.sim.venue.Latency;

/// Latencies as texts: `250ms`, `100ms..400ms` for anything between, `200ms+100ms` for at least the
/// one and on average the other more.
final class Latencies {
  private static final String BETWEEN = "..";
  private static final String MORE = "+";

  private Latencies() {}

  /// The latency that a text means.
  ///
  /// @throws IllegalArgumentException if it means none
  static Latency of(String text) {
    int between = text.indexOf(BETWEEN);
    if (between >= 0) {
      return new Latency.Between(
          Values.durationNs(text.substring(0, between)),
          Values.durationNs(text.substring(between + BETWEEN.length())));
    }
    int more = text.indexOf(MORE);
    if (more > 0) {
      return new Latency.Tail(
          Values.durationNs(text.substring(0, more)),
          Values.durationNs(text.substring(more + MORE.length())));
    }
    return new Latency.Constant(Values.durationNs(text));
  }

  /// The one spelling of a latency.
  static String text(Latency latency) {
    return switch (latency) {
      case Latency.Constant constant -> Values.duration(constant.ns());
      case Latency.Between between ->
          Values.duration(between.leastNs()) + BETWEEN + Values.duration(between.mostNs());
      case Latency.Tail tail ->
          Values.duration(tail.leastNs()) + MORE + Values.duration(tail.meanNs());
    };
  }
}
