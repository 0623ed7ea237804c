package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.engine.Command;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.Input;
import headroom.core.engine.IntentStatus;
import headroom.core.engine.Settings;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An engine brought into the situation that a scenario gives: orders rest, steals are on record.
///
/// Orders are placed when the scenario says that they were, at their own limit and with plenty of
/// capacity; then the prices, and what is free, become those of the scenario.
final class Situation {
  /// Nobody lacks capacity while a situation is built.
  private static final long PLENTY_RAW = 1_000_000_000L * Fixed.ONE;

  private static final int DUMMY_FORECAST = 1_000_000;

  final Heard heard = new Heard();
  final Map<OrderId, OwnOrder> own = new LinkedHashMap<>();
  private final Settings settings;
  private final Map<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
  private final Set<String> dummies = new LinkedHashSet<>();
  private final Map<InstrumentId, Long> bids = new HashMap<>();
  private final List<Input> journal = new ArrayList<>();
  private final List<List<Command>> decided = new ArrayList<>();
  private final List<Stranger> strangers = new ArrayList<>();
  private @Nullable Engine engine;

  Situation(Settings settings) {
    this.settings = settings;
  }

  /// Makes an instrument known, before anything else happens.
  void trade(InstrumentId id, boolean crypto) {
    instruments.put(
        id, new Instrument(id, crypto ? AssetClass.CRYPTO : AssetClass.STOCK, 1, 1, Money.ZERO));
  }

  void trade(JsonNode node, boolean crypto) {
    trade(Texts.instrument(node), crypto);
  }

  void tradePairOf(JsonNode history) {
    for (JsonNode steal : history) {
      for (String who : List.of("thief", "victim")) {
        InstrumentId id = Texts.instrument(steal.get(who).asString());
        if (!instruments.containsKey(id)) {
          trade(id, id.value().indexOf('/') >= 0);
        }
      }
    }
  }

