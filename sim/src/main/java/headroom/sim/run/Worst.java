package headroom.sim.run;

import headroom.core.market.Bars;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.sim.account.Account;
import headroom.sim.intents.Planned;
import headroom.sim.path.Extremes;
import java.util.ArrayList;
import java.util.List;

/// The order of the extremes that is worse for whoever holds or wants an instrument.
///
/// While a long lot is open the low comes first: it meets its stop before its take-profit.
/// Otherwise the high does: what is bought at the low has no high after it. Shorts mirrored: the
/// high while a short lot is open, and without any lot the low if there is nothing but intents to
/// sell. Of lots of both kinds the long one decides.
///
/// Not thread safe; owned by one run.
final class Worst implements Extremes {
  private final Account account;
  private final int index;
  private final List<Planned> intents;

  /// The intents that may be alive, oldest first, and how many of all have been looked at.
  private final List<Planned> present = new ArrayList<>();

  private int seen;
  private long lastNs = Long.MIN_VALUE;

  /// @param index the place of the instrument in the account
  /// @param intents of the instrument, in the order in which they appear
  Worst(Account account, int index, List<Planned> intents) {
    this.account = account;
    this.index = index;
    this.intents = List.copyOf(intents);
  }

  /// @param id the instrument, which has the place `index` in the account
  /// @param all of all instruments, in any order; those that do not appear in the period are left
  ///   out
  static Worst of(Account account, int index, InstrumentId id, List<Planned> all, Period period) {
    return new Worst(
        account,
        index,
        all.stream()
            .filter(one -> one.intent().instrument().equals(id))
            .filter(one -> one.fromNs() >= period.fromNs() && one.fromNs() < period.toNs())
            .sorted(Planned.IN_ORDER)
            .toList());
  }

  @Override
  public boolean isHighFirst(Bars bars, int bar) {
    if (account.holds(index, Side.BUY)) {
      return false;
    }
    return account.holds(index, Side.SELL) || !isOnlySold(bars.startNs(bar));
  }

  /// Whether there is at least one intent at a time, and all of them sell.
  private boolean isOnlySold(long timeNs) {
    if (timeNs < lastNs) {
      // Looked ahead before: start again.
      seen = 0;
      present.clear();
    }
    lastNs = timeNs;
    while (seen < intents.size() && intents.get(seen).fromNs() <= timeNs) {
      present.add(intents.get(seen));
      seen++;
    }
    present.removeIf(one -> one.intent().expiresNs() <= timeNs);
    boolean sells = false;
    for (Planned one : present) {
      if (one.intent().side() == Side.BUY) {
        return false;
      }
      sells = true;
    }
    return sells;
  }
}
