package headroom.sim.path;

import headroom.core.market.Bars;

/// Which extreme of a bar is assumed to come first. Bars do not say.
public enum PathModel {
  /// The one nearer to the open; if both are as near, the low in a bar that does not fall.
  ADAPTIVE,
  /// The high.
  HIGH_FIRST,
  /// The low.
  LOW_FIRST;

  boolean isHighFirst(Bars bars, int bar) {
    return switch (this) {
      case HIGH_FIRST -> true;
      case LOW_FIRST -> false;
      case ADAPTIVE -> {
        long up = bars.highRaw(bar) - bars.openRaw(bar);
        long down = bars.openRaw(bar) - bars.lowRaw(bar);
        yield up == down ? bars.closeRaw(bar) < bars.openRaw(bar) : up < down;
      }
    };
  }
}
