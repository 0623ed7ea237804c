package headroom.sim.path;

import headroom.core.market.Bars;
import headroom.sim.chance.Draw;

/// Draws which extreme of a bar comes first, as often the high as a Brownian bridge from its open
/// to its close has it first, given that it reaches just its high and its low.
///
/// The draw is named by the seed, the instrument and the start of the bar. How much the bridge
/// moves is what its range says: a range squared is on average 4 ln 2 times the variance (Parkinson
/// 1980).
///
/// @param seed the number that the run names
record Bridge(long seed) implements Extremes {
  /// The variance over a bar in units of its range squared.
  private static final double VARIANCE = 1 / (4 * StrictMath.log(2));

  /// Further images are below a double's precision.
  private static final int IMAGES = 2;

  @Override
  public boolean isHighFirst(Bars bars, int bar) {
    double range = bars.highRaw(bar) - bars.lowRaw(bar);
    if (range == 0) {
      return true;
    }
    double chance =
        chanceOfHighFirst(
            (bars.openRaw(bar) - bars.lowRaw(bar)) / range,
            (bars.closeRaw(bar) - bars.lowRaw(bar)) / range);
    return Draw.share(seed, "path", bars.id().value(), bars.startNs(bar)) < chance;
  }

  /// How likely the high is the first.
  ///
  /// @param open where in the range the bar opens, 0 being the low and 1 the high
  /// @param close where it closes
  static double chanceOfHighFirst(double open, double close) {
    double high = weight(open, close);
    double low = weight(1 - open, 1 - close);
    return high + low == 0 ? 0.5 : high / (high + low);
  }

  /// The weight of all ways from `open` up to 1, down to 0 and on to `close` that leave [0, 1]
  /// nowhere. Its Laplace transform in time is, with k = √(2λ), the product of the three passages,
  /// k · sinh(k·open) · sinh(k·(1 − close)) / sinh³(k); here it is summed over the images of the
  /// walls.
  private static double weight(double open, double close) {
    if (open == 0 || close == 1) {
      // The bar begins at the low, or ends at the high: there is no such way.
      return 0;
    }
    double sum = 0;
    for (int n = 0; n < IMAGES; n++) {
      double turns = 2.0 * n;
      double ways = (n + 1) * (n + 2) / 2.0;
      sum +=
          ways
              * (passage(turns + 2 - open + close)
                  - passage(turns + 4 - open - close)
                  - passage(turns + 2 + open + close)
                  + passage(turns + 4 + open - close));
    }
    return Math.max(0, sum);
  }

  /// The inverse of k · exp(−k · way), but for a factor.
  private static double passage(double way) {
    double square = way * way / VARIANCE;
    return (square - 1) * StrictMath.exp(-square / 2);
  }
}
