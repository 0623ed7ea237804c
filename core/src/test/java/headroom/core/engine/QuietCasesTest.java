package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.conformance.Exchange;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.FirstCome;
import headroom.core.steal.FurthestFirst;
import headroom.core.steal.StealPolicy;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Prices that stay within all tolerances, and something comes of them all the same: they must not
/// be said to be quiet.
final class QuietCasesTest {
  private long seq;
  private long nowNs = Scene.OPENING_NS;

  @Test
  void aRefusedShortSaleNeedsLessAtALowerPrice() {
    Engine engine = engine(new FirstCome(), false);
    on(engine, new Event.AccountChanged(account("1025")));
    on(engine, new Event.IntentSubmitted(intent("a", "AAA", Side.SELL, 10, "100")));
    assertThat(price(engine, "AAA", "99.9")).isEmpty();
    assertThat(engine.isQuietWithin(raw("99.5", "0"), raw("99.9", "0"))).isFalse();
    assertThat(price(engine, "AAA", "99.5")).hasSize(1);
  }

  @Test
  void whoIsWaitedForChangesWithTheOrderOfDistances() {
    Engine engine = engine(new FurthestFirst(), true);
    on(engine, new Event.AccountChanged(account("1000")));
    on(engine, new Event.IntentSubmitted(intent("large", "AAA", Side.BUY, 20, "100")));
    on(engine, new Event.IntentSubmitted(intent("small", "BBB", Side.BUY, 5, "100")));
    Quote near = Quote.at(new InstrumentId("AAA"), Price.of("100.2"), nowNs);
    Quote far = Quote.at(new InstrumentId("BBB"), Price.of("100.4"), nowNs);
    assertThat(on(engine, new Event.Priced(List.of(near, far)))).isEmpty();
    assertThat(engine.isQuietWithin(raw("100.2", "100.1"), raw("100.2", "100.4"))).isFalse();
    assertThat(price(engine, "BBB", "100.1")).hasSize(1);
  }

  @Test
  void oneAloneThatDoesNotFitIsQuietWithinItsTolerances() {
    Engine engine = engine(new FirstCome(), true);
    on(engine, new Event.AccountChanged(account("1000")));
    on(engine, new Event.IntentSubmitted(intent("large", "AAA", Side.BUY, 20, "100")));
    price(engine, "AAA", "100.2");
    assertThat(engine.isQuietWithin(raw("99", "0"), raw("100.6", "0"))).isTrue();
    assertThat(engine.isQuietWithin(raw("99", "0"), raw("100.7", "0"))).isFalse();
  }

  @Test
  void theNextPriceAfterAQuoteThatIsNoneMatters() {
    Engine engine = engine(new FirstCome(), false);
    on(engine, new Event.AccountChanged(account("1000")));
    on(engine, new Event.IntentSubmitted(intent("large", "AAA", Side.BUY, 20, "100")));
    price(engine, "AAA", "100.2");
    assertThat(engine.isQuietWithin(raw("99", "0"), raw("100.6", "0"))).isTrue();
    // When: the bid is above the ask.
    long bidRaw = Price.of("100.3").raw();
    Quote crossed = new Quote(new InstrumentId("AAA"), bidRaw, Price.of("100.2").raw(), 0, nowNs);
    on(engine, new Event.Priced(List.of(crossed)));
    // Then
    assertThat(engine.isQuietWithin(raw("99", "0"), raw("100.6", "0"))).isFalse();
  }

  @Test
  void nothingIsScarceInAnUnboundedAccountAndATierMayStillTakeNothingFree() {
    Settings settings = settings(new FirstCome(), false, AccountModel.UNBOUNDED);
    Rationing onlySteals =
        new Rationing(
            List.of(), List.of(new Tier(Integer.MAX_VALUE, 6_600, 6_600, false)), new TreeMap<>());
    Engine engine = engine(settings.with(onlySteals));
    on(engine, new Event.AccountChanged(account("1000")));
    on(engine, new Event.IntentSubmitted(intent("a", "AAA", Side.BUY, 1, "100")));
    assertThat(price(engine, "AAA", "100")).isEmpty();
  }

  private static long[] raw(String... prices) {
    long[] raw = new long[prices.length];
    for (int i = 0; i < prices.length; i++) {
      raw[i] = Fixed.raw(new BigDecimal(prices[i]));
    }
    return raw;
  }

  private static Engine engine(StealPolicy policy, boolean strictOrder) {
    return engine(settings(policy, strictOrder, AccountModel.CASH));
  }

  private static Engine engine(Settings settings) {
    return new Engine(
        settings, Exchange.HOURS, List.of(Instrument.stock("AAA"), Instrument.stock("BBB")));
  }

  private static Settings settings(StealPolicy policy, boolean strictOrder, AccountModel account) {
    Settings usual = Settings.DEFAULTS;
    StealRules rules = StealRules.DEFAULTS;
    return new Settings(
        policy,
        usual.tolerances(),
        new StealRules(
            true,
            rules.cooldownNs(),
            0,
            0,
            rules.stealRetryNs(),
            rules.parkAfter(),
            rules.parkNs(),
            rules.cancelDeadlineNs(),
            rules.releaseGraceNs(),
            strictOrder,
            false),
        usual.fights(),
        account,
        usual.multiplier(),
        usual.atOnceRanks(),
        false,
        false,
        usual.pauses());
  }

  private static AccountRead account(String cash) {
    Money money = Money.of(cash);
    return new AccountRead(money, money, money, List.of(), List.of());
  }

  private static Intent intent(String id, String instrument, Side side, int units, String limit) {
    return new Intent(
        new IntentId(id),
        "me",
        new InstrumentId(instrument),
        side,
        Quantity.of(Integer.toString(units)),
        Price.of(limit),
        Long.MAX_VALUE,
        "test",
        IntentKind.ENTRY,
        false,
        false,
        null,
        null,
        ExitPlan.NONE,
        List.of());
  }

  private List<Command> price(Engine engine, String instrument, String price) {
    Quote quote = Quote.at(new InstrumentId(instrument), Price.of(price), nowNs);
    return on(engine, new Event.Priced(List.of(quote)));
  }

  private List<Command> on(Engine engine, Event event) {
    seq++;
    nowNs += Fixed.ONE;
    return engine.on(new Input(seq, nowNs, event));
  }
}
