package headroom.core.engine;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.math.RoundingMode;
import java.util.ArrayDeque;

/// Holds everything back for a while when too much happens at once.
///
/// Not thread safe; owned by the engine.
final class StormGuard {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long WHOLE_PPM = 1_000_000;

  private final Guards guards;
  private final ArrayDeque<Trade> trades = new ArrayDeque<>();
  private final ArrayDeque<Long> stealsNs = new ArrayDeque<>();
  private long tradedRaw;

  private record Trade(long timeNs, long valueRaw) {}

  StormGuard(Guards guards) {
    this.guards = guards;
  }

  /// Forgets what is a minute old.
  void advance(long nowNs) {
    while (!trades.isEmpty() && nowNs - trades.getFirst().timeNs() >= MINUTE_NS) {
      tradedRaw -= trades.removeFirst().valueRaw();
    }
    while (!stealsNs.isEmpty() && nowNs - stealsNs.getFirst() >= MINUTE_NS) {
      stealsNs.removeFirst();
    }
  }

  private boolean watchesTrades() {
    return guards.fillsPerMinute() > 0 || guards.notionalPerMinute() != null;
  }

  /// An entry traded.
  void traded(long nowNs, long valueRaw) {
    if (watchesTrades()) {
      trades.addLast(new Trade(nowNs, valueRaw));
      tradedRaw = Math.addExact(tradedRaw, valueRaw);
    }
  }

  /// A steal was started.
  void stole(long nowNs) {
    if (guards.stealsPerMinute() > 0) {
      stealsNs.addLast(nowNs);
    }
  }

  /// Whether so much was traded that nothing is placed.
  boolean holdsEntries() {
    Money most = guards.notionalPerMinute();
    boolean many = guards.fillsPerMinute() > 0 && trades.size() >= guards.fillsPerMinute();
    return many || (most != null && tradedRaw >= most.raw());
  }

  boolean holdsSteals() {
    return guards.stealsPerMinute() > 0 && stealsNs.size() >= guards.stealsPerMinute();
  }

  /// When the oldest trade that counts is forgotten.
  long entriesFromNs() {
    return trades.isEmpty() ? Long.MAX_VALUE : trades.getFirst().timeNs() + MINUTE_NS;
  }

  long stealsFromNs() {
    return stealsNs.isEmpty() ? Long.MAX_VALUE : stealsNs.getFirst() + MINUTE_NS;
  }

  /// Whether one more entry would bring what stands in its direction above the cap. While equity is
  /// unknown nothing is known to be below.
  ///
  /// @param valueRaw what the entry is worth
  boolean exceedsExposure(Book book, Watch watch, long valueRaw) {
    if (guards.exposurePpm() == 0) {
      return false;
    }
    Money equity = book.account.equity();
    if (equity == null) {
      return true;
    }
    long sum = valueRaw;
    for (Working order : book.entries.oldestFirst()) {
      long value = Fixed.product(order.valuePriceRaw, order.remainingRaw(), RoundingMode.CEILING);
      sum = Math.addExact(sum, order.side == watch.side() ? value : -value);
    }
    for (Lot lot : book.lots) {
      long value = Fixed.product(lot.watch.market.markRaw, lot.openRaw, RoundingMode.CEILING);
      sum = Math.addExact(sum, lot.watch.side() == watch.side() ? value : -value);
    }
    return sum > Fixed.scaled(equity.raw(), guards.exposurePpm(), WHOLE_PPM, RoundingMode.FLOOR);
  }
}