  AssetClass assetClass(InstrumentId id) {
    return known(instruments.get(id)).assetClass();
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the scenario names something unknown");
    }
    return value;
  }

  Engine engine() {
    return known(engine);
  }

  /// Begins: intents of other pairs take the best ranks, so that those of the scenario have theirs.
  void begin(long nowNs, List<JsonNode> ranked, boolean dryRun) {
    int others = settings.atOnceRanks();
    for (JsonNode node : ranked) {
      if (Texts.has(node, "cryptoRank")) {
        others = node.get("cryptoRank").asInt() - 1;
      }
    }
    for (int i = 0; i < others; i++) {
      trade(Texts.instrument("OTHER" + i + "/USD"), true);
    }
    engine = fresh();
    offer(new Event.AccountChanged(account(PLENTY_RAW)), nowNs);
    for (int i = 0; i < others; i++) {
      String id = "other" + i;
      dummies.add(id);
      offer(
          new Event.IntentSubmitted(
              Wishes.intent(
                  id,
                  Texts.instrument("OTHER" + i + "/USD"),
                  Side.BUY,
                  Fixed.ONE,
                  Fixed.ONE,
                  new Money((DUMMY_FORECAST - i) * Fixed.ONE),
                  false,
                  false,
                  IntentKind.ENTRY,
                  "none",
                  Long.MAX_VALUE)),
          nowNs);
    }
    if (dryRun) {
      dryRunFrom = true;
    }
  }

  private boolean dryRunFrom;

  /// Nothing is sent from now on, if the scenario says so.
  void endOfSetup(long nowNs) {
    if (dryRunFrom) {
      offer(new Event.DryRunSwitched(true), nowNs);
    }
    heard.clear();
  }

  private Engine fresh() {
    return new Engine(settings, Exchange.HOURS, List.copyOf(instruments.values()), heard);
  }

  /// The process ends and starts again with what was recorded.
  void restart() {
    Engine again = fresh();
    for (int i = 0; i < journal.size(); i++) {
      assertThat(again.on(journal.get(i))).isEqualTo(decided.get(i));
    }
    engine = again;
    heard.clear();
  }

  /// The time of the last input.
  long nowNs() {
    return journal.getLast().timeNs();
  }

  List<Command> offer(Event event, long nowNs) {
    Input input = new Input(journal.size() + 1L, nowNs, event);
    List<Command> commands = engine().on(input);
    journal.add(input);
    decided.add(commands);
    assertThat(engine().violations()).isEmpty();
    for (Command command : commands) {
      if (command instanceof Command.Place place) {
        own.put(place.order(), new OwnOrder(place, valuePriceRaw(place)));
      }
    }
    return commands;
  }

  private long valuePriceRaw(Command.Place place) {
    Price limit = known(place.limit());
    if (place.side() == Side.BUY) {
      return limit.raw();
    }
    long askRaw = bids.getOrDefault(place.instrument(), 0L);
    return Math.max(limit.raw(), Fixed.scaled(askRaw, 103, 100, RoundingMode.CEILING));
  }

  /// Offers an event, and whatever is due at the same instant.
  List<Command> offerAndWake(Event event, long nowNs) {
    List<Command> all = new ArrayList<>(offer(event, nowNs));
    while (engine().nextTimerNs() <= nowNs) {
      all.addAll(offer(new Event.Woke(), nowNs));
    }
    return all;
  }

  /// A price by which the distance of a side is what the scenario means. A sell is quoted a bid
  /// only.
  Event priced(InstrumentId id, Side side, long raw, long nowNs) {
    bids.put(id, raw);
    return new Event.Priced(
        List.of(side == Side.BUY ? Quote.at(id, raw, nowNs) : new Quote(id, raw, 0, 0, nowNs)));
  }

  /// The price of an order or intent as its scenario gives it: `ref`, or `quote`, or none.
  Event priced(JsonNode node, long nowNs) {
    InstrumentId id = Texts.instrument(node);
    if (Texts.has(node, "quote")) {
      JsonNode quote = node.get("quote");
      return new Event.Priced(
          List.of(
              new Quote(
                  id,
                  Texts.rawOrNothing(quote, "bid"),
                  Texts.rawOrNothing(quote, "ask"),
                  0,
                  nowNs)));
    }
    return priced(id, Texts.side(node), Texts.rawOrNothing(node, "ref"), nowNs);
  }

  /// An order that has rested since it was placed at its limit.
  void rest(JsonNode order, long atNs, boolean isUnranked) {
    long nowNs = atNs - Texts.ageNs(order);
    String id = order.get("id").asString();
    if (Texts.text(order, "owner", "headroom").equals("foreign")) {
      strangers.add(
          Stranger.order(
              id,
              Texts.instrument(order),
              assetClass(Texts.instrument(order)),
              Texts.side(order),
              new Price(Texts.raw(order, "limit")),
              new Quantity(Texts.raw(order, "quantity"))));
      return;
    }
    offer(
        priced(Texts.instrument(order), Texts.side(order), Texts.raw(order, "limit"), nowNs),
        nowNs);
    offer(new Event.IntentSubmitted(Wishes.intent(order, isUnranked)), nowNs);
    OrderId placed = new OrderId(id + "-1");
    accept(placed, nowNs);
    fill(placed, Texts.rawOrNothing(order, "filled"), nowNs);
    String state = Texts.text(order, "state", "resting");
    if (state.equals("cancelling")) {
      offer(new Event.IntentWithdrawn(new IntentId(id)), nowNs);
    }
  }

  void accept(OrderId id, long nowNs) {
    known(own.get(id)).accepted = true;
    offer(new OrderEvent.Accepted(id), nowNs);
  }

  void fill(OrderId id, long filledRaw, long nowNs) {
    if (filledRaw > 0) {
      OwnOrder order = known(own.get(id));
      order.filledRaw = filledRaw;
      offer(
          new OrderEvent.Filled(
              id, id + "/setup", known(order.place.limit()), new Quantity(filledRaw)),
          nowNs);
    }
  }

  /// An intent that was partly filled by an order which the venue has ended since.
  ///
  /// @return the end of that order, to be offered together with the rest of the situation
  Event partlyFilled(JsonNode node, long nowNs) {
    offer(priced(Texts.instrument(node), Texts.side(node), Texts.raw(node, "limit"), nowNs), nowNs);
    offer(new Event.IntentSubmitted(Wishes.intent(node, false)), nowNs);
    OrderId placed = new OrderId(node.get("id").asString() + "-1");
    accept(placed, nowNs);
    fill(placed, Texts.raw(node, "filled"), nowNs);
    known(own.get(placed)).over = true;
    return new OrderEvent.Expired(placed, Texts.raw(node, "filled"));
  }

  Event remembered(JsonNode steal, long atNs) {
    return new Event.StealRemembered(
        Texts.instrument(steal.get("thief").asString()),
        Texts.instrument(steal.get("victim").asString()),
        atNs - Texts.ageNs(steal));
  }

  /// The account by which so much is free: what the venue read, and what it has already deducted
  /// for own orders that it knows.
  ///
  /// @param freeRaw null if it could not be read
  Event free(@Nullable Long freeRaw) {
    if (freeRaw == null) {
      return new Event.AccountChanged(new AccountRead(null, null, null, List.of(), strangers));
    }
    long raw = freeRaw;
    for (OwnOrder order : own.values()) {
      raw += order.accepted ? order.valueRaw() : 0;
    }
    for (Stranger stranger : strangers) {
      raw += stranger.value().raw();
    }
    return new Event.AccountChanged(account(raw));
  }

  /// The account by which so much is free of the pool of an asset class, whatever the others use.
  Event freeOf(AssetClass pool, long freeRaw) {
    long raw = freeRaw;
    for (OwnOrder order : own.values()) {
      raw += assetClass(order.place.instrument()) == pool ? order.valueRaw() : 0;
    }
    for (Stranger stranger : strangers) {
      raw += stranger.assetClass() == pool ? stranger.value().raw() : 0;
    }
    return new Event.AccountChanged(account(raw));
  }

  private AccountRead account(long raw) {
    Money figure = new Money(raw);
    return new AccountRead(figure, figure, figure, List.of(), strangers);
  }

  /// How the intents of the scenario stand.
  List<IntentStatus> statuses() {
    return engine().statuses().stream()
        .filter(status -> !dummies.contains(status.intent().id().value()))
        .toList();
  }

  /// An account with one constraint that every order uses in full.
  static final AccountModel ONE_POOL = AccountModel.CASH;
}
