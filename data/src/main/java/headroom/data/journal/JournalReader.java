package headroom.data.journal;

import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.data.Nearest;
import headroom.data.bars.BadDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a journal line by line and stops at the first line that is not as it must be, with one
/// clear error that names it.
///
/// Not thread safe; owned by whoever reads.
public final class JournalReader implements AutoCloseable {
  private final ChainReader lines;
  private final JsonMapper mapper;
  private final Map<String, InstrumentId> instruments = new HashMap<>();
  private final JournalHeader header;
  private long seq;
  private long timeNs = Long.MIN_VALUE;
  private long commands;
  private @Nullable JournalEnd end;

  /// One line after the header.
  public sealed interface Line {
    /// What the engine got.
    record Taken(Input input) implements Line {}

    /// What it gave because of that.
    ///
    /// @param json the command as [#text] writes it
    record Given(String json) implements Line {}

    /// Nothing comes after this.
    record Closed(JournalEnd end) implements Line {}
  }

  /// Opens a journal and reads its header.
  ///
  /// @throws BadDataException if the header is damaged, or of a format that this program does not
  ///   know
  public JournalReader(Path file) throws IOException {
    this.lines = new ChainReader(file);
    try {
      Start start = start(lines, JournalHeader.JOURNAL);
      this.header = start.header();
      this.mapper = start.mapper();
    } catch (BadDataException | IOException refused) {
      lines.close();
      throw refused;
    }
  }

  /// Whether a file begins as a journal does.
  public static boolean isJournal(Path file) throws IOException {
    try (JournalReader _ = new JournalReader(file)) {
      return true;
    } catch (BadDataException notOne) {
      return false;
    }
  }

  /// What the first line of a file says.
  ///
  /// @param mapper reads the other lines
  public record Start(JournalHeader header, JsonMapper mapper) {}

  /// Reads the first line of a file.
  ///
  /// @param what what the file must be
  /// @param choices as in [Wire#mapper]
  public static Start start(ChainReader lines, String what, Class<?>... choices)
      throws IOException {
    int known =
        what.equals(JournalHeader.DECISIONS)
            ? JournalHeader.DECISIONS_FORMAT
            : JournalHeader.FORMAT;
    JsonMapper mapper = Wire.mapper(choices);
    byte[] line = lines.next();
    if (line == null) {
      throw lines.damage("file must begin with the header of a %s, was empty".formatted(what));
    }
    try (JsonParser parser = mapper.createParser(line)) {
      // The version is judged before anything that may have changed with it.
      parser.nextToken();
      String found = "headroom".equals(parser.nextName()) ? parser.nextStringValue() : null;
      String version =
          "format".equals(parser.nextName()) ? String.valueOf(parser.nextIntValue(0)) : "?";
      if (!what.equals(found)) {
        throw lines.damage(
            "first line must be the header of a %s, {\"headroom\":\"%s\",…, was %s"
                .formatted(what, what, shown(line)));
      }
      if (version.equals(String.valueOf(known - 1))) {
        mapper = Wire.mapperBefore(choices);
      } else if (!version.equals(String.valueOf(known))) {
        throw lines.damage(
            "format must be %s or %s, was %s: it was written by another version of headroom"
                .formatted(known - 1, known, version));
      }
    } catch (JacksonException broken) {
      throw lines.damage("header must be a JSON object, " + sentence(broken));
    }
    try {
      return new Start(mapper.readValue(line, JournalHeader.class), mapper);
    } catch (JacksonException | IllegalArgumentException broken) {
      throw lines.damage(
          "header must be as this version of headroom writes it, " + sentence(broken));
    }
  }

  public JournalHeader header() {
    return header;
  }

  /// The number of the line read last, the header being 1.
  public long number() {
    return lines.number();
  }

  /// The time of the input read last, in nanoseconds since 1970 UTC.
  public long timeNs() {
    return timeNs;
  }

  /// How a journal writes a command: what [Line.Given] holds.
  public String text(Command command) {
    return mapper.writerFor(Command.class).writeValueAsString(command);
  }

  /// The next line; null after the closing line.
  ///
  /// @throws BadDataException if it is not as it must be
  public @Nullable Line next() throws IOException {
    byte[] line = lines.nextLine();
    if (line == null) {
      if (end == null) {
        throw lines.damage("journal must end with its closing line, ended after this line");
      }
      return null;
    }
    if (end != null) {
      throw lines.damage("journal must end with its closing line, went on after it");
    }
    return read(line);
  }

