package headroom.data.journal;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountRead;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.RejectKind;
import headroom.core.engine.Settings;
import headroom.core.engine.TradingMode;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Forecast;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// One event of every kind, with every component that can be absent once there and once not.
public final class Samples {
  public static final InstrumentId AAA = new InstrumentId("AAA");
  public static final InstrumentId BTC = new InstrumentId("BTC/USD");
  public static final OrderId ORDER = new OrderId("a-1");

  private Samples() {}

  public static Intent intent(String id) {
    return new Intent(
        new IntentId(id),
        "mé \"quoted\"",
        AAA,
        Side.BUY,
        Quantity.of("10"),
        Price.of("99.123456789"),
        Long.MAX_VALUE,
        "test",
        IntentKind.ENTRY,
        true,
        false,
        null,
        null,
        ExitPlan.NONE,
        List.of());
  }

  private static Intent full() {
    return new Intent(
        new IntentId("b"),
        "me",
        BTC,
        Side.SELL,
        Quantity.of("0.000000001"),
        Price.of("9000000"),
        1,
        "",
        IntentKind.PROBE,
        false,
        true,
        true,
        Money.of("-12.5"),
        6_600,
        new ExitPlan(Price.of("1"), null, 3, true),
        List.of("x", "y"));
  }

  public static List<Event> events() {
    AccountRead read =
        new AccountRead(
            Money.of("10000"),
            Money.of("-3.000000001"),
            null,
            List.of(new AccountRead.Mark(AAA, Price.of("100"))),
            List.of(
                new AccountRead.Stranger(
                    "s", AAA, AssetClass.STOCK, true, Side.SELL, Money.of("7"))),
            4,
            Money.of("40000"),
            List.of(new AccountRead.Requirement(AAA, Side.SELL, 750_000)));
    Intent intent = intent("a");
    return List.of(
        new Event.Together(
            List.of(new Event.Woke(), new Event.Together(List.of()), new Event.Priced(List.of()))),
        new Event.Priced(List.of(Quote.at(AAA, 100_000_000_000L, 5), Quote.at(BTC, 1, 5))),
        new Event.Priced(List.of(new Quote(AAA, 0, 1, 2, 3))),
        new Event.Priced(List.of(Quote.at(BTC, 1, 5), Quote.at(AAA, 2, 5))),
        new Event.Priced(List.of()),
        new Event.Woke(),
        new Event.AccountChanged(AccountRead.UNKNOWN),
        new Event.AccountChanged(read),
        new Event.Forecasted(AAA, "test", new Forecast(new TreeMap<>(), 7, 60)),
        new Event.Forecasted(AAA, "test", Forecast.of("test", Money.ZERO, 7)),
        new Event.ModeSwitched(TradingMode.KILLED),
        new Event.IntentSubmitted(intent),
        new Event.IntentSubmitted(full()),
        new Event.IntentWithdrawn(intent.id()),
        new Event.IntentReleased(intent.id()),
        new Event.PlanSubmitted(
            intent.owner(), AAA, Side.BUY, IntentKind.ENTRY, List.of(intent, intent("c"))),
        new Event.StealRemembered(AAA, BTC, 17),
        new Event.DryRunSwitched(true),
        new Event.Split(AAA, 3, 2),
        new OrderEvent.Accepted(ORDER),
        new OrderEvent.Rejected(ORDER, RejectKind.WASH_TRADE, "no, \"never\"\n"),
        new OrderEvent.Filled(ORDER, "f1", Price.of("99.5"), Quantity.of("3")),
        new OrderEvent.CancelPending(ORDER),
        new OrderEvent.Canceled(ORDER, 3_000_000_000L),
        new OrderEvent.Expired(ORDER, 0),
        new OrderEvent.CancelRejected(ORDER, ""),
        new OrderEvent.Replaced(ORDER, Quantity.of("4")),
        new OrderEvent.ReplaceRejected(ORDER, "too late"),
        new OrderEvent.Open(ORDER, 1),
        new OrderEvent.NotSent(ORDER));
  }

  public static JournalHeader header(Settings settings) {
    SequencedMap<String, Object> identity = new LinkedHashMap<>();
    identity.put("version", "1");
    TradingHours hours =
        new TradingHours(0, 1_000, new long[] {10, 30}, new long[] {20, 40}, new int[] {1, 2})
            .withExtended(new long[] {8, 29}, new long[] {22, 50});
    return JournalHeader.of(
        identity,
        settings,
        List.of(Instrument.stock("AAA"), Instrument.crypto("BTC/USD", 10_000_000)),
        hours);
  }
}
