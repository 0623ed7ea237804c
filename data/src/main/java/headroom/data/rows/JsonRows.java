package headroom.data.rows;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The rows of a file of JSON lines, one object in each line.
///
/// Values are taken as they are written, so a number keeps every digit.
final class JsonRows {

  /// What JSON does not have but programs write is taken apart like the rest, so that it can be
  /// complained of with its field.
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private JsonRows() {}

  static void read(String text, Fields known, RowTaker taker) {
    long line = 0;
    for (String json : (Iterable<String>) text.lines()::iterator) {
      line++;
      if (!json.isBlank()) {
        readLine(json, line, known, taker);
      }
    }
  }

  private static void readLine(String json, long line, Fields known, RowTaker taker) {
    Row row = new Row(line, known);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      @Nullable String complaint = read(parser, json, known, row);
      if (complaint != null) {
        taker.bad(line, complaint);
        return;
      }
    }
    taker.row(row);
  }

  /// Why a line is no row; null if it is one.
  private static @Nullable String read(JsonParser parser, String json, Fields known, Row row) {
    try {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "line must be a JSON object, was " + Row.shown(json.strip());
      }
      readObject(parser, known, row);
      return parser.nextToken() == null ? null : "line must be one JSON object, had more behind it";
    } catch (JacksonException broken) {
      // What the library says beyond the place is advice to programmers.
      @Nullable String name = parser.currentName();
      return "line must be a JSON object, was broken at column %s%s"
          .formatted(
              broken.getLocation().getColumnNr(), name == null ? "" : ", at or behind " + name);
    }
  }

  private static void readObject(JsonParser parser, Fields known, Row row) {
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      @Nullable JsonToken value = parser.nextToken();
      if (!known.isKnown(name)) {
        row.complain(known.unknown("key", name));
        @Nullable String nearest = known.nearest(name);
        if (nearest != null) {
          row.doubt(nearest);
        }
      } else if (!seen.add(name)) {
        row.complain("key %s must occur once, was there twice".formatted(name));
      } else if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
        String found = value == JsonToken.START_ARRAY ? "a list" : "an object";
        row.complain("%s must be a single value, was %s".formatted(name, found));
        row.doubt(name);
      } else if (value == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN() && !known.isLoose(name)) {
        row.complain("%s must be a finite number, was %s".formatted(name, parser.getString()));
        row.doubt(name);
      } else if (value != JsonToken.VALUE_NULL) {
        row.put(name, parser.getString());
      }
      parser.skipChildren();
    }
  }
}
