package headroom.sim.account;

import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.sim.account.Account.Charge;
import java.math.RoundingMode;
import java.time.LocalDate;

/// Works out what trades cost by the dated tables, and sums up what is charged at the end of the
/// day.
///
/// Not thread safe; owned by an account.
final class FeeDesk {
  private static final long MILLION = 1_000_000;

  private final StockFees stocks = new StockFees();
  private final CryptoFees crypto = new CryptoFees();

  Charge charge(
      LocalDate date,
      Instrument instrument,
      Side side,
      boolean maker,
      long priceRaw,
      long quantityRaw,
      long amountRaw) {
    boolean buys = side == Side.BUY;
    if (instrument.isStock()) {
      long fee = stocks.of(date, !buys, amountRaw, quantityRaw).sumRaw();
      return new Charge(fee, Fill.Form.DAILY, 0);
    }
    int ppm = crypto.ppm(date, maker);
    if (!buys) {
      long fee = Fixed.scaled(amountRaw, ppm, MILLION, RoundingMode.CEILING);
      return new Charge(fee, Fill.Form.CASH, 0);
    }
    long withheld = Fixed.scaled(quantityRaw, ppm, MILLION, RoundingMode.CEILING);
    long worth = Fixed.product(priceRaw, withheld, RoundingMode.HALF_EVEN);
    return new Charge(worth, Fill.Form.UNITS, withheld);
  }

  /// A trade is booked.
  void booked(LocalDate date, Fill fill, Instrument instrument, long amountRaw) {
    if (instrument.isCrypto()) {
      crypto.traded(date, amountRaw);
    } else if (fill.form() == Fill.Form.DAILY) {
      boolean sells = fill.side() == Side.SELL;
      stocks.add(stocks.of(date, sells, amountRaw, fill.quantity().raw()));
    }
  }

  /// The sums of the day, which is over.
  Iterable<StockFees.Booked> book() {
    return stocks.book();
  }
}
