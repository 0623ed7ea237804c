package headroom.sim.venue;

import headroom.core.market.Instrument;
import headroom.core.market.Side;

/// How far the price must come for a resting order to be filled, and how much of it is. Bars do not
/// tell the queue.
public enum FillRule {
  /// To the limit: the kindest assumption.
  TOUCH,
  /// One tick beyond the limit, so that everybody in the queue was served.
  THROUGH,
  /// The same, but only a share of what is traded in the rest of the bar can be had.
  VOLUME;

  /// The price at which an order is filled, in billionths.
  long levelRaw(Instrument instrument, Side side, long limitRaw) {
    if (this == TOUCH) {
      return limitRaw;
    }
    long tick = instrument.tickAtRaw(limitRaw);
    return side == Side.BUY ? limitRaw - tick : limitRaw + tick;
  }
}
