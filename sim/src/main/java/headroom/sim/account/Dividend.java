package headroom.sim.account;

import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import java.time.LocalDate;

/// A cash dividend: who holds the stock at the close before the ex-date gets it on the payable
/// date; who is short pays it.
///
/// @param exDate the first day on which the price is without it
/// @param payableDate when it is paid, not before the ex-date
/// @param rate for one share, above 0
public record Dividend(
    InstrumentId instrument, LocalDate exDate, LocalDate payableDate, Money rate) {
  public Dividend {
    if (payableDate.isBefore(exDate)) {
      throw new IllegalArgumentException(
          "payable_date must not be before ex_date, %s, was %s".formatted(exDate, payableDate));
    }
    if (!rate.isPositive()) {
      throw new IllegalArgumentException("rate must be above 0, was " + rate);
    }
  }
}
