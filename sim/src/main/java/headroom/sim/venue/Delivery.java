package headroom.sim.venue;

import headroom.core.engine.Event;

/// Something on its way from the venue to the engine.
///
/// @param timeNs when it arrives
/// @param number counts what the venue said; what was said first arrives first
/// @param withAccount whether the state of the account comes with it
record Delivery(long timeNs, long number, Event event, boolean withAccount)
    implements Comparable<Delivery> {
  @Override
  public int compareTo(Delivery other) {
    int byTime = Long.compare(timeNs, other.timeNs);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
