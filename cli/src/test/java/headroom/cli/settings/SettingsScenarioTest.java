package headroom.cli.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The conformance scenarios of the kind `validation` that judge texts of settings.
final class SettingsScenarioTest {
  /// The keys of the scenarios by their names here.
  private static final Map<String, String> KEYS =
      Map.of(
          "atOnceCryptoRanks", "at-once-ranks",
          "entryTolerancePpm", "tolerance.stock",
          "protectoinPpm", "protectoin",
          "fightMode", "fight.mode");

  @ParameterizedTest
  @CsvSource({
    "validation-fraction, whole number",
    "validation-not-a-number, tolerance.stock must be",
    "validation-unknown-key, the nearest is protection",
    "validation-unknown-preset, preset must be one of",
    "validation-unknown-fight-mode, must be one of reversals"
  })
  void refusesTheText(String id, String words) throws IOException {
    JsonNode config = scenario(id).get("config");
    String key = config.propertyNames().iterator().next();
    String value = config.get(key).asString();
    boolean preset = key.equals("preset");
    @Nullable String name = preset ? value : null;
    List<String> set = preset ? List.of() : List.of(KEYS.get(key) + "=" + value);
    assertThatThrownBy(() -> SettingsLoader.load(null, Map.of(), name, List.of(), set))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(words);
  }

  private static JsonNode scenario(String id) throws IOException {
    for (JsonNode one : scenarios()) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new IllegalArgumentException("scenario must exist, was " + id);
  }

  private static List<JsonNode> scenarios() throws IOException {
    try (InputStream in = SettingsScenarioTest.class.getResourceAsStream("/conformance.json")) {
      JsonNode file = JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(file.get("scenarios").spliterator(), false).toList();
    }
  }
}
