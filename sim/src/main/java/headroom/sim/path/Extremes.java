package headroom.sim.path;

import headroom.core.market.Bars;

/// Says which extreme of a bar comes first.
///
/// **Invariant:** it says the same of a bar as long as nothing is filled and no bar of the series
/// ends: only so may a stretch be left out unseen.
@FunctionalInterface
public interface Extremes {
  boolean isHighFirst(Bars bars, int bar);
}
