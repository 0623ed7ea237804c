package headroom.data.bars;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Instants in a buffer of characters as nanoseconds since 1970 UTC.
final class Timestamps {

  /// What [#plainNs] says of everything that is not written plainly.
  static final long NOT_PLAIN = Long.MIN_VALUE;

  static final long NANOS_PER_SECOND = 1_000_000_000L;

  private static final int LENGTH = "2025-01-02T14:30:00Z".length();

  private Timestamps() {}

  /// The instant of a text like `2025-01-02T14:30:00Z`; [#NOT_PLAIN] for anything else, which may
  /// still be an instant.
  static long plainNs(char[] buffer, int from, int length) {
    if (length != LENGTH || !isPunctuated(buffer, from)) {
      return NOT_PLAIN;
    }
    int century = two(buffer, from);
    int ofCentury = two(buffer, from + 2);
    int month = two(buffer, from + 5);
    int day = two(buffer, from + 8);
    int hour = two(buffer, from + 11);
    int minute = two(buffer, from + 14);
    int second = two(buffer, from + 17);
    boolean digits = (century | ofCentury | month | day | hour | minute | second) >= 0;
    int year = century * 100 + ofCentury;
    if (!digits || hour > 23 || minute > 59 || second > 59 || !isDate(year, month, day)) {
      return NOT_PLAIN;
    }
    long seconds = (epochDay(year, month, day) * 24 + hour) * 3600L + minute * 60L + second;
    return seconds * NANOS_PER_SECOND;
  }

  /// The instant of a text with any offset or fraction; null if it is none.
  static @Nullable OffsetDateTime parse(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException notOne) {
      return null;
    }
  }

  static long ns(OffsetDateTime time) {
    return Math.addExact(
        Math.multiplyExact(time.toEpochSecond(), NANOS_PER_SECOND), time.getNano());
  }

  /// The first instant of a year in UTC.
  static long yearNs(int year) {
    return ns(LocalDate.of(year, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC));
  }

  /// `2025-01-02T14:30:00Z`.
  static String text(long ns) {
    return Instant.ofEpochSecond(0, ns).toString();
  }

  private static boolean isPunctuated(char[] buffer, int from) {
    return buffer[from + 4] == '-'
        && buffer[from + 7] == '-'
        && buffer[from + 10] == 'T'
        && buffer[from + 13] == ':'
        && buffer[from + 16] == ':'
        && buffer[from + 19] == 'Z';
  }

  /// The number of two digits; negative if one of them is none.
  private static int two(char[] buffer, int at) {
    int tens = buffer[at] - '0';
    int ones = buffer[at + 1] - '0';
    return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
  }

  private static boolean isDate(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int last =
        switch (month) {
          case 2 -> leap ? 29 : 28;
          case 4, 6, 9, 11 -> 30;
          default -> 31;
        };
    return day <= last;
  }

  /// Days since 1970 of a Gregorian date; years are taken to begin in March, so that the leap day
  /// is their last (Fliegel and van Flandern, Communications of the ACM 11, 1968).
  private static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int ofEra = y - era * 400;
    int ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468L;
  }
}
