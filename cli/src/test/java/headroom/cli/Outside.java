package headroom.cli;

import headroom.core.market.InstrumentId;
import headroom.sim.run.Outcome;

/// What happened to stocks before and after the core session.
final class Outside {
  private Outside() {}

  /// How many fills there were.
  static long fills(Outcome outcome, Market market) {
    return outcome.account().fills().stream()
        .filter(fill -> isStock(market, fill.instrument()))
        .filter(fill -> !market.hours().isOpen(fill.timeNs()))
        .count();
  }

  private static boolean isStock(Market market, InstrumentId id) {
    return market.tape().series().stream()
        .anyMatch(bars -> bars.id().equals(id) && bars.instrument().isStock());
  }
}
