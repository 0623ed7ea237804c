package headroom.data.intents;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The rows of a file of JSON lines, one object in each line.
///
/// Values are taken as they are written, so a number keeps every digit.
final class JsonRows {

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private JsonRows() {}

  static void read(String text, Intake intake) {
    long line = 0;
    for (String json : (Iterable<String>) text.lines()::iterator) {
      line++;
      if (!json.isBlank()) {
        readLine(json, line, intake);
      }
    }
  }

  private static void readLine(String json, long line, Intake intake) {
    Row row = new Row(line);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        intake.bad(line, "line must be a JSON object, was " + Row.shown(json.strip()));
        return;
      }
      readObject(parser, row);
      if (parser.nextToken() != null) {
        intake.bad(line, "line must be one JSON object, had more behind it");
        return;
      }
    } catch (JacksonException broken) {
      intake.bad(
          line,
          "line must be a JSON object, was broken at column %s: %s"
              .formatted(broken.getLocation().getColumnNr(), broken.getOriginalMessage()));
      return;
    }
    intake.row(row);
  }

  private static void readObject(JsonParser parser, Row row) {
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      @Nullable JsonToken value = parser.nextToken();
      if (!Fields.isKnown(name)) {
        row.complain(Fields.unknown("key", name));
      } else if (!seen.add(name)) {
        row.complain("key %s must occur once, was there twice".formatted(name));
      } else if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
        String found = value == JsonToken.START_ARRAY ? "a list" : "an object";
        row.complain("%s must be a single value, was %s".formatted(name, found));
      } else if (value != JsonToken.VALUE_NULL) {
        row.put(name, parser.getString());
      }
      parser.skipChildren();
    }
  }
}
