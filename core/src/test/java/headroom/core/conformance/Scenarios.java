package headroom.core.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The scenario file, and which of its scenarios are not run here.
public final class Scenarios {
  private static final JsonNode FILE = read();

  /// Scenarios that are not run, by id, with the reason.
  static final Map<String, String> PENDING = pending();

  private Scenarios() {}

  private static JsonNode read() {
    try (InputStream in = Scenarios.class.getResourceAsStream("/conformance.json")) {
      return JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> pending() {
    Map<String, String> pending = new LinkedHashMap<>();
    String texts = "texts of settings are read, and refused, where settings files are read";
    for (String id :
        List.of(
            "fraction", "not-a-number", "unknown-key", "unknown-preset", "unknown-fight-mode")) {
      pending.put("validation-" + id, texts);
    }
    for (String id : List.of("missing", "covers", "too-short", "zone")) {
      pending.put(
          "validation-calendar-" + id, "calendars are made, and refused, where their data is read");
    }
    pending.put(
        "steal-regime-stock",
        "R82: outside the session a stock entry waits for the session before its distance matters");
    return pending;
  }

  /// All scenarios of a kind that are run here.
  public static Stream<Scenario> of(String kind) {
    return all()
        .filter(scenario -> scenario.kind().equals(kind))
        .filter(scenario -> !PENDING.containsKey(scenario.id()));
  }

  static Stream<Scenario> all() {
    return StreamSupport.stream(FILE.get("scenarios").spliterator(), false).map(Scenario::new);
  }

  /// One scenario.
  public record Scenario(JsonNode node) {
    public String id() {
      return node.get("id").asString();
    }

    public String kind() {
      return node.get("kind").asString();
    }

    public JsonNode config() {
      return node.get("config");
    }

    public JsonNode given() {
      return node.get("given");
    }

    public JsonNode when() {
      return node.get("when");
    }

    public JsonNode then() {
      return node.get("then");
    }

    @Override
    public String toString() {
      return id();
    }
  }
}
