package headroom.sim.account;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Amounts of trades in stocks that have not settled yet.
///
/// Not thread safe; owned by an account.
final class Unsettled {
  private static final DatedTable CYCLE = DatedTable.of("settlement");

  private final NavigableMap<LocalDate, Long> incoming = new TreeMap<>();
  private final NavigableMap<LocalDate, Long> outgoing = new TreeMap<>();
  private long incomingRaw;
  private long outgoingRaw;

  /// @param amountRaw above 0 if it comes in
  void add(LocalDate traded, MarketDays days, long amountRaw) {
    LocalDate due = days.after(traded, Integer.parseInt(CYCLE.rowAt(traded).getFirst()));
    if (amountRaw > 0) {
      incoming.merge(due, amountRaw, Math::addExact);
      incomingRaw = Math.addExact(incomingRaw, amountRaw);
    } else {
      outgoing.merge(due, amountRaw, Math::addExact);
      outgoingRaw = Math.addExact(outgoingRaw, amountRaw);
    }
  }

  /// A date has begun: what settles on it is settled.
  void settle(LocalDate date) {
    incomingRaw -= remove(incoming, date);
    outgoingRaw -= remove(outgoing, date);
  }

  private static long remove(NavigableMap<LocalDate, Long> amounts, LocalDate date) {
    NavigableMap<LocalDate, Long> due = amounts.headMap(date, true);
    long sum = due.values().stream().mapToLong(Long::longValue).sum();
    due.clear();
    return sum;
  }

  /// What comes in and what goes out, together.
  long sumRaw() {
    return incomingRaw + outgoingRaw;
  }

  /// What is still to come in.
  long incomingRaw() {
    return incomingRaw;
  }
}
