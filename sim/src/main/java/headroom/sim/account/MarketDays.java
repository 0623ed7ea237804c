package headroom.sim.account;

import headroom.core.calendar.TradingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Dates of New York, and which of them the exchange trades on.
public final class MarketDays {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long HALF_DAY_NS = 43_200 * SECOND_NS;

  private final TradingHours hours;
  private final List<Long> endsNs;

  /// @param endsNs every 24:00 of New York that is played, in order
  public MarketDays(TradingHours hours, List<Long> endsNs) {
    this.hours = hours;
    this.endsNs = List.copyOf(endsNs);
  }

  /// The date that ends at a 24:00 of New York.
  public static LocalDate endingAt(long endNs) {
    return Instant.ofEpochSecond(Math.floorDiv(endNs - HALF_DAY_NS, SECOND_NS))
        .atZone(ZoneOffset.UTC)
        .toLocalDate();
  }

  /// The date at a time; a 24:00 belongs to the day that begins.
  public LocalDate at(long timeNs) {
    int low = 0;
    int high = endsNs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (endsNs.get(middle) > timeNs) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    if (low < endsNs.size()) {
      return endingAt(endsNs.get(low));
    }
    // Within the last day, or the only one, whose end is not played.
    return endsNs.isEmpty()
        ? endingAt(timeNs + HALF_DAY_NS / 2)
        : endingAt(endsNs.getLast()).plusDays(1);
  }

  /// The session of a date; of one without a session the last one before it; −1 before the first.
  public int session(LocalDate date) {
    int number = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    int low = 0;
    int high = hours.sessions();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hours.date(middle) > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }

  public boolean isTrading(LocalDate date) {
    int session = session(date);
    return session >= 0 && dateOf(session).equals(date);
  }

  /// The trading day `days` after a date; beyond the calendar, that many days after it.
  public LocalDate after(LocalDate date, int days) {
    int later = session(date) + days;
    return later >= 0 && later < hours.sessions() ? dateOf(later) : date.plusDays(days);
  }

  /// How many days it is from one trading day to the next.
  int daysToNext(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(date, after(date, 1));
  }

  private LocalDate dateOf(int session) {
    int number = hours.date(session);
    return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
  }
}
