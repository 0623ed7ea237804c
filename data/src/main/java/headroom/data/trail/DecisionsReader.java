package headroom.data.trail;

import headroom.data.bars.BadDataException;
import headroom.data.journal.ChainReader;
import headroom.data.journal.JournalEnd;
import headroom.data.journal.JournalHeader;
import headroom.data.journal.JournalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Reads the decisions of a run that [DecisionsWriter] packed.
public final class DecisionsReader {
  private static final String CLOSING = "{\"end\":";

  private DecisionsReader() {}

  /// What stands around the decisions.
  public record Frame(JournalHeader header, JournalEnd end) {}

  /// Reads a file to its end.
  ///
  /// @param sink gets every decision, in order
  /// @throws BadDataException if a line is damaged; the message names the first
  public static Frame read(Path file, Consumer<Entry> sink) throws IOException {
    try (ChainReader lines = new ChainReader(file)) {
      JournalReader.Start start =
          JournalReader.start(lines, JournalHeader.DECISIONS, Decision.class);
      JsonMapper mapper = start.mapper();
      ObjectReader decisions = mapper.readerFor(Decision.class);
      @Nullable JournalEnd end = null;
      byte[] line = lines.next();
      while (line != null) {
        if (end != null) {
          throw lines.damage("file must end with its closing line, went on after it");
        }
        if (isClosing(line)) {
          end = closing(mapper, line, lines);
        } else {
          sink.accept(new PackedEntry(line, decisions));
        }
        line = lines.next();
      }
      if (end == null) {
        throw lines.damage("file must end with its closing line, ended after this line");
      }
      return new Frame(start.header(), end);
    }
  }

  private static boolean isClosing(byte[] line) {
    return line.length > CLOSING.length()
        && new String(line, 0, CLOSING.length(), StandardCharsets.US_ASCII).equals(CLOSING);
  }

  private static JournalEnd closing(JsonMapper mapper, byte[] line, ChainReader lines) {
    try {
      return mapper.readValue(line, DecisionsWriter.Closing.class).end();
    } catch (JacksonException broken) {
      throw lines.damage("closing line must be readable, was not: " + broken.getOriginalMessage());
    }
  }
}
