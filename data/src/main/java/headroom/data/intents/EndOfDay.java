package headroom.data.intents;

import headroom.core.market.Instrument;
import headroom.data.calendar.Day;
import headroom.data.calendar.ExchangeCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When the day of an instrument ends.
final class EndOfDay {

  private EndOfDay() {}

  /// The end of the day in which an instant lies: 24:00 UTC for crypto; for a stock the close of
  /// the session that it lies in, else of the next one.
  ///
  /// @param extended whether a stock's day is its extended session
  ///
  /// @throws IllegalArgumentException if the calendar does not know the sessions
  static Instant after(
      Instant instant, Instrument instrument, boolean extended, ExchangeCalendar calendar) {
    if (instrument.isCrypto()) {
      return instant.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
    LocalDate date = LocalDate.ofInstant(instant, calendar.zone());
    while (true) {
      Day day = calendar.day(date);
      @Nullable Instant closes = extended ? day.extendedCloses() : day.closes();
      if (closes != null && closes.isAfter(instant)) {
        return closes;
      }
      date = date.plusDays(1);
    }
  }
}
