package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.conformance.Exchange;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.FightRules;
import headroom.core.steal.FurthestFirst;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stage for one engine: it keeps the sequence and the time, each action is one line, and what is
/// decided comes back as short texts such as `place T-1 10 @ 100 free`.
///
/// It is Wednesday at 10:00 in New York, the account must pay in full, and nobody has a forecast.
/// After every action no invariant may be broken.
final class Scene {
  static final long SECOND_NS = 1_000_000_000L;
  static final long OPENING_NS = Exchange.timeNs(LocalDate.of(2025, 1, 15), LocalTime.of(10, 0));

  /// An exit that a position of 100 can have.
  static final ExitPlan PROFIT_AT_110 = new ExitPlan(Price.of("110"), null, -1, false);

  private static final List<Instrument> INSTRUMENTS =
      List.of(
          Instrument.stock("AAA"),
          Instrument.stock("BBB"),
          Instrument.stock("CCC"),
          Instrument.stock("DDD"),
          Instrument.crypto("BTC/USD", Fixed.ONE / 100),
          Instrument.crypto("ETH/USD", Fixed.ONE / 100),
          Instrument.crypto("SOL/USD", Fixed.ONE / 100));

  final Engine engine;
  private final Map<String, Price> limits = new LinkedHashMap<>();
  private long seq;
  private long fills;
  long nowNs = OPENING_NS;

  Scene(Settings settings, TradingHours hours) {
    this.engine = new Engine(settings, hours, INSTRUMENTS);
  }

  Scene(Settings settings) {
    this(settings, Exchange.HOURS);
  }

  Scene() {
    this(settings(StealRules.DEFAULTS));
  }

  // Settings.

  static Settings settings(StealRules rules) {
    return settings(rules, Pauses.DEFAULTS);
  }

  static Settings settings(StealRules rules, Pauses pauses) {
    return new Settings(
        new FurthestFirst(),
        Tolerances.DEFAULTS,
        rules,
        FightRules.DEFAULTS,
        AccountModel.CASH,
        2,
        Settings.DEFAULT_AT_ONCE_RANKS,
        false,
        false,
        pauses);
  }

  // What happens. Each action returns what was decided.

  List<String> on(Event event) {
    seq++;
    List<String> commands = new ArrayList<>();
    for (Command command : engine.on(new Input(seq, nowNs, event))) {
      if (command instanceof Command.Place place && place.limit() != null) {
        limits.put(place.order().value(), place.limit());
      }
      commands.add(text(command));
    }
    assertThat(engine.violations()).isEmpty();
    return commands;
  }

  private static String text(Command command) {
    return switch (command) {
      case Command.Place place ->
          "place %s %s @ %s %s%s"
              .formatted(
                  place.order(),
                  place.quantity(),
                  at(place.limit()),
                  place.cause().word(),
                  place.timeInForce().isExtended() ? " extended" : "");
      case Command.Replace replace ->
          "replace %s %s @ %s".formatted(replace.order(), replace.quantity(), at(replace.limit()));
      case Command.Cancel cancel -> "cancel %s %s".formatted(cancel.order(), cancel.cause().word());
      case Command.Ask ask -> "ask " + ask.order();
    };
  }

  private static String at(@Nullable Price limit) {
    return limit == null ? "market" : limit.toString();
  }

  /// Time goes by; whatever falls due is offered when it does.
  List<String> after(long durationNs) {
    long endNs = nowNs + durationNs;
    List<String> commands = new ArrayList<>();
    while (engine.nextTimerNs() <= endNs) {
      nowNs = Math.max(nowNs, engine.nextTimerNs());
      commands.addAll(on(new Event.Woke()));
    }
    nowNs = endNs;
    return commands;
  }

  List<String> afterSeconds(long seconds) {
    return after(seconds * SECOND_NS);
  }

  /// It is that time of day in New York, that day of January 2025.
  List<String> until(int day, int hour, int minute) {
    return after(Exchange.timeNs(LocalDate.of(2025, 1, day), LocalTime.of(hour, minute)) - nowNs);
  }

  /// The same in July.
  List<String> untilJuly(int day, int hour, int minute) {
    return after(Exchange.timeNs(LocalDate.of(2025, 7, day), LocalTime.of(hour, minute)) - nowNs);
  }

  List<String> cash(String amount) {
    return on(new Event.AccountChanged(AccountRead.ofCash(Money.of(amount))));
  }

  /// Cash is known, equity is not.
  List<String> cashAlone(String amount) {
    Money money = Money.of(amount);
    return on(new Event.AccountChanged(new AccountRead(null, money, money, List.of(), List.of())));
  }

  List<String> price(String instrument, String price) {
    return on(
        new Event.Priced(List.of(Quote.at(new InstrumentId(instrument), Price.of(price), nowNs))));
  }

