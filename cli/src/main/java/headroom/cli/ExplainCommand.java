package headroom.cli;

import headroom.cli.explain.Blocks;
import headroom.cli.explain.Chronicle;
import headroom.cli.explain.Explain;
import headroom.cli.explain.Story;
import headroom.cli.explain.StoryText;
import headroom.data.journal.JournalEnd;
import headroom.data.trail.DecisionsReader;
import headroom.data.trail.Entry;
import headroom.data.trail.KnownEntry;
import headroom.data.trail.Trail;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom explain`: why something happened.
@Command(
    name = "explain",
    description = {
      "Says why an intent was placed, blocked or stolen from, what was thought of every order,",
      "and what would have had to be different."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  headroom explain --run run-1 --intent AAPL-20250303",
      "  headroom explain --run run-1 --order BTC/USD-20250303-1",
      "  headroom explain --journal run-1.jsonl.gz --at 2025-03-03T15:00:00Z --json",
      "  headroom explain --run run-1 --blocked"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private From from = new From();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private About about = new About();

  @Mixin private JsonOption json = new JsonOption();

  ExplainCommand() {}

  /// Where the decisions come from.
  static final class From {
    @Option(names = "--run", paramLabel = "DIR", description = "a folder that simulate wrote")
    private @Nullable Path run;

    @Option(
        names = "--journal",
        paramLabel = "FILE",
        description = "a journal; it is replayed, which takes as long as it was to decide")
    private @Nullable Path journal;

    From() {}
  }

  /// What is asked about.
  static final class About {
    @Option(names = "--intent", paramLabel = "ID", description = "the life of an intent")
    private @Nullable String intent;

    @Option(names = "--order", paramLabel = "ID", description = "the life of an order")
    private @Nullable String order;

    @Option(
        names = "--at",
        paramLabel = "TIME",
        description = "how everything stood, such as 2025-03-03T15:00:00Z")
    private @Nullable OffsetDateTime at;

    @Option(
        names = "--blocked",
        description = "who held the capital, and where orders rested, when entries were blocked")
    private boolean blocked;

    About() {}
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Chronicle chronicle = chronicle();
    if (about.blocked) {
      Blocks blocks = Blocks.of(chronicle);
      if (!json.write(() -> blocks, out)) {
        BlocksTable.print(blocks, out);
      }
      return Main.DONE;
    }
    Story story = story(chronicle);
    if (!json.write(() -> story, out)) {
      StoryText.print(story, out);
    }
    return Main.DONE;
  }

  private Chronicle chronicle() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (from.run != null) {
      Path file = from.run.resolve(Results.DECISIONS);
      if (!Files.exists(file)) {
        throw new IllegalArgumentException(
            "--run must be a folder of a run with %s, had none: %s"
                .formatted(Results.DECISIONS, from.run));
      }
      DecisionsReader.Frame frame = DecisionsReader.read(file, entries::add);
      return new Chronicle(frame.header(), frame.end(), entries);
    }
    Path journal = from.journal == null ? Path.of("") : from.journal;
    Trail trail = new Trail(decision -> entries.add(new KnownEntry(decision)));
    Replay.Result replay = Replay.of(journal, trail, trail);
    JournalEnd end = replay.end();
    Replay.Difference difference = replay.difference();
    if (difference != null || end == null) {
      throw new IllegalArgumentException(
          "%s:%s: journal must lead to the same commands again, did not; see: headroom journal verify"
              .formatted(journal, difference == null ? 0 : difference.line()));
    }
    return new Chronicle(replay.header(), end, entries);
  }

  private static long nanos(Instant at) {
    try {
      return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    } catch (ArithmeticException _) {
      throw new IllegalArgumentException("--at must be from 1678 to 2261, was " + at);
    }
  }

  private Story story(Chronicle chronicle) {
    if (about.intent != null) {
      return Explain.intent(chronicle, about.intent);
    }
    if (about.order != null) {
      return Explain.order(chronicle, about.order);
    }
    Instant at = about.at == null ? Instant.EPOCH : about.at.toInstant();
    return Explain.at(chronicle, nanos(at));
  }
}
