package headroom.core.conformance;

import headroom.core.calendar.TradingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The sessions of the New York Stock Exchange in 2025, written out.
public final class Exchange {
  public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final Set<String> CLOSED =
      Set.of(
          "2025-01-01",
          "2025-01-09",
          "2025-01-20",
          "2025-02-17",
          "2025-04-18",
          "2025-05-26",
          "2025-06-19",
          "2025-07-04",
          "2025-09-01",
          "2025-11-27",
          "2025-12-25");
  private static final Set<String> CLOSES_EARLY = Set.of("2025-07-03", "2025-11-28", "2025-12-24");

  public static final TradingHours HOURS = hours();

  /// The same with trading from 04:00 to four hours after each close.
  public static final TradingHours EXTENDED_HOURS = extended(HOURS);

  private static final long HOUR_NS = 3_600 * Texts.SECOND_NS;

  private Exchange() {}

  private static TradingHours extended(TradingHours core) {
    long[] opens = new long[core.sessions()];
    long[] closes = new long[core.sessions()];
    for (int i = 0; i < opens.length; i++) {
      opens[i] = core.opensNs(i) - 11 * HOUR_NS / 2;
      closes[i] = core.closesNs(i) + 4 * HOUR_NS;
    }
    return core.withExtended(opens, closes);
  }

  private static TradingHours hours() {
    LocalDate first = LocalDate.of(2025, 1, 1);
    LocalDate end = LocalDate.of(2026, 1, 1);
    List<Long> opens = new ArrayList<>();
    List<Long> closes = new ArrayList<>();
    List<Integer> dates = new ArrayList<>();
    for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
      boolean weekend =
          date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (weekend || CLOSED.contains(date.toString())) {
        continue;
      }
      opens.add(timeNs(date, LocalTime.of(9, 30)));
      closes.add(timeNs(date, LocalTime.of(CLOSES_EARLY.contains(date.toString()) ? 13 : 16, 0)));
      dates.add(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    }
    return new TradingHours(
        timeNs(first, LocalTime.MIDNIGHT),
        timeNs(end, LocalTime.MIDNIGHT),
        opens.stream().mapToLong(Long::longValue).toArray(),
        closes.stream().mapToLong(Long::longValue).toArray(),
        dates.stream().mapToInt(Integer::intValue).toArray());
  }

  /// An instant by the clocks of New York.
  public static long timeNs(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(NEW_YORK).toEpochSecond() * Texts.SECOND_NS;
  }
}
