package headroom.data.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The weekdays on which the exchange does not open, from 1990 on.
///
/// Source: NYSE rule 7.2 and its predecessors; the dated closures from the exchange's own notices.
/// A holiday on a Saturday moves to the Friday before and one on a Sunday to the Monday after,
/// except New Year's Day, which does not move into the old year.
final class Holidays {

  private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
  private static final MonthDay JUNETEENTH = MonthDay.of(6, 19);
  private static final MonthDay INDEPENDENCE = MonthDay.of(7, 4);
  private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);

  private static final int FIRST_KING_YEAR = 1998;
  private static final int FIRST_JUNETEENTH_YEAR = 2022;

  private static final Map<LocalDate, String> CLOSED_ONCE =
      Map.ofEntries(
          Map.entry(LocalDate.of(1994, 4, 27), "Mourning for President Nixon"),
          Map.entry(LocalDate.of(2001, 9, 11), "Attacks of 11 September"),
          Map.entry(LocalDate.of(2001, 9, 12), "Attacks of 11 September"),
          Map.entry(LocalDate.of(2001, 9, 13), "Attacks of 11 September"),
          Map.entry(LocalDate.of(2001, 9, 14), "Attacks of 11 September"),
          Map.entry(LocalDate.of(2004, 6, 11), "Mourning for President Reagan"),
          Map.entry(LocalDate.of(2007, 1, 2), "Mourning for President Ford"),
          Map.entry(LocalDate.of(2012, 10, 29), "Hurricane Sandy"),
          Map.entry(LocalDate.of(2012, 10, 30), "Hurricane Sandy"),
          Map.entry(LocalDate.of(2018, 12, 5), "Mourning for President Bush"),
          Map.entry(LocalDate.of(2025, 1, 9), "Mourning for President Carter"));

  private Holidays() {}

  /// The name of the holiday that closes the exchange on a weekday; null if it opens.
  static @Nullable String on(LocalDate date) {
    String once = CLOSED_ONCE.get(date);
    if (once != null) {
      return once;
    }
    return switch (date.getMonth()) {
      case JANUARY -> january(date);
      case FEBRUARY -> isNth(date, 3, MONDAY) ? "Washington's Birthday" : null;
      case MARCH, APRIL -> date.equals(goodFriday(date.getYear())) ? "Good Friday" : null;
      case MAY -> isLastMonday(date) ? "Memorial Day" : null;
      case JUNE -> juneteenth(date);
      case JULY -> isObserved(date, INDEPENDENCE) ? "Independence Day" : null;
      case SEPTEMBER -> isNth(date, 1, MONDAY) ? "Labor Day" : null;
      case NOVEMBER -> date.equals(thanksgiving(date.getYear())) ? "Thanksgiving Day" : null;
      case DECEMBER -> isObserved(date, CHRISTMAS) ? "Christmas Day" : null;
      case AUGUST, OCTOBER -> null;
    };
  }

  /// The fourth Thursday of November.
  static LocalDate thanksgiving(int year) {
    return nth(year, Month.NOVEMBER, 4, THURSDAY);
  }

  private static @Nullable String january(LocalDate date) {
    if (isObserved(date, NEW_YEAR)) {
      return "New Year's Day";
    }
    boolean king = date.getYear() >= FIRST_KING_YEAR && isNth(date, 3, MONDAY);
    return king ? "Martin Luther King Day" : null;
  }

  private static @Nullable String juneteenth(LocalDate date) {
    boolean closed = date.getYear() >= FIRST_JUNETEENTH_YEAR && isObserved(date, JUNETEENTH);
    return closed ? "Juneteenth" : null;
  }

  /// Asks only about dates of the holiday's own year: so a Saturday New Year never closes the
  /// Friday before.
  private static boolean isObserved(LocalDate date, MonthDay holiday) {
    LocalDate actual = holiday.atYear(date.getYear());
    LocalDate observed =
        switch (actual.getDayOfWeek()) {
          case SATURDAY -> actual.minusDays(1);
          case SUNDAY -> actual.plusDays(1);
          case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> actual;
        };
    return date.equals(observed);
  }

  private static boolean isNth(LocalDate date, int nth, DayOfWeek day) {
    return date.equals(nth(date.getYear(), date.getMonth(), nth, day));
  }

  private static LocalDate nth(int year, Month month, int nth, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
  }

  private static boolean isLastMonday(LocalDate date) {
    return date.equals(date.with(TemporalAdjusters.lastInMonth(MONDAY)));
  }

  private static LocalDate goodFriday(int year) {
    return easter(year).minusDays(2);
  }

  /// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