  private Line read(byte[] json) {
    String problem = lines.problem();
    try (JsonParser parser = mapper.createParser(json)) {
      parser.nextToken();
      String name = String.valueOf(parser.nextName());
      // A missing line breaks the checksums too; its number says more.
      if (problem != null && !name.equals("seq")) {
        throw lines.damage(problem);
      }
      Line read =
          switch (name) {
            case "seq" -> input(parser, problem);
            case "command" -> command(json);
            case "end" -> closing(parser);
            default ->
                throw lines.damage(
                    "line must be an input, a command or the end, was " + shown(json));
          };
      return read;
    } catch (InvalidTypeIdException unknown) {
      throw lines.damage(problem == null ? unknownKind(unknown) : problem);
    } catch (JacksonException | IllegalArgumentException broken) {
      if (broken instanceof BadDataException known) {
        throw known;
      }
      throw lines.damage(problem == null ? "line must be readable, " + sentence(broken) : problem);
    }
  }

  private Line.Taken input(JsonParser parser, @Nullable String problem) {
    long number = parser.nextLongValue(-1);
    if (number != seq + 1) {
      throw lines.damage(
          number > seq + 1 && number - seq < 1_000_000_000
              ? "seq must be %s, was %s: %s inputs are missing before this line"
                  .formatted(seq + 1, number, number - seq - 1)
              : "seq must be %s, was %s".formatted(seq + 1, number));
    }
    if (problem != null) {
      throw lines.damage(problem);
    }
    seq = number;
    require(parser, "timeNs");
    long now = parser.nextLongValue(Long.MIN_VALUE);
    if (now < timeNs) {
      throw lines.damage("timeNs must not go back from %s, was %s".formatted(timeNs, now));
    }
    timeNs = now;
    String name = String.valueOf(parser.nextName());
    if (name.equals("prices")) {
      return new Line.Taken(new Input(seq, timeNs, prices(parser)));
    }
    if (!name.equals("event")) {
      throw lines.damage("third member must be prices or event, was " + name);
    }
    parser.nextToken();
    Event event = mapper.readValue(parser, Event.class);
    requireEnd(parser);
    return new Line.Taken(new Input(seq, timeNs, event));
  }

  private Event.Priced prices(JsonParser parser) {
    List<Quote> quotes = new ArrayList<>();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw lines.damage("prices must be an object");
    }
    String name = parser.nextName();
    while (name != null) {
      InstrumentId id = instruments.computeIfAbsent(name, InstrumentId::new);
      if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
        throw lines.damage("price of %s must be whole billionths".formatted(name));
      }
      quotes.add(Quote.at(id, parser.getLongValue(), timeNs));
      name = parser.nextName();
    }
    requireEnd(parser);
    return new Event.Priced(quotes);
  }

  private Line.Given command(byte[] json) {
    commands++;
    String text = new String(json, StandardCharsets.UTF_8);
    return new Line.Given(text.substring("{\"command\":".length(), text.length() - 1));
  }

  private Line.Closed closing(JsonParser parser) {
    parser.nextToken();
    JournalEnd read = mapper.readValue(parser, JournalEnd.class);
    requireEnd(parser);
    if (read.inputs() != seq || read.commands() != commands) {
      throw lines.damage(
          "closing line must count the %s inputs and %s commands before it, was %s and %s"
              .formatted(seq, commands, read.inputs(), read.commands()));
    }
    end = read;
    return new Line.Closed(read);
  }

  private void require(JsonParser parser, String name) {
    String found = parser.nextName();
    if (!name.equals(found)) {
      throw lines.damage("member must be %s, was %s".formatted(name, found));
    }
  }

  private void requireEnd(JsonParser parser) {
    if (parser.nextToken() != JsonToken.END_OBJECT) {
      throw lines.damage("line must have no further members, had " + parser.currentName());
    }
  }

  private static String unknownKind(InvalidTypeIdException unknown) {
    Class<?> base = unknown.getBaseType().getRawClass();
    String found = String.valueOf(unknown.getTypeId());
    List<String> known = new ArrayList<>();
    if (base.isSealed()) {
      Wire.records(base).forEach(record -> known.add(record.getSimpleName()));
    }
    String nearest = Nearest.to(found, known);
    return "%s must be a known one, was '%s'; the nearest is %s: it may have been written by a newer version of headroom"
        .formatted(base.getSimpleName().toLowerCase(Locale.ROOT), found, nearest);
  }

  static String sentence(Exception broken) {
    String message =
        broken instanceof JacksonException json
            ? json.getOriginalMessage()
            : String.valueOf(broken.getMessage());
    return "was not: " + message.lines().findFirst().orElse("");
  }

  private static String shown(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
