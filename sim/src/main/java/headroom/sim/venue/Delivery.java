package headroom.sim.venue;

import headroom.core.engine.Event;
import headroom.sim.account.Fill;
import org.jspecify.annotations.Nullable;

/// Something on its way from the venue to the engine.
///
/// @param timeNs when it arrives
/// @param number counts what the venue said; what was said first arrives first
/// @param fill the trade that it reports; null if it reports none
record Delivery(long timeNs, long number, Event event, @Nullable Fill fill)
    implements Comparable<Delivery> {
  @Override
  public int compareTo(Delivery other) {
    int byTime = Long.compare(timeNs, other.timeNs);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
