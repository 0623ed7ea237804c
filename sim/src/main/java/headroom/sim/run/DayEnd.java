package headroom.sim.run;

import headroom.core.num.Money;
import java.time.LocalDate;

/// The account at the end of a day of New York, valued at the last ticks.
///
/// @param trading whether the exchange had a session on it
/// @param overnight what was held in stocks at the last close of the exchange, or at this day's end
///   if there was none in the run so far; after an entry in the evening what was held then, if that
///   was more
public record DayEnd(
    LocalDate date,
    boolean trading,
    Money equity,
    Money cash,
    Money stocks,
    Money crypto,
    Overnight overnight) {
  /// The account at a close.
  public record Overnight(Money equity, Money stocks) {
    /// How many times the equity is held in stocks.
    public double ratio() {
      return (double) stocks.raw() / equity.raw();
    }
  }

  /// How many times the equity was held in stocks at the close before the night.
  public double overnightRatio() {
    return overnight.ratio();
  }
}
