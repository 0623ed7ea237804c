package headroom.data.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One day of the exchange.
///
/// @param date the date in New York
/// @param kind whether there is a session, and a shortened one
/// @param opens the first instant of the session; null without a session
/// @param closes the first instant after the session; null without a session
/// @param name the holiday, or the reason of the early close; null on other days
public record Day(
    LocalDate date,
    DayKind kind,
    @Nullable Instant opens,
    @Nullable Instant closes,
    @Nullable String name) {

  /// From 04:00 on, on the clock of the exchange; on no day of a session is it put forward or back.
  private static final Duration BEFORE_OPEN = Duration.ofMinutes(330);

  /// To 20:00, and to 17:00 after a close at 13:00.
  private static final Duration AFTER_CLOSE = Duration.ofHours(4);

  public Day {
    boolean session = kind == DayKind.REGULAR || kind == DayKind.EARLY_CLOSE;
    if (session != (opens != null) || session != (closes != null)) {
      throw new IllegalArgumentException(
          "%s must have an open and a close exactly if it is a session, was %s from %s to %s"
              .formatted(date, kind.word(), opens, closes));
    }
  }

  /// Whether the exchange has a session on this day.
  public boolean isSession() {
    return opens != null;
  }

  /// The first instant of trading before the session; null without a session.
  public @Nullable Instant extendedOpens() {
    return opens == null ? null : opens.minus(BEFORE_OPEN);
  }

  /// The first instant after the trading that follows the session; null without a session.
  public @Nullable Instant extendedCloses() {
    return closes == null ? null : closes.plus(AFTER_CLOSE);
  }
}
