package headroom.sim.path;

import headroom.core.market.Bars;
import java.util.function.Supplier;

/// Which extreme of a bar is assumed to come first. Bars do not say.
public enum PathModel {
  /// The one nearer to the open; if both are as near, the low in a bar that does not fall.
  ADAPTIVE,
  /// The high.
  HIGH_FIRST,
  /// The low.
  LOW_FIRST,
  /// The one that is worse for what is held, or wanted, at the bar's start.
  WORST,
  /// Drawn: as often the high as a Brownian bridge with this open, close, high and low has it
  /// first.
  BRIDGE;

  /// What it says of the bars of one series.
  ///
  /// @param seed starts what is drawn
  /// @param worst says what is worse
  public Extremes extremes(long seed, Supplier<Extremes> worst) {
    return switch (this) {
      case ADAPTIVE -> PathModel::isHighNearer;
      case HIGH_FIRST -> (_, _) -> true;
      case LOW_FIRST -> (_, _) -> false;
      case WORST -> worst.get();
      case BRIDGE -> new Bridge(seed);
    };
  }

  private static boolean isHighNearer(Bars bars, int bar) {
    long up = bars.highRaw(bar) - bars.openRaw(bar);
    long down = bars.openRaw(bar) - bars.lowRaw(bar);
    return up == down ? bars.closeRaw(bar) < bars.openRaw(bar) : up < down;
  }
}
