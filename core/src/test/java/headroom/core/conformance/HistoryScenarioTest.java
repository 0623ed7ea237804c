package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.market.InstrumentId;
import headroom.core.steal.StealHistory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Whether two instruments fight, and whether one is on cooldown and for how long.
final class HistoryScenarioTest {
  private static final long NOW_NS = 1_000_000L * Texts.SECOND_NS;

  static Stream<Scenario> fights() {
    return Scenarios.of("fight");
  }

  static Stream<Scenario> cooldowns() {
    return Scenarios.of("cooldown");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fights")
  void fightsAsTheScenarioSays(Scenario scenario) {
    StealHistory history = history(scenario);
    InstrumentId thief = Texts.instrument(scenario.when().get("thief").asString());
    InstrumentId victim = Texts.instrument(scenario.when().get("victim").asString());
    JsonNode then = scenario.then();
    assertThat(
            Map.of(
                "steals", history.steals(thief, victim, NOW_NS),
                "alternations", history.reversals(thief, victim, NOW_NS),
                "fighting", history.isFighting(thief, victim, NOW_NS)))
        .isEqualTo(
            Map.of(
                "steals", then.get("steals").asInt(),
                "alternations", then.get("alternations").asInt(),
                "fighting", then.get("fighting").asBoolean()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cooldowns")
  void coolsDownAsTheScenarioSays(Scenario scenario) {
    StealHistory history = history(scenario);
    InstrumentId id = Texts.instrument(scenario.when().get("instrument").asString());
    boolean onCooldown = history.isOnCooldown(id, NOW_NS);
    long remainingNs = onCooldown ? history.cooldownEndNs(id) - NOW_NS : 0;
    JsonNode then = scenario.then();
    assertThat(Map.of("onCooldown", onCooldown, "remainingNs", remainingNs))
        .isEqualTo(
            Map.of(
                "onCooldown",
                then.get("onCooldown").asBoolean(),
                "remainingNs",
                then.get("remainingSeconds").asLong() * Texts.SECOND_NS));
  }

  private static StealHistory history(Scenario scenario) {
    JsonNode config = scenario.config();
    StealHistory history = new StealHistory(Texts.fightRules(config), Texts.cooldownNs(config));
    for (JsonNode steal : scenario.given().get("history")) {
      history.record(
          Texts.instrument(steal.get("thief").asString()),
          Texts.instrument(steal.get("victim").asString()),
          NOW_NS - Texts.ageNs(steal),
          false);
    }
    return history;
  }
}
