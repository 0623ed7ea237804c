package headroom.sim.account;

import headroom.core.intent.OrderId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What the old rule for day traders remembers: the last close, and the day trades before.
///
/// Not thread safe; shared by the true account of a run and the one that the engine is told of.
final class MarginHistory {
  /// More than three day trades in five business days make a pattern (the old rule 4210(f)(8)).
  private static final int MOST_DAY_TRADES = 3;

  private static final int BUSINESS_DAYS = 5;

  /// A margin call.
  record Call(long timeNs, long equityRaw, long maintenanceRaw) {}

  long lastEquityRaw;
  long lastMaintenanceRaw;
  boolean isPattern;
  final List<Call> calls = new ArrayList<>();
  private final List<Integer> dayTrades = new ArrayList<>();
  private final TreeSet<OrderId> counted = new TreeSet<>();
  private LocalDate date = LocalDate.MIN;

  MarginHistory(long equityRaw) {
    this.lastEquityRaw = equityRaw;
  }

  /// A position was opened and closed on one day.
  ///
  /// @param session the number of that day among the trading days
  void dayTraded(LocalDate day, int session, OrderId closing) {
    if (!day.equals(date)) {
      date = day;
      counted.clear();
    }
    if (counted.add(closing)) {
      dayTrades.add(session);
      boolean isEnough = lastEquityRaw >= BuyingPower.LEAST_PATTERN_RAW;
      isPattern |= isEnough && recent(session) > MOST_DAY_TRADES;
    }
  }

  private long recent(int session) {
    return dayTrades.stream().filter(one -> one > session - BUSINESS_DAYS).count();
  }

  /// Whether one more day trade is one too many.
  boolean isBarred(int session) {
    return lastEquityRaw < BuyingPower.LEAST_PATTERN_RAW && recent(session) >= MOST_DAY_TRADES;
  }
}
