package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.IntentStatus;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Refusal;
import headroom.core.engine.Spared;
import headroom.core.intent.IntentId;
import headroom.core.market.AssetClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Who is cancelled for a thief, or why nobody.
final class StealScenarioTest {
  static Stream<Scenario> scenarios() {
    return Scenarios.of("steal");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void decidesAsTheScenarioSays(Scenario scenario) {
    JsonNode then = scenario.then();
    Map<String, Object> expected = new TreeMap<>();
    for (String field : List.of("cancel", "blocked", "spared")) {
      if (then.has(field)) {
        expected.put(field, value(then.get(field)));
      }
    }
    assertThat(decide(scenario)).isEqualTo(expected);
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().map(JsonNode::asString).toList();
    }
    if (node.isObject()) {
      Map<String, String> map = new TreeMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
      return map;
    }
    return node.asString();
  }

  private static Map<String, Object> decide(Scenario scenario) {
    JsonNode given = scenario.given();
    JsonNode thief = given.get("thief");
    long atNs = Texts.timeNs(scenario.when().get("at"));
    List<JsonNode> resting = new ArrayList<>(given.get("resting").valueStream().toList());
    resting.sort(Comparator.comparingLong(order -> -Texts.ageNs(order)));
    List<JsonNode> all = new ArrayList<>(resting);
    all.add(thief);
    String pool = Texts.text(thief, "pool", "main");
    boolean pools = all.stream().anyMatch(o -> !Texts.text(o, "pool", "main").equals(pool));
    boolean ranks = all.stream().anyMatch(order -> Texts.has(order, "cryptoRank"));
    Situation situation =
        new Situation(
            Texts.settings(scenario.config(), pools ? AccountModel.POOLED : Situation.ONE_POOL, 1));
    for (JsonNode order : all) {
      // No stock entry rests out of hours (R82): a pair with the same prices takes its place.
      boolean closed = !order.equals(thief) && !Exchange.HOURS.isOpen(atNs);
      // The pools are those of the asset classes: an order on another pool is of the other class.
      boolean other = pools && !Texts.text(order, "pool", "main").equals(pool);
      boolean crypto = other ? !Texts.isCrypto(thief) : Texts.isCrypto(order) || closed;
      situation.trade(order, crypto);
    }
    situation.tradePairOf(given.get("history"));
    situation.begin(atNs - 1_800 * Texts.SECOND_NS, all, false);
    for (JsonNode steal : given.get("history")) {
      situation.offer(situation.remembered(steal, atNs), atNs - 1_800 * Texts.SECOND_NS);
    }
    for (JsonNode order : resting) {
      situation.rest(order, atNs, ranks && !Texts.has(order, "cryptoRank"));
    }
    List<Event> together = new ArrayList<>();
    boolean partlyFilled = Texts.rawOrNothing(thief, "filled") > 0;
    if (partlyFilled) {
      together.add(situation.partlyFilled(thief, atNs));
    }
    Long free = Texts.has(given, "capacityFree") ? Texts.raw(given, "capacityFree") : null;
    together.add(
        pools && free != null
            ? situation.freeOf(Texts.isCrypto(thief) ? AssetClass.CRYPTO : AssetClass.STOCK, free)
            : situation.free(free));
    all.forEach(order -> together.add(situation.priced(order, atNs)));
    if (!partlyFilled) {
      together.add(
          new Event.IntentSubmitted(
              Wishes.intent(thief, ranks && !Texts.has(thief, "cryptoRank"))));
    }
    situation.endOfSetup(atNs);
    return result(situation, situation.offerAndWake(new Event.Together(together), atNs), thief);
  }

  private static Map<String, Object> result(
      Situation situation, List<Command> commands, JsonNode thief) {
    Map<String, Object> result = new TreeMap<>();
    IntentId id = new IntentId(thief.get("id").asString());
    IntentStatus status = situation.engine().status(id).orElseThrow();
    List<Look> looks = new ArrayList<>(situation.heard.stole);
    looks.addAll(situation.heard.refused);
    Look look = looks.isEmpty() ? null : looks.getFirst();
    Refusal verdict = status.verdict();
    if (verdict != null) {
      result.put("blocked", verdict.word());
    } else {
      result.put(
          "cancel",
          commands.stream()
              .filter(Command.Cancel.class::isInstance)
              .map(command -> Wishes.intentOf(command.order().value()))
              .toList());
    }
    if (look != null && (verdict == null || verdict.isAttempt())) {
      Map<String, String> spared = new TreeMap<>();
      for (Candidate candidate : look.orders()) {
        Spared reason = candidate.spared();
        if (reason != null) {
          spared.put(Wishes.intentOf(candidate.order()), reason.word());
        }
      }
      result.put("spared", spared);
    }
    return result;
  }
}
