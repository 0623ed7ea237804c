package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.engine.Event;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Spared;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.tolerance.Distance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// How far an order is, and what shields it from a thief that is nearer than anybody.
final class ProtectionScenarioTest {
  private static final InstrumentId THIEF = new InstrumentId("THIEF/USD");

  /// What is no shield: it depends on the thief.
  private static final Set<Spared> RELATIVE =
      Set.of(Spared.NOT_FURTHER, Spared.FIGHT, Spared.NOT_NEEDED, Spared.TOO_LITTLE);

  static Stream<Scenario> scenarios() {
    return Scenarios.of("protection");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void shieldsAsTheScenarioSays(Scenario scenario) {
    JsonNode order = scenario.given().get("order");
    Candidate candidate = candidate(scenario, order);
    Spared spared = candidate.spared();
    Map<String, Object> actual = new TreeMap<>();
    actual.put("distancePpm", distance(order));
    actual.put("shield", spared == null || RELATIVE.contains(spared) ? "null" : spared.word());
    Map<String, Object> expected = new TreeMap<>();
    expected.put("distancePpm", Texts.number(scenario.then(), "distancePpm", -1));
    expected.put("shield", Texts.text(scenario.then(), "shield", "null"));
    assertThat(actual).isEqualTo(expected);
    if (spared != Spared.NOT_OWNED) {
      assertThat(candidate.distancePpm()).isEqualTo(expected.get("distancePpm"));
    }
  }

  private static int distance(JsonNode order) {
    Side side = Texts.side(order);
    JsonNode quote = Texts.has(order, "quote") ? order.get("quote") : null;
    long reference = Texts.rawOrNothing(order, "ref");
    if (quote != null) {
      reference =
          new Quote(THIEF, Texts.rawOrNothing(quote, "bid"), Texts.rawOrNothing(quote, "ask"), 0, 0)
              .referenceRaw(side);
    }
    return reference == 0 ? -1 : Distance.ppm(side, reference, Texts.raw(order, "limit"));
  }

  private static Candidate candidate(Scenario scenario, JsonNode order) {
    long atNs = Texts.timeNs(scenario.when().get("at"));
    Situation situation = new Situation(Texts.settings(scenario.config(), Situation.ONE_POOL, 1));
    situation.trade(order, Texts.isCrypto(order));
    situation.trade(THIEF, true);
    situation.begin(atNs - 1_800 * Texts.SECOND_NS, List.of(order), false);
    situation.rest(order, atNs, false);
    List<Event> together = new ArrayList<>();
    together.add(situation.free(0L));
    together.add(situation.priced(order, atNs));
    together.add(situation.priced(THIEF, Side.BUY, Fixed.ONE, atNs));
    together.add(new Event.IntentSubmitted(thief()));
    situation.endOfSetup(atNs);
    situation.offerAndWake(new Event.Together(together), atNs);
    @Nullable Look look =
        situation.heard.refused.isEmpty() ? null : situation.heard.refused.getFirst();
    assertThat(look).isNotNull();
    return look == null ? new Candidate("", 0, null, List.of()) : look.orders().getFirst();
  }

  /// At its limit, without a rank, and in need of more than anybody can release.
  private static headroom.core.intent.Intent thief() {
    return Wishes.intent(
        "thief",
        THIEF,
        Side.BUY,
        1_000_000_000L * Fixed.ONE,
        Fixed.ONE,
        null,
        false,
        false,
        IntentKind.ENTRY,
        "none",
        Long.MAX_VALUE);
  }
}