  /// Prices that are known at once.
  List<String> prices(String price, String... instruments) {
    List<Quote> quotes = new ArrayList<>();
    for (String instrument : instruments) {
      quotes.add(Quote.at(new InstrumentId(instrument), Price.of(price), nowNs));
    }
    return on(new Event.Priced(quotes));
  }

  List<String> submit(Intent intent) {
    return on(new Event.IntentSubmitted(intent));
  }

  List<String> buy(String id, String instrument, String quantity) {
    return submit(intent(id, instrument, quantity));
  }

  List<String> withdraw(String id) {
    return on(new Event.IntentWithdrawn(new IntentId(id)));
  }

  /// A plan of buys of AAA.
  List<String> plan(Intent... intents) {
    return plan("AAA", intents);
  }

  List<String> plan(String instrument, Intent... intents) {
    return on(
        new Event.PlanSubmitted(
            "owner", new InstrumentId(instrument), Side.BUY, IntentKind.ENTRY, List.of(intents)));
  }

  List<String> mode(TradingMode mode) {
    return on(new Event.ModeSwitched(mode));
  }

  List<String> release(String id) {
    return on(new Event.IntentReleased(new IntentId(id)));
  }

  List<String> split(String instrument, long newShares, long oldShares) {
    return on(new Event.Split(new InstrumentId(instrument), newShares, oldShares));
  }

  List<String> accepted(String order) {
    return on(new OrderEvent.Accepted(new OrderId(order)));
  }

  List<String> rejected(String order, RejectKind kind) {
    return on(new OrderEvent.Rejected(new OrderId(order), kind, "so it is"));
  }

  List<String> canceled(String order, String filled) {
    return on(new OrderEvent.Canceled(new OrderId(order), raw(filled)));
  }

  List<String> cancelRejected(String order) {
    return on(new OrderEvent.CancelRejected(new OrderId(order), "too late"));
  }

  List<String> open(String order) {
    return open(order, "0");
  }

  List<String> open(String order, String filled) {
    return on(new OrderEvent.Open(new OrderId(order), raw(filled)));
  }

  List<String> expired(String order, String filled) {
    return on(new OrderEvent.Expired(new OrderId(order), raw(filled)));
  }

  List<String> notSent(String order) {
    return on(new OrderEvent.NotSent(new OrderId(order)));
  }

  List<String> replaced(String order, String quantity) {
    return on(new OrderEvent.Replaced(new OrderId(order), Quantity.of(quantity)));
  }

  List<String> replaceRejected(String order) {
    return on(new OrderEvent.ReplaceRejected(new OrderId(order), "no"));
  }

  /// A trade at the limit, with an id of its own.
  List<String> filled(String order, String quantity) {
    fills++;
    Price price = limits.getOrDefault(order, Price.of("100"));
    return on(new OrderEvent.Filled(new OrderId(order), "t" + fills, price, Quantity.of(quantity)));
  }

  private static long raw(String decimal) {
    return Fixed.raw(new BigDecimal(decimal));
  }

  /// An order of 100 apiece that rests, and whose price has gone away to `price` since.
  void rests(String id, String instrument, String quantity, String price) {
    rests(intent(id, instrument, quantity), price);
  }

  void rests(Intent intent, String price) {
    price(intent.instrument().value(), "100");
    submit(intent);
    accepted(intent.id() + "-1");
    price(intent.instrument().value(), price);
    assertThat(state(intent.id().value())).isEqualTo(IntentState.RESTING);
  }

  // Intents: buys at 100 that never expire.

  static Intent intent(String id, String instrument, String quantity) {
    return intent(id, instrument, quantity, ExitPlan.NONE);
  }

  static Intent intent(String id, String instrument, String quantity, ExitPlan exit) {
    return intent(id, instrument, Side.BUY, quantity, "100", Long.MAX_VALUE, null, exit);
  }

  static Intent intent(
      String id,
      String instrument,
      Side side,
      String quantity,
      String limit,
      long expiresNs,
      @Nullable String forecast,
      ExitPlan exit) {
    return new Intent(
        new IntentId(id),
        "owner",
        new InstrumentId(instrument),
        side,
        Quantity.of(quantity),
        Price.of(limit),
        expiresNs,
        "maxdiff",
        IntentKind.ENTRY,
        false,
        false,
        forecast == null ? null : Money.of(forecast),
        null,
        exit,
        List.of());
  }

  // How things stand.

  private IntentStatus status(String id) {
    return engine.status(new IntentId(id)).orElseThrow();
  }

  IntentState state(String id) {
    return status(id).state();
  }

  String verdict(String id) {
    Refusal verdict = status(id).verdict();
    return verdict == null ? "none" : verdict.word();
  }

  String end(String id) {
    return String.valueOf(status(id).end());
  }

  Intent intent(String id) {
    return status(id).intent();
  }

  String remaining(String id) {
    return Fixed.text(status(id).remainingRaw());
  }

  long count(Counter counter) {
    return engine.counters().of(counter);
  }
}
