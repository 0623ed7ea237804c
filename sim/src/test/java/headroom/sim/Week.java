package headroom.sim;

import headroom.core.calendar.TradingHours;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/// A week and a half in the summer of 2025, when New York is four hours behind UTC: its Thursday
/// closes early, its Friday is a holiday.
public final class Week {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

  /// The sessions, in UTC.
  private static final String[] SESSIONS = {
    "06-30 13:30 20:00",
    "07-01 13:30 20:00",
    "07-02 13:30 20:00",
    "07-03 13:30 17:00",
    "07-07 13:30 20:00",
    "07-08 13:30 20:00",
    "07-09 13:30 20:00",
    "07-10 13:30 20:00",
    "07-11 13:30 20:00",
  };

  private Week() {}

  public static TradingHours hours() {
    long[] opens = new long[SESSIONS.length];
    long[] closes = new long[SESSIONS.length];
    int[] dates = new int[SESSIONS.length];
    for (int i = 0; i < SESSIONS.length; i++) {
      String[] parts = SESSIONS[i].split(" ", -1);
      opens[i] = ns(parts[0] + " " + parts[1]);
      closes[i] = ns(parts[0] + " " + parts[2]);
      dates[i] = Integer.parseInt("2025" + parts[0].replace("-", ""));
    }
    return new TradingHours(ns("06-29 00:00"), ns("07-20 00:00"), opens, closes, dates);
  }

  /// The same with trading from 04:00 New York to four hours after each close.
  public static TradingHours extendedHours() {
    TradingHours core = hours();
    long[] opens = new long[core.sessions()];
    long[] closes = new long[core.sessions()];
    for (int i = 0; i < opens.length; i++) {
      opens[i] = core.opensNs(i) - 19_800 * SECOND_NS;
      closes[i] = core.closesNs(i) + 14_400 * SECOND_NS;
    }
    return core.withExtended(opens, closes);
  }

  /// Every 24:00 of New York in it.
  public static long[] dayEndsNs() {
    return Stream.iterate(ns("06-30 04:00"), end -> end + 86_400 * SECOND_NS)
        .limit(14)
        .mapToLong(Long::longValue)
        .toArray();
  }

  /// Nanoseconds since 1970 of a time such as `07-01 13:30`, `07-01 13:30:00` or `07-01
  /// 13:30:00.25`, in UTC.
  public static long ns(String text) {
    Instant time = LocalDateTime.parse("2025-" + text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    return time.getEpochSecond() * SECOND_NS + time.getNano();
  }

  /// The time as [#ns] reads it, with no more decimals than it has.
  public static String text(long timeNs) {
    long seconds = Math.floorDiv(timeNs, SECOND_NS);
    long nanos = Math.floorMod(timeNs, SECOND_NS);
    String digits = Long.toString(SECOND_NS + nanos).substring(1).replaceAll("0+$", "");
    String time = TIME.format(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    return nanos == 0 ? time : time + "." + digits;
  }
}
