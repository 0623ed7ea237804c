package headroom.sim.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import headroom.core.calendar.Regime;
import headroom.core.engine.Cause;
import headroom.core.engine.Command.Place;
import headroom.core.engine.Command.Purpose;
import headroom.core.engine.TimeInForce;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.Week;
import headroom.sim.account.Account;
import headroom.sim.account.Concession;
import headroom.sim.account.Fill;
import headroom.sim.path.MinMaxIndex;
import headroom.sim.path.PathModel;
import headroom.sim.path.SlowPath;
import headroom.sim.path.Track;
import headroom.sim.venue.Costs.Rates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fills are never better than the path, and every rounding is against us.
class PricingTest {
  private static final Account PLAIN = new Account(List.of(), Money.of("1"), 0);

  private static final Instrument STOCK = Instrument.stock("AAA");
  private static final Instrument PAIR = Instrument.crypto("X/USD", Fixed.ONE / 100);

  private static Track at(Instrument instrument, String price) {
    long raw = Price.of(price).raw();
    long start = Week.ns("07-01 14:00");
    long[] column = {raw};
    Bars bars =
        new Bars(
            instrument,
            300_000_000_000L,
            new long[] {start},
            column,
            column,
            column,
            column,
            column);
    Track track =
        new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(PathModel.ADAPTIVE), Week.hours());
    track.advance(start + 1);
    return track;
  }

  @ParameterizedTest
  @CsvSource({
    // 100 · 1.0002 = 100.02; 99.99 · 1.0002 = 100.009998 up; 0.5 · 1.0002 = 0.5001 on the fine
    // tick.
    "BUY, 100, , 100.02",
    "BUY, 99.99, , 100.01",
    "BUY, 99.99, 100, 100",
    "BUY, 0.5, , 0.5001",
    "BUY, 0.50001, , 0.5002",
    // 100 · 0.9998 = 99.98; 100.01 · 0.9998 = 99.989998 down; never below the limit.
    "SELL, 100, , 99.98",
    "SELL, 100.01, , 99.98",
    "SELL, 100.01, 100, 100",
    "SELL, 0.0001, , 0.0001",
  })
  void aStockPaysTwoBasisPointsRoundedAgainstUs(
      Side side, String path, @Nullable String limit, String expected) {
    Price price =
        new Pricing(Costs.DEFAULTS)
            .onPath(at(STOCK, path), side, limit == null ? null : Price.of(limit), Regime.REGULAR);

    assertThat(price).isEqualTo(Price.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, REGULAR, 100.05",
    "SELL, REGULAR, 99.95",
    "BUY, OUT_OF_HOURS, 100.1",
    "SELL, OUT_OF_HOURS, 99.9",
  })
  void cryptoPaysFiveAndTwiceThatOutOfHours(Side side, Regime regime, String expected) {
    assertThat(new Pricing(Costs.DEFAULTS).onPath(at(PAIR, "100"), side, null, regime))
        .isEqualTo(Price.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    // 200 · 1 bp = 0.02 each: 200.04 lies on the tick, so 10 units pay 0.2, 0.2 and nothing.
    "BUY, 200, , 0.2, 0.2, 0",
    "SELL, 200, , 0.2, 0.2, 0",
    // 99.99 · 1 bp = 0.009999 each, 100.009998 is rounded up to 100.01.
    "BUY, 99.99, , 0.09999, 0.09999, 0.00002",
    // 0.015 of room to the limit, of which the spread takes 0.01 first: 99.985 · 1 bp = 0.0099985.
    "BUY, 99.985, 100, 0.099985, 0.050015, 0",
    "BUY, 99.995, 100, 0.05, 0, 0",
    "BUY, 100, 100, 0, 0, 0",
  })
  void aMarketableFillPaysTheSpreadThenSlippageThenTheTick(
      Side side,
      String path,
      @Nullable String limit,
      String spread,
      String slippage,
      String rounding) {
    Pricing pricing = new Pricing(Costs.DEFAULTS);
    Track track = at(STOCK, path);
    Price price =
        pricing.onPath(track, side, limit == null ? null : Price.of(limit), Regime.REGULAR);

    assertThat(pricing.conceded(track, side, price, new Quantity(10 * Fixed.ONE), Regime.REGULAR))
        .isEqualTo(new Concession(Money.of(spread), Money.of(slippage), Money.of(rounding)));
  }

  @Test
  void spreadAndSlippageAreTakenByClassAndRegime() {
    Costs costs =
        new Costs(new Rates(100, 200, 300, 400), new Rates(1_000, 2_000, 3_000, 4_000), 0, 0, 0);
    assertThat(costs.movedPpm(STOCK, Regime.REGULAR)).isEqualTo(1_100);
    assertThat(costs.movedPpm(STOCK, Regime.OUT_OF_HOURS)).isEqualTo(2_200);
    assertThat(costs.movedPpm(PAIR, Regime.REGULAR)).isEqualTo(3_300);
    assertThat(costs.movedPpm(PAIR, Regime.OUT_OF_HOURS)).isEqualTo(4_400);
    Price price = new Pricing(costs).onPath(at(PAIR, "100"), Side.SELL, null, Regime.OUT_OF_HOURS);
    assertThat(price).isEqualTo(Price.of("99.56"));
    assertThat(
            new Pricing(costs)
                .conceded(
                    at(PAIR, "100"),
                    Side.SELL,
                    price,
                    new Quantity(Fixed.ONE),
                    Regime.OUT_OF_HOURS))
        .isEqualTo(new Concession(Money.of("0.04"), Money.of("0.4"), Money.ZERO));
  }

  @Test
  void whoRestsPaysNeither() {
    assertThat(fill(PAIR, Side.BUY, Fixed.ONE, true).conceded()).isEqualTo(Concession.NONE);
  }

  private static Fill fill(Instrument instrument, Side side, long quantityRaw, boolean maker) {
    Place place =
        new Place(
            new OrderId("A-1"),
            new IntentId("A"),
            instrument.id(),
            side,
            new Quantity(quantityRaw),
            Price.of("100"),
            Purpose.ENTRY,
            TimeInForce.GTC,
            new Cause.Free(0));
    Resting order = new Resting(place, at(instrument, "100"), 0, 1, FillRule.TOUCH);
    return new Pricing(Costs.DEFAULTS)
        .fill(0, order, new Price(3), new Quantity(quantityRaw), maker, Regime.REGULAR, PLAIN);
  }

  @Test
  void theFeeIsOfTheRoundedAmountAndRoundedUp() {
    // 3 billionths · 1.5 units = 4.5 billionths: 5 for a buy, 4 for a sell; any fee of it is 1.
    assertThat(fill(PAIR, Side.BUY, 1_500_000_000L, true).fee().raw()).isEqualTo(1);
    assertThat(fill(PAIR, Side.SELL, 1_500_000_000L, false).fee().raw()).isEqualTo(1);
    // 3 billionths · 1,000 units = 3,000 billionths: 15 bp are 4.5, 25 bp are 7.5.
    assertThat(fill(PAIR, Side.BUY, 1_000 * Fixed.ONE, true).fee().raw()).isEqualTo(5);
    assertThat(fill(PAIR, Side.BUY, 1_000 * Fixed.ONE, false).fee().raw()).isEqualTo(8);
    assertThat(fill(STOCK, Side.BUY, 1_000 * Fixed.ONE, false).fee().raw()).isZero();
  }

  @Test
  void throughIsOneTickBeyondTheLimit() {
    long limit = Price.of("100").raw();
    long cent = Fixed.ONE / 100;

    assertThat(FillRule.THROUGH.levelRaw(STOCK, Side.BUY, limit)).isEqualTo(limit - cent);
    assertThat(FillRule.THROUGH.levelRaw(STOCK, Side.SELL, limit)).isEqualTo(limit + cent);
    assertThat(FillRule.TOUCH.levelRaw(STOCK, Side.BUY, limit)).isEqualTo(limit);
    assertThat(FillRule.THROUGH.levelRaw(STOCK, Side.BUY, Fixed.ONE / 2))
        .isEqualTo(Fixed.ONE / 2 - cent / 100);
  }

  @Test
  void namesEveryCostThatIsNotSound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Costs(new Rates(-1, 0, 0, 100_002), new Rates(0, 100_003, 0, 0), 0, 100_001, 0))
        .withMessageContaining("half-spread.stock must be from 0 to 100000 ppm, was -1")
        .withMessageContaining("fee.crypto-maker must be from 0 to 100000 ppm, was 100001")
        .withMessageContaining(
            "slippage.stock-out-of-hours must be from 0 to 100000 ppm, was 100003")
        .withMessageContaining(
            "half-spread.crypto-out-of-hours must be from 0 to 100000 ppm, was 100002");
  }
}
