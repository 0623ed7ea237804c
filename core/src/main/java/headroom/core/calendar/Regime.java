package headroom.core.calendar;

/// Whether the exchange is in its core session. Holds for stocks and for crypto alike: a holiday
/// changes the tolerances of crypto too.
public enum Regime {
  /// The core session is open.
  REGULAR,
  /// Nights, weekends, holidays, and the afternoon of an early close.
  OUT_OF_HOURS
}
