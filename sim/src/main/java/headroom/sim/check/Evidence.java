package headroom.sim.check;

import headroom.core.engine.Counter;
import headroom.sim.run.Outcome;
import org.jspecify.annotations.Nullable;

/// How much happened while something was checked. Where nothing happens nothing can go wrong.
///
/// @param placed entry orders sent
/// @param steals thieves accepted
public record Evidence(long placed, long steals) {
  /// Fewer entry orders than these say nothing.
  public static final long LEAST_PLACED = 100;

  public static final Evidence NONE = new Evidence(0, 0);

  public static Evidence of(Outcome outcome) {
    return new Evidence(
        outcome.counters().of(Counter.PLACED), outcome.counters().of(Counter.STEALS));
  }

  public Evidence plus(Evidence other) {
    return new Evidence(placed + other.placed, steals + other.steals);
  }

  /// What is missing, in words; null if it is enough.
  public @Nullable String lacking() {
    if (placed < LEAST_PLACED) {
      return "saw %s orders placed, needs %s".formatted(placed, LEAST_PLACED);
    }
    return steals == 0 ? "saw no steal" : null;
  }
}
