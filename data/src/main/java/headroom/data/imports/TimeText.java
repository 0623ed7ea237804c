package headroom.data.imports;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time as it is written somewhere.
///
/// @param form how it is written
/// @param ns in nanoseconds since 1970 UTC, if it says its offset; else as if it were UTC
/// @param offset whether it says its offset
record TimeText(Form form, long ns, boolean offset) {

  /// Ways to write a time, in words.
  enum Form {
    EPOCH_S("seconds since 1970"),
    EPOCH_MS("milliseconds since 1970"),
    EPOCH_US("microseconds since 1970"),
    EPOCH_NS("nanoseconds since 1970"),
    ISO_OFFSET("ISO-8601 with offset"),
    ISO("date and time without offset"),
    DATE("dates"),
    DAY_FIRST("day before month, without offset"),
    MONTH_FIRST("month before day, without offset"),
    COMPACT("digits such as 20250102 143000, without offset");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean isEpoch() {
      return compareTo(EPOCH_NS) <= 0;
    }
  }

  private static final long SECOND_NS = 1_000_000_000L;

  /// 1990 and 2200 in seconds: between them the units of numbers do not overlap.
  private static final long LEAST_S = 631_152_000L;

  private static final long MOST_S = 7_289_654_400L;

  private static final Pattern EPOCH = Pattern.compile("(\\d{9,19})(?:\\.0*)?");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})[-/](\\d{2})[-/](\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?"
              + " ?(Z|UTC|[+-]\\d{2}:?(?:\\d{2})?)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T ]?(\\d{2}):?(\\d{2}):?(\\d{2})?)?");
  private static final Pattern SLASHED =
      Pattern.compile(
          "(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:[T, ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?"
              + "(?: ?([AaPp])[Mm])?");

  /// Reads a time.
  ///
  /// @param dayFirst whether `1/2/2025` is in February; null if nobody knows
  /// @return null if it is none, or cannot be told
  static @Nullable TimeText of(String text, @Nullable Boolean dayFirst) {
    try {
      Matcher epoch = EPOCH.matcher(text);
      if (epoch.matches()) {
        @Nullable TimeText time = epoch(epoch.group(1));
        if (time != null) {
          return time;
        }
      }
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        return iso(iso);
      }
      Matcher compact = COMPACT.matcher(text);
      if (compact.matches()) {
        return of(Form.COMPACT, compact, 1, 2, 3, 4, 0);
      }
      Matcher slashed = SLASHED.matcher(text);
      return slashed.matches() ? slashed(slashed, dayFirst) : null;
    } catch (DateTimeException | ArithmeticException noTime) {
      return null;
    }
  }

  /// What the order of day and month must be; null if a time does not tell.
  static @Nullable Boolean dayFirst(String text) {
    Matcher slashed = SLASHED.matcher(text);
    if (!slashed.matches()) {
      return null;
    }
    boolean day = Integer.parseInt(slashed.group(1)) > 12;
    boolean month = Integer.parseInt(slashed.group(3)) > 12;
    return day == month ? null : Boolean.valueOf(day);
  }

  static boolean isSlashed(String text) {
    return SLASHED.matcher(text).matches();
  }

  private static @Nullable TimeText epoch(String digits) {
    long value = Long.parseLong(digits);
    long unit = 1;
    for (Form form : new Form[] {Form.EPOCH_S, Form.EPOCH_MS, Form.EPOCH_US, Form.EPOCH_NS}) {
      long seconds = value / unit;
      if (seconds >= LEAST_S && seconds < MOST_S) {
        return new TimeText(form, Math.multiplyExact(value, SECOND_NS / unit), true);
      }
      unit *= 1_000;
    }
    return null;
  }

  private static TimeText iso(Matcher iso) {
    String fraction = iso.group(7) == null ? "0" : iso.group(7);
    long ns = ns(iso, 1, 2, 3, 4, 0) + Long.parseLong((fraction + "000000000").substring(0, 9));
    String offset = iso.group(8);
    if (offset == null) {
      return new TimeText(iso.group(4) == null ? Form.DATE : Form.ISO, ns, false);
    }
    String plain = offset.equals("UTC") ? "Z" : offset;
    return new TimeText(
        Form.ISO_OFFSET, ns - ZoneOffset.of(plain).getTotalSeconds() * SECOND_NS, true);
  }

  private static @Nullable TimeText slashed(Matcher slashed, @Nullable Boolean dayFirst) {
    if (dayFirst == null) {
      return null;
    }
    int half = 0;
    if (slashed.group(8) != null) {
      boolean afternoon = slashed.group(8).toUpperCase(Locale.ROOT).equals("P");
      boolean twelve = Integer.parseInt(slashed.group(5)) == 12;
      half = afternoon == twelve ? 0 : afternoon ? 12 : -12;
    }
    return dayFirst
        ? of(Form.DAY_FIRST, slashed, 4, 3, 1, 5, half)
        : of(Form.MONTH_FIRST, slashed, 4, 1, 3, 5, half);
  }

  private static TimeText of(
      Form form, Matcher match, int year, int month, int day, int hour, int half) {
    return new TimeText(form, ns(match, year, month, day, hour, half), false);
  }

  /// @param hour the group of the hour, before those of minute and second
  /// @param half hours to be added
  private static long ns(Matcher match, int year, int month, int day, int hour, int half) {
    LocalDateTime time =
        LocalDateTime.of(
            number(match, year),
            number(match, month),
            number(match, day),
            number(match, hour) + half,
            number(match, hour + 1),
            number(match, hour + 2));
    return Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), SECOND_NS);
  }

  private static int number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
  }
}
