package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.core.engine.Input;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.market.Bars;
import headroom.data.journal.JournalHeader;
import headroom.data.journal.JournalWriter;
import headroom.data.trail.Decision;
import headroom.data.trail.DecisionsWriter;
import headroom.data.trail.Trail;
import headroom.sim.run.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is kept of a run while it goes on: its decisions always, its inputs if asked for.
///
/// Not thread safe; owned by the thread of the run.
final class Recording implements Recorder, AutoCloseable {
  private final DecisionsWriter decisions;
  private final @Nullable JournalWriter journal;
  private final Trail trail = new Trail(this::decided);

  private Recording(JournalHeader header, @Nullable JournalWriter journal) {
    this.decisions = new DecisionsWriter(header);
    this.journal = journal;
  }

  /// @param journal where the inputs go; null if nowhere
  static Recording of(EffectiveSettings settings, Market market, @Nullable Path journal)
      throws IOException {
    JournalHeader header =
        JournalHeader.of(
            Results.identity(settings, market),
            settings.engine(),
            market.tape().series().stream().map(Bars::instrument).toList(),
            market.hours());
    return new Recording(header, journal == null ? null : new JournalWriter(journal, header));
  }

  Observer observer() {
    return trail;
  }

  /// The same for two: what is kept, and another who listens.
  Recorder with(Recorder other) {
    return input -> {
      record(input);
      other.record(input);
    };
  }

  @Override
  public void record(Input input) {
    if (journal != null) {
      journal.record(input);
    }
    trail.record(input);
  }

  private void decided(Decision decision) {
    decisions.accept(decision);
    if (journal != null && decision instanceof Decision.Sent(_, var command)) {
      journal.sent(command);
    }
  }

  /// Closes what was kept.
  ///
  /// @return the file of decisions
  byte[] end(Outcome outcome) throws IOException {
    long endNs = outcome.period().toNs();
    if (journal != null) {
      journal.end(endNs, outcome.complete(), outcome.commandHash());
    }
    return decisions.end(
        endNs, outcome.complete(), outcome.commands().size(), outcome.commandHash());
  }

  @Override
  public void close() throws IOException {
    decisions.close();
    if (journal != null) {
      journal.close();
    }
  }
}
