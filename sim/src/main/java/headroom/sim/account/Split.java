package headroom.sim.account;

import headroom.core.engine.Event;
import headroom.core.market.InstrumentId;

/// A split of the shares of a company, and when they are others.
///
/// @param timeNs in nanoseconds since 1970 UTC; at a broker of the US 04:00 in New York of the
///   ex-date
/// @param fact how many there are for how many
public record Split(long timeNs, Event.Split fact) {
  public InstrumentId instrument() {
    return fact.instrument();
  }
}
