package headroom.sim.venue;

import headroom.core.calendar.Regime;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.account.Account;
import headroom.sim.account.Account.Charge;
import headroom.sim.account.Fill;
import headroom.sim.path.Track;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Prices and fees of fills.
final class Pricing {
  private static final long MILLION = 1_000_000;

  private final Costs costs;

  Pricing(Costs costs) {
    this.costs = costs;
  }

  /// The price of a marketable or market order: that of the path, exactly, moved against us by half
  /// the spread and slippage, rounded against us to the tick, never worse than the limit.
  Price onPath(Track track, Side side, @Nullable Price limit, Regime regime) {
    Instrument instrument = track.instrument();
    boolean buys = side == Side.BUY;
    int slip = costs.slipPpm(instrument, regime);
    BigInteger numerator =
        track.exactNumerator().multiply(BigInteger.valueOf(MILLION + (buys ? slip : -slip)));
    BigInteger denominator = track.exactDenominator().multiply(BigInteger.valueOf(MILLION));
    long aboutRaw = Fixed.divide(numerator, denominator, RoundingMode.FLOOR);
    long tick = instrument.tickAtRaw(aboutRaw);
    long ticks =
        Fixed.divide(
            numerator,
            denominator.multiply(BigInteger.valueOf(tick)),
            buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
    long raw = Math.max(Math.multiplyExact(ticks, tick), buys ? 0 : tick);
    if (limit != null) {
      raw = buys ? Math.min(raw, limit.raw()) : Math.max(raw, limit.raw());
    }
    return new Price(raw);
  }

  Fill fill(
      long timeNs, Resting order, Price price, Quantity quantity, boolean maker, Account account) {
    long amountRaw =
        Fixed.product(
            price.raw(), quantity.raw(), order.buys() ? RoundingMode.CEILING : RoundingMode.FLOOR);
    Charge dated =
        account.charge(
            timeNs,
            order.instrument(),
            order.place.side(),
            maker,
            price,
            quantity.raw(),
            amountRaw);
    Charge charge = dated == null ? flat(order, amountRaw, maker) : dated;
    return new Fill(
        timeNs,
        order.place.order(),
        order.place.intent(),
        order.place.instrument(),
        order.place.side(),
        order.isEntry(),
        quantity,
        price,
        new Money(charge.feeRaw()),
        charge.form(),
        charge.withheldRaw(),
        maker);
  }

  private Charge flat(Resting order, long amountRaw, boolean maker) {
    int ppm = costs.feePpm(order.instrument(), maker);
    long feeRaw = Fixed.scaled(amountRaw, ppm, MILLION, RoundingMode.CEILING);
    return new Charge(feeRaw, Fill.Form.CASH, 0);
  }
}
