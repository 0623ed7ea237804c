package headroom.sim.account;

import headroom.core.calendar.TradingHours;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A stretch of days of New York, with the sessions that are named.
final class Days {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final LocalDate first;
  private final LocalDate last;
  final MarketDays market;

  /// @param sessions dates, those that close at 13:00 with a `*` behind
  Days(String first, String last, String... sessions) {
    this.first = LocalDate.parse(first);
    this.last = LocalDate.parse(last);
    List<Long> opens = new ArrayList<>();
    List<Long> closes = new ArrayList<>();
    List<Integer> dates = new ArrayList<>();
    for (String session : sessions) {
      LocalDate date = LocalDate.parse(session.replace("*", ""));
      opens.add(ns(date.atTime(9, 30)));
      closes.add(ns(date.atTime(session.endsWith("*") ? 13 : 16, 0)));
      dates.add(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    }
    List<Long> ends = new ArrayList<>();
    for (LocalDate day = this.first; !day.isAfter(this.last); day = day.plusDays(1)) {
      ends.add(endNs(day));
    }
    TradingHours hours =
        new TradingHours(
            ns(this.first.atTime(LocalTime.MIDNIGHT)),
            ends.getLast(),
            opens.stream().mapToLong(Long::longValue).toArray(),
            closes.stream().mapToLong(Long::longValue).toArray(),
            dates.stream().mapToInt(Integer::intValue).toArray());
    this.market = new MarketDays(hours, ends);
  }

  private static long ns(LocalDateTime time) {
    return time.atZone(NEW_YORK).toEpochSecond() * 1_000_000_000L;
  }

  static long at(String date, int hour, int minute) {
    return ns(LocalDate.parse(date).atTime(hour, minute));
  }

  private static long endNs(LocalDate day) {
    return ns(day.plusDays(1).atTime(LocalTime.MIDNIGHT));
  }

  static long endNs(String date) {
    return endNs(LocalDate.parse(date));
  }

  long startNs() {
    return ns(first.atTime(LocalTime.MIDNIGHT));
  }
}
