package headroom.data.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Bars in the JSON of Alpaca's market data: pages of one or several symbols, one behind the other.
///
/// ```
/// {"bars": {"AAPL": [{"t": "2025-01-02T14:30:00Z", "o": 1, "h": 2, "l": 1, "c": 2, "v": 7}]}}
/// {"symbol": "AAPL", "bars": [{"t": "2025-01-02T14:31:00Z", "o": 2, "h": 2, "l": 1, "c": 1, "v": 3}]}
/// ```
///
/// Numbers are taken as they are written.
final class AlpacaBars implements Table {

  private static final JsonFactory JSON = new JsonFactory();

  private static final List<String> HEADER = List.of("symbol", "t", "o", "h", "l", "c", "v");

  private final Path file;

  AlpacaBars(Path file) {
    this.file = file;
  }

  @Override
  public String what() {
    return "JSON of Alpaca bars";
  }

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public void read(Taker taker) throws IOException {
    try (InputStream bytes = Opened.bytes(file);
        JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      while (parser.nextToken() != null) {
        readPage(parser, taker);
      }
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "file must be JSON such as {\"bars\": {\"AAPL\": […]}}, was broken in line %s, column %s"
              .formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr()),
          broken);
    }
  }

  private static void readPage(JsonParser parser, Taker taker) {
    require(parser, JsonToken.START_OBJECT, "a page must be an object");
    List<Held> held = new ArrayList<>();
    @Nullable String symbol = null;
    boolean bars = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("symbol") && value == JsonToken.VALUE_STRING) {
        symbol = parser.getString();
      } else if (name.equals("bars")) {
        bars = true;
        readBars(parser, value, held, taker);
      } else {
        parser.skipChildren();
      }
    }
    if (!bars) {
      throw new IllegalArgumentException(
          "a page must have bars, had none, before line " + parser.currentLocation().getLineNr());
    }
    if (!held.isEmpty() && symbol == null) {
      throw new IllegalArgumentException("a page with a list of bars must have a symbol, had none");
    }
    for (Held one : held) {
      taker.row(one.line, one.fields(String.valueOf(symbol)));
    }
  }

  /// No bars may be written as nothing.
  private static void readBars(JsonParser parser, JsonToken value, List<Held> held, Taker taker) {
    if (value == JsonToken.START_ARRAY) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        held.add(Held.read(parser));
      }
    } else if (value == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String symbol = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            Held one = Held.read(parser);
            taker.row(one.line, one.fields(symbol));
          }
        }
      }
    }
  }

  private static void require(JsonParser parser, JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw new IllegalArgumentException(
          "%s, was %s in line %s"
              .formatted(what, parser.currentToken(), parser.currentLocation().getLineNr()));
    }
  }

  /// One bar whose symbol may come later.
  ///
  /// @param values its fields in the order of the header, the first of them blank
  private record Held(long line, List<String> values) {

    static Held read(JsonParser parser) {
      List<String> values = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));
      long line = parser.currentLocation().getLineNr();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        int at = HEADER.lastIndexOf(parser.currentName());
        JsonToken value = parser.nextToken();
        if (at > 0 && value.isScalarValue()) {
          values.set(at, parser.getString());
        }
        parser.skipChildren();
      }
      return new Held(line, values);
    }

    List<String> fields(String symbol) {
      values.set(0, symbol);
      return values;
    }
  }
}
