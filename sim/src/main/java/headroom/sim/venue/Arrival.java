package headroom.sim.venue;

import headroom.core.engine.Command;

/// A command on its way to the venue.
///
/// @param number counts what was sent; what was sent first acts first
/// @param latencyNs how long it is on its way, and its answer back
record Arrival(long timeNs, long number, Command command, long latencyNs)
    implements Comparable<Arrival> {
  @Override
  public int compareTo(Arrival other) {
    int byTime = Long.compare(timeNs, other.timeNs);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
