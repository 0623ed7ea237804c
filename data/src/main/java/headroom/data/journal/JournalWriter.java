package headroom.data.journal;

import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.Recorder;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.data.FileFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/// Writes a journal, line by line as things happen. The file has its name only when it is whole.
///
/// Not thread safe; owned by the thread of the loop.
public final class JournalWriter implements Recorder, AutoCloseable {
  private final Path file;
  private final Path unfinished;
  private final ChainWriter lines;
  private final JsonMapper mapper = Wire.mapper();
  private final PriceLine priceLine = new PriceLine();
  private long inputs;
  private long commands;
  private boolean ended;

  /// @param file compressed if its name ends in `.gz`; its folder is made
  public JournalWriter(Path file, JournalHeader header) throws IOException {
    this.file = file.toAbsolutePath();
    Path folder = this.file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    this.unfinished = this.file.resolveSibling(this.file.getFileName() + ".unfinished");
    OutputStream raw = Files.newOutputStream(unfinished);
    try {
      this.lines =
          new ChainWriter(
              ChainWriter.isCompressed(file)
                  ? ChainWriter.compressed(raw)
                  : new BufferedOutputStream(raw, 1 << 16));
      lines.line(mapper.writeValueAsBytes(header));
    } catch (IOException failed) {
      raw.close();
      Files.deleteIfExists(unfinished);
      throw FileFailure.of(this.file, failed);
    }
  }

  /// An input, before the engine has it.
  ///
  /// @throws UncheckedIOException if it cannot be written
  @Override
  public void record(Input input) {
    inputs = input.seq();
    byte[] line =
        input.event() instanceof Event.Priced priced && isPlain(priced, input.timeNs())
            ? priceLine.of(input.seq(), input.timeNs(), priced)
            : mapper.writeValueAsBytes(input);
    write(line);
  }

  /// A command that the engine gave because of the input before.
  public void sent(Command command) {
    commands++;
    write(mapper.writeValueAsBytes(new Sent(command)));
  }

  /// A line for a command.
  record Sent(Command command) {}

  /// A line for the end.
  record Closing(JournalEnd end) {}

  /// Whether both sides of every quote are one price of this very instant, of each instrument one,
  /// in order: what a simulation gives.
  private static boolean isPlain(Event.Priced priced, long timeNs) {
    InstrumentId before = null;
    for (Quote quote : priced.quotes()) {
      boolean plain =
          quote.bidRaw() == quote.lastRaw()
              && quote.askRaw() == quote.lastRaw()
              && quote.stampNs() == timeNs
              && (before == null || before.compareTo(quote.instrument()) < 0);
      if (!plain) {
        return false;
      }
      before = quote.instrument();
    }
    return true;
  }

  private void write(byte[] json) {
    try {
      lines.line(json);
    } catch (IOException failed) {
      throw new UncheckedIOException(FileFailure.of(file, failed));
    }
  }

  /// Writes the closing line; the file is whole then.
  ///
  /// @param endNs the end of the run
  /// @param complete whether the run reached it
  /// @param commandHash see [JournalEnd]
  public void end(long endNs, boolean complete, String commandHash) throws IOException {
    JournalEnd end = new JournalEnd(endNs, complete, inputs, commands, commandHash);
    try {
      lines.line(mapper.writeValueAsBytes(new Closing(end)));
      lines.close();
    } catch (IOException failed) {
      throw FileFailure.of(file, failed);
    }
    ended = true;
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Leaves nothing behind unless the journal was ended.
  @Override
  public void close() throws IOException {
    if (!ended) {
      try {
        lines.close();
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
  }
}
