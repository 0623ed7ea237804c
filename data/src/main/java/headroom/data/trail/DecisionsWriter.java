package headroom.data.trail;

import headroom.data.journal.ChainWriter;
import headroom.data.journal.JournalEnd;
import headroom.data.journal.JournalHeader;
import headroom.data.journal.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Packs decisions as they come, to be written beside the result of a run.
///
/// A thread of its own turns them into compressed lines, so that the run hardly waits. They are
/// kept in memory: a run whose result is never written leaves nothing behind.
///
/// Not thread safe; owned by the thread of the loop.
public final class DecisionsWriter implements Consumer<Decision>, AutoCloseable {
  /// How many are handed over at a time.
  private static final int BATCH = 512;

  private final JsonMapper mapper = Wire.mapper(Decision.class);
  private final ObjectWriter decisions = mapper.writerFor(Decision.class);
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final ChainWriter lines;
  private final ExecutorService packer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("decisions").factory());
  private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
  private List<Decision> batch = new ArrayList<>(BATCH);
  private long count;

  public DecisionsWriter(JournalHeader header) {
    try {
      this.lines = new ChainWriter(ChainWriter.compressed(packed));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    write(mapper.writeValueAsBytes(header.ofDecisions()));
  }

  @Override
  public void accept(Decision decision) {
    batch.add(decision);
    count++;
    if (batch.size() == BATCH) {
      handOver();
    }
  }

  private void handOver() {
    List<Decision> full = batch;
    batch = new ArrayList<>(BATCH);
    // One after the other: the order of lines is the order of decisions.
    written =
        written.thenRunAsync(
            () -> full.forEach(one -> write(decisions.writeValueAsBytes(one))), packer);
  }

  /// Closes the file.
  ///
  /// @param endNs the end of the run; all of these as in [JournalEnd], whose inputs are how many
  ///   decisions there are
  /// @return all of it, compressed
  public byte[] end(long endNs, boolean complete, long commands, String commandHash) {
    handOver();
    try {
      written.join();
    } catch (CompletionException failed) {
      throw new IllegalStateException("decisions could not be packed", failed.getCause());
    }
    JournalEnd end = new JournalEnd(endNs, complete, count, commands, commandHash);
    write(mapper.writeValueAsBytes(new Closing(end)));
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

  @Override
  public void close() {
    packer.shutdown();
  }
}
