package headroom.cli;

import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.data.journal.JournalEnd;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom journal`: looks after journals.
@Command(
    name = "journal",
    description = "Looks after journals: the inputs of an engine, line by line.",
    mixinStandardHelpOptions = true,
    subcommands = JournalCommand.Verify.class,
    footer = {"", "Example:", "  headroom journal verify run-1.jsonl.gz"})
final class JournalCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  JournalCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// `headroom journal verify`: is it whole, and does it lead to the same commands again?
  @Command(
      name = "verify",
      description = {
        "Reads a journal to its end, replays it into a fresh engine and compares all commands.",
        "Exit code 1 if they differ, with the first difference; 2 if a line is damaged."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false,
      footer = {"", "Example:", "  headroom journal verify run-1.jsonl.gz"})
  static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "a journal")
    private Path file = Path.of("");

    @Mixin private JsonOption json = new JsonOption();

    Verify() {}

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      Replay.Result result = Replay.of(file, Observer.NONE, Recorder.NONE);
      JournalEnd end = result.end();
      boolean same =
          result.difference() == null && end != null && end.commandHash().equals(result.hash());
      if (!json.write(() -> members(result, same), out)) {
        print(result, same, out);
      }
      return same ? Main.DONE : Main.FAILED;
    }

    private static SequencedMap<String, Object> members(Replay.Result result, boolean same) {
      SequencedMap<String, Object> members = new LinkedHashMap<>();
      members.put("same", same);
      members.put("identity", result.header().identity());
      members.put("inputs", result.inputs());
      members.put("commands", result.commands());
      JournalEnd end = result.end();
      members.put("complete", end == null ? null : (Boolean) end.complete());
      members.put("commandHash", end == null ? null : end.commandHash());
      members.put("replayedHash", end == null ? null : result.hash());
      members.put("difference", result.difference());
      return members;
    }

    private void print(Replay.Result result, boolean same, PrintWriter out) {
      Replay.Difference difference = result.difference();
      JournalEnd end = result.end();
      if (difference != null) {
        out.println(
            "%s:%s: the replay differs at input %s"
                .formatted(file, difference.line(), difference.seq()));
        out.println("  journal  " + shown(difference.journal()));
        out.println("  replay   " + shown(difference.replay()));
      } else if (end != null) {
        out.println(
            String.format(
                Locale.ROOT,
                "%s: %,d inputs and %,d commands, every line whole%s",
                file,
                result.inputs(),
                result.commands(),
                end.complete() ? "" : "; the run was interrupted"));
        out.println("command hash " + end.commandHash());
        out.println(
            same
                ? "a replay gives the same commands"
                : "a replay gives the same commands but the hash "
                    + result.hash()
                    + ": the closing line is of another run");
      }
    }

    private static String shown(@Nullable String command) {
      return command == null ? "no command" : command;
    }
  }
}
