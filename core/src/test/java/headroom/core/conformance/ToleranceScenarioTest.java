package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.calendar.Regime;
import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.engine.Event;
import headroom.core.engine.Settings;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentKind;
import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Which tolerances hold at an instant, and whether an intent rests at any distance.
final class ToleranceScenarioTest {
  static Stream<Scenario> scenarios() {
    return Scenarios.of("tolerance");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void holdsAsTheScenarioSays(Scenario scenario) {
    List<Map<String, Object>> actual = new ArrayList<>();
    List<Map<String, Object>> expected = new ArrayList<>();
    for (JsonNode tick : scenario.when().get("ticks")) {
      actual.add(at(scenario, Texts.timeNs(tick)));
    }
    for (JsonNode tick : scenario.then().get("ticks")) {
      Map<String, Object> values = new TreeMap<>();
      values.put("nyseOpen", tick.get("nyseOpen").asBoolean());
      values.put("entryTolerancePpm", tick.get("entryTolerancePpm").asInt());
      values.put("stealTolerancePpm", tick.get("stealTolerancePpm").asInt());
      values.put("atOnce", tick.get("atOnce").asBoolean());
      expected.add(values);
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static Map<String, Object> at(Scenario scenario, long nowNs) {
    Settings settings = Texts.settings(scenario.config(), Situation.ONE_POOL, 1);
    JsonNode given = scenario.given();
    InstrumentId id = Texts.instrument(given);
    boolean crypto = Texts.isCrypto(given);
    boolean ranked = crypto && Texts.has(given, "cryptoRank");
    Intent intent =
        Wishes.intent(
            "intent",
            id,
            Side.BUY,
            Fixed.ONE,
            Fixed.ONE,
            ranked ? Money.ZERO : null,
            false,
            false,
            IntentKind.ENTRY,
            "maxdiff",
            Long.MAX_VALUE);
    Situation situation = new Situation(settings);
    situation.trade(id, crypto);
    situation.begin(nowNs, ranked ? List.of(given) : List.of(), false);
    situation.offer(situation.priced(id, Side.BUY, 10 * Fixed.ONE, nowNs), nowNs);
    situation.offerAndWake(new Event.IntentSubmitted(intent), nowNs);
    Instrument instrument =
        new Instrument(id, crypto ? AssetClass.CRYPTO : AssetClass.STOCK, 1, 1, Money.ZERO);
    Regime regime = Exchange.HOURS.regime(nowNs);
    Map<String, Object> values = new TreeMap<>();
    values.put("nyseOpen", regime == Regime.REGULAR);
    values.put(
        "entryTolerancePpm", settings.tolerances().entryPpm(intent, instrument, regime, null));
    values.put(
        "stealTolerancePpm", settings.tolerances().stealPpm(intent, instrument, regime, null));
    values.put("atOnce", situation.heard.placed.contains(intent.id()));
    return values;
  }
}
