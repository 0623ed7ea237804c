package headroom.data.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sessions that end before 16:00, from 1990 on.
///
/// Source: NYSE rule 7.2 and its predecessors, and the exchange's yearly notices. Interruptions
/// that nobody announced, such as a circuit breaker, are not here: the session was meant to be
/// whole.
final class EarlyCloses {

  private static final LocalTime ONE = LocalTime.of(13, 0);
  private static final LocalTime TWO = LocalTime.of(14, 0);

  /// The first year in which shortened sessions end at 13:00; before it they ended at 14:00.
  private static final int FIRST_YEAR_AT_ONE = 1993;

  private static final int FIRST_DAY_AFTER_THANKSGIVING_YEAR = 1992;

  private static final Map<LocalDate, String> ONCE =
      Map.of(
          LocalDate.of(1997, 12, 26), "Day after Christmas",
          LocalDate.of(1999, 12, 31), "Turn of the millennium",
          LocalDate.of(2003, 12, 26), "Day after Christmas");

  /// @param at the time in New York at which the session ends
  /// @param reason what it makes room for
  record EarlyClose(LocalTime at, String reason) {}

  private EarlyCloses() {}

  /// The early close of a session; null if it lasts until 16:00. Asks nothing about holidays.
  static @Nullable EarlyClose on(LocalDate date) {
    LocalTime usual = date.getYear() < FIRST_YEAR_AT_ONE ? TWO : ONE;
    String once = ONCE.get(date);
    if (once != null) {
      return new EarlyClose(usual, once);
    }
    if (isDayAfterThanksgiving(date)) {
      return new EarlyClose(usual, "Day after Thanksgiving");
    }
    if (date.getMonth() == Month.DECEMBER && date.getDayOfMonth() == 24) {
      // On a Friday the 24th is the holiday itself, since Christmas then falls on a Saturday.
      return isMondayToThursday(date) ? new EarlyClose(usual, "Christmas Eve") : null;
    }
    if (date.getMonth() == Month.JULY) {
      return july(date, usual);
    }
    return null;
  }

  private static boolean isDayAfterThanksgiving(LocalDate date) {
    return date.getMonth() == Month.NOVEMBER
        && date.getYear() >= FIRST_DAY_AFTER_THANKSGIVING_YEAR
        && date.equals(Holidays.thanksgiving(date.getYear()).plusDays(1));
  }

  private static @Nullable EarlyClose july(LocalDate date, LocalTime usual) {
    int year = date.getYear();
    DayOfWeek day = date.getDayOfWeek();
    if (date.getDayOfMonth() == 3) {
      boolean since1995 =
          day == DayOfWeek.MONDAY || day == DayOfWeek.TUESDAY || day == DayOfWeek.THURSDAY;
      boolean early = (year >= 1995 && since1995) || (year >= 2013 && day == DayOfWeek.WEDNESDAY);
      return early ? new EarlyClose(usual, "Day before Independence Day") : null;
    }
    // While a Wednesday the 3rd was whole, the Friday after the holiday was short instead.
    boolean bridge =
        date.getDayOfMonth() == 5 && day == DayOfWeek.FRIDAY && year >= 1996 && year <= 2012;
    return bridge ? new EarlyClose(usual, "Day after Independence Day") : null;
  }

  private static boolean isMondayToThursday(LocalDate date) {
    return date.getDayOfWeek().getValue() <= DayOfWeek.THURSDAY.getValue();
  }
}
