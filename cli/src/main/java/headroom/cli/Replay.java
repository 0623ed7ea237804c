package headroom.cli;

import headroom.core.engine.Command;
import headroom.core.engine.Engine;
import headroom.core.engine.Input;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.data.journal.JournalEnd;
import headroom.data.journal.JournalHeader;
import headroom.data.journal.JournalReader;
import headroom.sim.run.CommandLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Gives the inputs of a journal to a fresh engine, and compares what it commands.
final class Replay {
  private Replay() {}

  /// What came of it.
  ///
  /// @param end the closing line; null if the replay stopped at a difference before
  /// @param hash the hash of the commands of the replay
  /// @param difference the first difference; null if there is none
  record Result(
      JournalHeader header,
      @Nullable JournalEnd end,
      long inputs,
      long commands,
      String hash,
      @Nullable Difference difference) {}

  /// A line at which journal and replay part.
  ///
  /// @param line of the journal
  /// @param seq the input that led to it
  /// @param journal the command in the journal; null if it has none there
  /// @param replay the command of the replay; null if it gave none there
  record Difference(long line, long seq, @Nullable String journal, @Nullable String replay) {}

  /// Replays a journal as far as it agrees.
  ///
  /// @throws headroom.data.bars.BadDataException if the journal is damaged
  static Result of(Path file, Observer observer, Recorder recorder) throws IOException {
    try (JournalReader reader = new JournalReader(file)) {
      Engine engine = reader.header().engine(observer);
      CommandLog log = new CommandLog(_ -> {});
      Deque<Command> expected = new ArrayDeque<>();
      long inputs = 0;
      long commands = 0;
      JournalEnd end = null;
      Difference difference = null;
      JournalReader.Line line = reader.next();
      while (line != null && difference == null) {
        Command owed = expected.peek();
        switch (line) {
          case JournalReader.Line.Taken(Input input) when owed == null -> {
            recorder.record(input);
            inputs = input.seq();
            log.advance(input.timeNs());
            for (Command command : engine.on(input)) {
              log.execute(command);
              expected.add(command);
            }
          }
          case JournalReader.Line.Given(String json) -> {
            commands++;
            String replayed = owed == null ? null : reader.text(owed);
            expected.poll();
            if (!json.equals(replayed)) {
              difference = new Difference(reader.number(), inputs, json, replayed);
            }
          }
          case JournalReader.Line.Closed(JournalEnd closing) when owed == null -> {
            end = closing;
            engine.finish(Math.max(closing.endNs(), reader.timeNs()));
          }
          case JournalReader.Line.Taken _, JournalReader.Line.Closed _ ->
              difference =
                  new Difference(
                      reader.number(), inputs, null, owed == null ? null : reader.text(owed));
        }
        line = difference == null ? reader.next() : null;
      }
      return new Result(reader.header(), end, inputs, commands, log.hash(), difference);
    }
  }
}
