package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.conformance.Exchange;
import headroom.core.conformance.Scenarios;
import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.conformance.Texts;
import headroom.core.engine.Command.Purpose;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealPolicy;
import headroom.core.tolerance.Distance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Who is the first victim, and who is the best crypto intent.
final class RankScenarioTest {
  private static final long NOW_NS = Texts.timeNs("2025-01-15T10:00:00-05:00");

  static Stream<Scenario> scenarios() {
    return Scenarios.of("rank");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void ranksAsTheScenarioSays(Scenario scenario) {
    JsonNode given = scenario.given();
    List<JsonNode> items = given.get("items").valueStream().toList();
    List<String> expected =
        scenario.then().get("order").valueStream().map(JsonNode::asString).toList();
    if (given.get("what").asString().equals("crypto-picks")) {
      assertThat(picks(items)).isEqualTo(expected);
      return;
    }
    StealPolicy policy =
        StealPolicies.named(Texts.text(scenario.config(), "ranking", "FurthestFirst"), 0);
    List<Working> orders = new ArrayList<>();
    Map<String, Integer> distances = new TreeMap<>();
    for (JsonNode item : items) {
      Working order = order(item);
      order.watch.worth = policy.worth(order.watch);
      distances.put(order.watch.intent.id().value(), order.watch.distancePpm);
      orders.add(order);
    }
    orders.sort(Entries.FIRST_VICTIM_FIRST);
    Map<String, Integer> expectedDistances = new TreeMap<>();
    scenario
        .then()
        .get("distancesPpm")
        .properties()
        .forEach(entry -> expectedDistances.put(entry.getKey(), entry.getValue().asInt()));
    assertThat(orders.stream().map(order -> order.watch.intent.id().value()).toList())
        .isEqualTo(expected);
    assertThat(distances).isEqualTo(expectedDistances);
  }

  private static Working order(JsonNode item) {
    Watch watch = watch(item, false);
    watch.distancePpm =
        Distance.ppm(Texts.side(item), Texts.raw(item, "ref"), Texts.raw(item, "limit"));
    return new Working(
        OrderId.entry(watch.intent.id(), 1),
        watch,
        Purpose.ENTRY,
        watch.side(),
        watch.intent.limit(),
        watch.remainingRaw,
        watch.limitRaw(),
        new long[0],
        NOW_NS - Texts.ageNs(item));
  }

  private static Watch watch(JsonNode item, boolean crypto) {
    Instrument instrument =
        new Instrument(
            Texts.instrument(item),
            crypto ? AssetClass.CRYPTO : AssetClass.STOCK,
            1,
            1,
            Money.ZERO);
    Intent intent =
        new Intent(
            new IntentId(item.get("id").asString()),
            "owner",
            instrument.id(),
            Texts.side(item),
            Quantity.of("1"),
            new Price(Texts.raw(item, "limit")),
            Long.MAX_VALUE,
            "maxdiff",
            IntentKind.ENTRY,
            false,
            false,
            Texts.moneyOrNull(item, "forecastPnl"),
            null,
            ExitPlan.NONE,
            List.of());
    return new Watch(intent, new Market(instrument, 0), NOW_NS - Texts.ageNs(item), 0, 0);
  }

  private static List<String> picks(List<JsonNode> items) {
    Book book = new Book(Settings.DEFAULTS, Exchange.HOURS, List.of(), Observer.NONE);
    items.forEach(item -> book.live.add(watch(item, true)));
    new Ranks(book).refresh();
    return book.live.stream()
        .sorted(Comparator.comparingInt(watch -> watch.rank))
        .map(watch -> watch.intent.id().value())
        .toList();
  }
}
