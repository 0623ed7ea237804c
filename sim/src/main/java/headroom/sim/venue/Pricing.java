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
import headroom.sim.account.Concession;
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
    int moved = costs.movedPpm(instrument, regime);
    BigInteger numerator =
        track.exactNumerator().multiply(BigInteger.valueOf(MILLION + (buys ? moved : -moved)));
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

  /// What a price gives away against that of the path at this moment. If it was kept from giving
  /// all, by its limit, the spread comes first: without it there is no trade.
  Concession conceded(Track track, Side side, Price price, Quantity quantity, Regime regime) {
    Instrument instrument = track.instrument();
    BigInteger denominator = track.exactDenominator();
    BigInteger worse =
        BigInteger.valueOf(price.raw()).multiply(denominator).subtract(track.exactNumerator());
    long allRaw =
        Math.max(0, worth(side == Side.BUY ? worse : worse.negate(), denominator, quantity, 1));
    int spreadPpm = costs.halfSpread().ppm(instrument, regime);
    int slippagePpm = costs.slippage().ppm(instrument, regime);
    long spreadRaw = Math.min(allRaw, share(track, quantity, spreadPpm));
    long slippageRaw = Math.min(allRaw - spreadRaw, share(track, quantity, slippagePpm));
    return new Concession(
        new Money(spreadRaw), new Money(slippageRaw), new Money(allRaw - spreadRaw - slippageRaw));
  }

  private static long share(Track track, Quantity quantity, int ppm) {
    BigInteger part = track.exactNumerator().multiply(BigInteger.valueOf(ppm));
    return worth(part, track.exactDenominator(), quantity, MILLION);
  }

  private static long worth(
      BigInteger price, BigInteger denominator, Quantity quantity, long parts) {
    return Fixed.divide(
        price.multiply(BigInteger.valueOf(quantity.raw())),
        denominator.multiply(BigInteger.valueOf(parts)).multiply(BigInteger.valueOf(Fixed.ONE)),
        RoundingMode.HALF_EVEN);
  }

  /// A trade.
  ///
  /// @param regime in which it happens; only what is not maker pays for it
  Fill fill(
      long timeNs,
      Resting order,
      Price price,
      Quantity quantity,
      boolean maker,
      Regime regime,
      Account account) {
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
        maker,
        maker
            ? Concession.NONE
            : conceded(order.track, order.place.side(), price, quantity, regime));
  }

  private Charge flat(Resting order, long amountRaw, boolean maker) {
    int ppm = costs.feePpm(order.instrument(), maker);
    long feeRaw = Fixed.scaled(amountRaw, ppm, MILLION, RoundingMode.CEILING);
    return new Charge(feeRaw, Fill.Form.CASH, 0);
  }
}
