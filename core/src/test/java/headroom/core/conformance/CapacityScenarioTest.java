package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.engine.Command;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Observer.Need;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What is free, what is needed, what is missing.
///
/// Every intent here rests at once and is quoted far from its limit, so that neither nearness nor
/// the value of a short sale plays a part.
final class CapacityScenarioTest {
  private static final long NOW_NS = Texts.timeNs("2025-01-15T10:00:00-05:00");
  private static final InstrumentId ORDERS = new InstrumentId("ORDERS");

  static Stream<Scenario> scenarios() {
    return Scenarios.of("capacity");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void measuresAsTheScenarioSays(Scenario scenario) {
    JsonNode then = scenario.then();
    Map<String, String> expected = new TreeMap<>();
    for (String field : List.of("free", "need", "shortfall")) {
      expected.put(field, Texts.has(then, field) ? Texts.plain(then.get(field)) : "unknown");
    }
    expected.put("allowed", then.get("allowed").asString());
    assertThat(measure(scenario)).isEqualTo(expected);
  }

  private static Map<String, String> measure(Scenario scenario) {
    JsonNode given = scenario.given();
    JsonNode request = scenario.when().get("request");
    String pool = request.get("pool").asString();
    boolean pools = given.get("pools").size() > 1;
    InstrumentId wanted = Texts.instrument(pools ? "WANTED/USD" : "WANTED");
    Situation situation =
        new Situation(
            Texts.settings(scenario.config(), pools ? AccountModel.POOLED : Situation.ONE_POOL, 4));
    situation.trade(ORDERS, false);
    situation.trade(wanted, pools);
    situation.begin(NOW_NS - 1_000 * Texts.SECOND_NS, List.of(), false);
    place(situation, given, ORDERS, true);
    read(situation, given);
    place(situation, given, ORDERS, false);

    String constraint = pools ? pool : "settled-cash";
    Engine engine = situation.engine();
    // What was filled of the request before is of no account here: it asks for the rest.
    Money free = engine.free(constraint);
    situation.endOfSetup(NOW_NS);
    List<Command> commands =
        submit(situation, request, "wanted", wanted, Texts.raw(request, "filled"));
    boolean allowed = commands.stream().anyMatch(Command.Place.class::isInstance);
    Money left = engine.free(constraint);
    long need =
        allowed && free != null && left != null
            ? free.raw() - left.raw()
            : situation.heard.refused.getFirst().needs().stream()
                .filter(each -> each.constraint().equals(constraint))
                .mapToLong(Need::needRaw)
                .sum();
    Map<String, String> measured = new TreeMap<>();
    measured.put("free", free == null ? "unknown" : free.toString());
    measured.put("need", Fixed.text(need));
    measured.put(
        "shortfall", free == null ? "unknown" : Fixed.text(Math.max(0, need - free.raw())));
    measured.put("allowed", String.valueOf(allowed));
    return measured;
  }

  /// The readings of all pools, the oldest first. One figure holds for all: the pool of stocks is
  /// four times that of crypto.
  private static void read(Situation situation, JsonNode given) {
    JsonNode first = given.get("pools").get(0);
    List<JsonNode> readings = new ArrayList<>(first.get("readings").valueStream().toList());
    readings.sort(Comparator.comparingLong(reading -> -Texts.ageNs(reading)));
    for (JsonNode reading : readings) {
      @Nullable Long raw = Texts.has(reading, "reported") ? Texts.raw(reading, "reported") : null;
      situation.offer(
          given.get("pools").size() > 1 && raw != null
              ? new Event.AccountChanged(
                  new AccountRead(new Money(raw), null, null, List.of(), List.of()))
              : situation.free(raw),
          NOW_NS - Texts.ageNs(reading));
    }
  }

  private static void place(
      Situation situation, JsonNode given, InstrumentId id, boolean included) {
    for (JsonNode order : given.get("orders")) {
      if (order.get("includedInReading").asBoolean() == included) {
        String name = order.get("id").asString();
        submit(situation, order, name, id, 0);
        OrderId placed = new OrderId(name + "-1");
        situation.accept(placed, situation.nowNs());
        situation.fill(placed, Texts.rawOrNothing(order, "filled"), situation.nowNs());
      }
    }
  }

  private static List<Command> submit(
      Situation situation, JsonNode node, String name, InstrumentId id, long filledRaw) {
    Side side = Texts.side(node);
    long limitRaw = Texts.raw(node, "limit");
    long nowNs = situation.nowNs();
    situation.offer(
        situation.priced(id, side, side == Side.BUY ? limitRaw * 2 : limitRaw / 2, nowNs), nowNs);
    Intent intent =
        Wishes.intent(
            name,
            id,
            side,
            Texts.raw(node, "quantity") - filledRaw,
            limitRaw,
            null,
            true,
            false,
            IntentKind.valueOf(node.get("kind").asString().toUpperCase(Locale.ROOT)),
            "maxdiff",
            Long.MAX_VALUE);
    return situation.offer(new Event.IntentSubmitted(intent), nowNs);
  }
}
