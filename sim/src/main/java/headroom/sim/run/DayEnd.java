package headroom.sim.run;

import headroom.core.num.Money;
import java.time.LocalDate;

/// The account at the end of a day of New York, valued at the last ticks.
///
/// @param trading whether the exchange had a session on it
public record DayEnd(
    LocalDate date, boolean trading, Money equity, Money cash, Money stocks, Money crypto) {
  /// How many times the equity is held in stocks overnight.
  public double overnightRatio() {
    return (double) stocks.raw() / equity.raw();
  }
}
