package headroom.sim.intents;

import headroom.core.intent.Intent;
import java.util.Comparator;

/// An intent and when it appears.
///
/// @param fromNs when it appears, in nanoseconds since 1970 UTC; the prices of that instant are
///   known then
public record Planned(long fromNs, Intent intent) {
  /// By time, then instrument, then id.
  public static final Comparator<Planned> IN_ORDER =
      Comparator.comparingLong(Planned::fromNs)
          .thenComparing(planned -> planned.intent().instrument())
          .thenComparing(planned -> planned.intent().id());
}
