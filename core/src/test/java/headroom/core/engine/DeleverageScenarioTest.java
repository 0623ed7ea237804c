package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.conformance.Exchange;
import headroom.core.conformance.Scenarios;
import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.ExitPlan;
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
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What is reduced before the close. The positions are bought, and the account is read, before the
/// engine is woken at the time of the scenario.
///
/// What an exit or a reduction already sells is a position of its own, with that exit. Where a
/// target is given instead of an equity, the limit is next to nothing.
final class DeleverageScenarioTest {
  private static final long MINUTE_NS = 60 * Scene.SECOND_NS;

  private static final ExitPlan STOP = new ExitPlan(null, Price.of("1"), -1, false);

  private final List<Command> commands = new ArrayList<>();
  private final Map<String, String> names = new TreeMap<>();
  private Engine engine = engine(Deleveraging.DEFAULTS);
  private long seq;
  private long nowNs;

  static Stream<Scenario> scenarios() {
    return Scenarios.of("deleverage");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void reducesWhatItMust(Scenario scenario) {
    JsonNode given = scenario.given();
    OffsetDateTime at = OffsetDateTime.parse(scenario.when().get("at").asString());
    engine = engine(rules(scenario));
    nowNs = setUpNs(at);
    on(account("1000000000"));
    Map<String, BigDecimal> sold = resting(given, "exit");
    resting(given, "deleverage").forEach(sold::put);
    int number = 0;
    for (JsonNode position : given.get("positions")) {
      String instrument = position.get("instrument").asString();
      BigDecimal quantity = new BigDecimal(position.get("quantity").asString());
      String price = position.get("price").asString();
      BigDecimal apart = sold.getOrDefault(instrument, BigDecimal.ZERO);
      number++;
      hold("p" + number, instrument, quantity.subtract(apart), price, ExitPlan.NONE);
      if (apart.signum() != 0) {
        // The stop of what is sold already has been reached.
        hold("s" + number, instrument, apart, price, isTakeProfit(given) ? profit(price) : STOP);
      }
    }
    for (JsonNode resting : given.get("resting")) {
      if (resting.get("kind").asString().equals("entry")) {
        enter(resting);
      }
    }
    commands.clear();
    nowNs = at.toEpochSecond() * Scene.SECOND_NS;
    on(new Event.Together(List.of(new Event.Woke(), account(equity(given)))));

    JsonNode then = scenario.then();
    Money target = engine.overnightTarget();
    assertThat(target != null).isEqualTo(then.get("inWindow").asBoolean());
    if (target != null && given.get("targetExposure").isNull() && target.raw() > 0) {
      String expected = then.get("targetExposure").asString();
      // Below the limit there is nothing to be aimed at; the scenario names what is held.
      assertThat(target.raw()).isGreaterThanOrEqualTo(Money.of(expected).raw());
    }
    assertThat(orders()).isEqualTo(expectedOrders(then));
    assertThat(canceled()).isEqualTo(texts(then.get("cancelEntries")));
  }

  private static Deleveraging rules(Scenario scenario) {
    JsonNode given = scenario.given();
    JsonNode force = scenario.config().get("deleverageForce");
    return new Deleveraging(
        given.get("overnightGrossPpm").asInt() / 1_000_000,
        given.get("windowMinutes").asLong() * MINUTE_NS,
        given.get("forceMinutes").asLong() * MINUTE_NS,
        Money.of(given.get("minimumSlice").asString()),
        force != null && force.asString().equals("market"),
        Deleveraging.PASSIVE_PPM,
        Deleveraging.CROSSING_PPM,
        0);
  }

  private static Engine engine(Deleveraging rules) {
    Settings settings =
        new Settings(
                new FurthestFirst(),
                Tolerances.DEFAULTS,
                StealRules.DEFAULTS,
                FightRules.DEFAULTS,
                AccountModel.MARGIN,
                AccountModel.DAY_MULTIPLIER,
                Settings.DEFAULT_AT_ONCE_RANKS,
                false,
                false,
                Pauses.DEFAULTS)
            .with(rules);
    return new Engine(
        settings,
        Exchange.HOURS,
        List.of(
            Instrument.stock("AAPL"),
            Instrument.stock("MSFT"),
            Instrument.stock("NVDA"),
            Instrument.crypto("BTC/USD", Fixed.ONE / 100)));
  }

  /// A quarter of an hour after the open of that day, or of the one before if there is none.
  private static long setUpNs(OffsetDateTime at) {
    long ns = Exchange.timeNs(at.toLocalDate(), LocalTime.of(9, 45));
    return Exchange.HOURS.isOpen(ns)
        ? ns
        : Exchange.timeNs(at.toLocalDate().minusDays(1), LocalTime.of(9, 45));
  }

  private static String equity(JsonNode given) {
    return given.get("targetExposure").isNull() ? given.get("equity").asString() : "0.000000001";
  }

  private static boolean isTakeProfit(JsonNode given) {
    for (JsonNode resting : given.get("resting")) {
      if (resting.get("kind").asString().equals("exit")) {
        return true;
      }
    }
    return false;
  }

  private static ExitPlan profit(String price) {
    BigDecimal twice = new BigDecimal(price).multiply(BigDecimal.TWO);
    return new ExitPlan(Price.of(twice.toPlainString()), null, -1, false);
  }

  private static Event account(String equity) {
    return new Event.AccountChanged(AccountRead.ofCash(Money.of(equity)));
  }

  private static Map<String, BigDecimal> resting(JsonNode given, String kind) {
    Map<String, BigDecimal> quantities = new TreeMap<>();
    for (JsonNode resting : given.get("resting")) {
      if (resting.get("kind").asString().equals(kind)) {
        quantities.put(
            resting.get("instrument").asString(),
            new BigDecimal(resting.get("quantity").asString()));
      }
    }
    return quantities;
  }

  private void hold(String id, String instrument, BigDecimal signed, String price, ExitPlan exit) {
    Side side = signed.signum() > 0 ? Side.BUY : Side.SELL;
    price(instrument, price);
    String quantity = signed.abs().toPlainString();
    on(
        new Event.IntentSubmitted(
            Scene.intent(id, instrument, side, quantity, price, Long.MAX_VALUE, null, exit)));
    OrderId order = new OrderId(id + "-1");
    on(new OrderEvent.Accepted(order));
    on(new OrderEvent.Filled(order, id, Price.of(price), Quantity.of(quantity)));
    on(new OrderEvent.Accepted(new OrderId(id + "-x1")));
    if (exit.stop() != null) {
      price(instrument, "1");
      assertThat(commands.getLast()).isInstanceOf(Command.Place.class);
      price(instrument, price);
    }
  }

  private void enter(JsonNode resting) {
    String id = resting.get("id").asString();
    String instrument = resting.get("instrument").asString();
    price(instrument, "100.2");
    on(
        new Event.IntentSubmitted(
            Scene.intent(
                id,
                instrument,
                Side.BUY,
                resting.get("quantity").asString(),
                "100",
                Long.MAX_VALUE,
                null,
                ExitPlan.NONE)));
    on(new OrderEvent.Accepted(new OrderId(id + "-1")));
    names.put(id + "-1", id);
  }

  private void price(String instrument, String price) {
    on(new Event.Priced(List.of(Quote.at(new InstrumentId(instrument), Price.of(price), nowNs))));
  }

  private void on(Event event) {
    seq++;
    commands.addAll(engine.on(new Input(seq, nowNs, event)));
    assertThat(engine.violations()).isEmpty();
  }

  private List<String> orders() {
    return commands.stream()
        .filter(Command.Place.class::isInstance)
        .map(Command.Place.class::cast)
        .map(place ->
            "%s %s %s %s"
                .formatted(
                    place.instrument(),
                    place.side().word(),
                    place.quantity(),
                    place.limit() == null ? "market" : "limit"))
        .toList();
  }

  private static List<String> expectedOrders(JsonNode then) {
    List<String> expected = new ArrayList<>();
    for (JsonNode order : then.get("orders")) {
      expected.add(
          "%s %s %s %s"
              .formatted(
                  order.get("instrument").asString(),
                  order.get("side").asString(),
                  order.get("quantity").asString(),
                  order.get("style").asString()));
    }
    return expected;
  }

  private List<String> canceled() {
    return commands.stream()
        .filter(Command.Cancel.class::isInstance)
        .map(command -> names.getOrDefault(command.order().value(), command.order().value()))
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asString()));
    return texts;
  }
}
