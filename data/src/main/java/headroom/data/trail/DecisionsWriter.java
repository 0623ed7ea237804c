package headroom.data.trail;

import headroom.data.journal.ChainWriter;
import headroom.data.journal.JournalEnd;
import headroom.data.journal.JournalHeader;
import headroom.data.journal.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Packs decisions as they come, to be written beside the result of a run.
///
/// It keeps them compressed in memory: a run whose result is never written leaves nothing behind.
///
/// Not thread safe; owned by the thread of the loop.
public final class DecisionsWriter implements Consumer<Decision> {
  private final JsonMapper mapper = Wire.mapper(Decision.class);
  private final ObjectWriter decisions = mapper.writerFor(Decision.class);
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final ChainWriter lines;
  private long count;

  public DecisionsWriter(JournalHeader header) {
    try {
      this.lines = new ChainWriter(ChainWriter.compressed(packed));
      lines.line(mapper.writeValueAsBytes(header.ofDecisions()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void accept(Decision decision) {
    count++;
    write(decisions.writeValueAsBytes(decision));
  }

  /// Closes the file.
  ///
  /// @param endNs the end of the run; all of these as in [JournalEnd], whose inputs are how many
  ///   decisions there are
  /// @return all of it, compressed
  public byte[] end(long endNs, boolean complete, long commands, String commandHash) {
    write(
        mapper.writeValueAsBytes(
            new Closing(new JournalEnd(endNs, complete, count, commands, commandHash))));
    try {
      lines.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /// The closing line.
  record Closing(JournalEnd end) {}

  private void write(byte[] json) {
    try {
      lines.line(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
