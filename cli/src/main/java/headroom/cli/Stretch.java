package headroom.cli;

import headroom.sim.run.Period;

/// A period of a comparison.
///
/// @param name its first and last day, for people; empty if there is only one period
record Stretch(String name, Period period) {
  boolean meets(Stretch other) {
    return period.fromNs() < other.period.toNs() && other.period.fromNs() < period.toNs();
  }
}
