package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.engine.Command.Purpose;
import headroom.core.engine.IntentCheck;
import headroom.core.engine.Problem;
import headroom.core.engine.TimeInForce;
import headroom.core.intent.ForecastFields;
import headroom.core.intent.ForecastFields.Found;
import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Figures that are read, rounded and checked before anything is decided.
final class FiguresScenarioTest {
  static Stream<Scenario> sizing() {
    return Scenarios.of("sizing");
  }

  static Stream<Scenario> forecasts() {
    return Scenarios.of("forecast");
  }

  static Stream<Scenario> validations() {
    return Scenarios.of("validation");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sizing")
  void roundsAsTheScenarioSays(Scenario scenario) {
    JsonNode given = scenario.given();
    switch (scenario.when().get("compute").asString()) {
      case "time-in-force" ->
          assertThat(
                  TimeInForce.of(
                          given.get("purpose").asString().equals("entry")
                              ? Purpose.ENTRY
                              : Purpose.EXIT,
                          instrument(Texts.isCrypto(given), 1, 1),
                          Texts.raw(given, "quantity"))
                      .name())
              .isEqualTo(scenario.then().get("timeInForce").asString());
      case "round-price" ->
          assertThat(
                  instrument(true, Texts.raw(given, "tick"), 1)
                      .limitOnTickRaw(Texts.side(given), Texts.raw(given, "price")))
              .isEqualTo(Texts.raw(scenario.then(), "price"));
      case "round-quantity" ->
          assertThat(
                  instrument(true, 1, Texts.raw(given, "step"))
                      .quantityOnStepRaw(Texts.raw(given, "quantity")))
              .isEqualTo(Texts.raw(scenario.then(), "quantity"));
      default -> throw new IllegalStateException("unknown computation in " + scenario);
    }
  }

  private static Instrument instrument(boolean crypto, long tickRaw, long stepRaw) {
    return new Instrument(
        new InstrumentId("X"),
        crypto ? AssetClass.CRYPTO : AssetClass.STOCK,
        tickRaw,
        stepRaw,
        Money.ZERO);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forecasts")
  void findsTheForecastThatTheScenarioSays(Scenario scenario) {
    JsonNode given = scenario.given();
    InstrumentId wanted = Texts.instrument(scenario.when());
    Map<String, String> row = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : given.get("snapshot").properties()) {
      if (Texts.instrument(entry.getKey()).equals(wanted)) {
        entry.getValue().properties().forEach(f -> row.put(f.getKey(), text(f.getValue())));
      }
    }
    Optional<Found> found =
        ForecastFields.find(
            row,
            Texts.has(given, "strategy") ? given.get("strategy").asString() : null,
            Texts.moneyOrNull(given, "notional"));
    Map<String, String> actual =
        Map.of(
            "pnl",
            found.map(f -> f.value().toString()).orElse(given.get("default").asString()),
            "field",
            found.map(Found::field).orElse("null"));
    assertThat(actual)
        .isEqualTo(
            Map.of(
                "pnl",
                Texts.plain(scenario.then().get("pnl")),
                "field",
                Texts.text(scenario.then(), "field", "null")));
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asString() : value.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("validations")
  void findsTheProblemsThatTheScenarioSays(Scenario scenario) {
    JsonNode given = scenario.given();
    List<String> actual =
        given.get("subject").asString().equals("intent")
            ? codes(problems(given.get("intent")))
            : settingsCodes(scenario.config());
    List<String> expected =
        scenario.then().get("errors").valueStream().map(JsonNode::asString).toList();
    assertThat(actual).isEqualTo(expected);
    assertThat(actual.isEmpty()).isEqualTo(scenario.then().get("valid").asBoolean());
  }

  private static List<Problem> problems(JsonNode intent) {
    return IntentCheck.problems(
        Texts.side(intent),
        Texts.has(intent, "limit") ? intent.get("limit").asString() : null,
        Texts.has(intent, "quantity") ? intent.get("quantity").asString() : null,
        Texts.has(intent, "takeProfit") ? intent.get("takeProfit").asString() : null);
  }

  /// Some rules refuse values that nothing could be done with when they are made.
  private static List<String> settingsCodes(JsonNode config) {
    try {
      return codes(Texts.settings(config, AccountModel.MARGIN, 2).problems());
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      return List.of(
          message.startsWith("policy must be one of") ? "unknown-value" : "out-of-range");
    }
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).sorted().toList();
  }
}
