package headroom.cli;

import headroom.cli.settings.SettingsException;
import headroom.data.bars.BadDataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The `headroom` command.
@Command(
    name = "headroom",
    description = {
      "Decides which resting limit orders deserve your buying power.",
      "",
      "Start with: headroom demo"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      SimulateCommand.class,
      CompareCommand.class,
      StudyCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      JournalCommand.class,
      CalendarCommand.class,
      DataCommand.class,
      ConfigCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 the run failed or a check did not pass; 2 bad usage or bad input;",
      "130 interrupted: runs write what there is, marked; other commands write nothing."
    })
public final class Main implements Runnable {
  /// Done.
  static final int DONE = 0;

  /// The run failed, or a check did not pass.
  static final int FAILED = 1;

  /// Bad usage or bad input.
  static final int BAD_INPUT = 2;

  /// Interrupted by the user.
  static final int INTERRUPTED = 130;

  @Spec private CommandSpec spec = CommandSpec.create();

  public Main() {}

  public static void main(String[] args) {
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /// Runs one command.
  ///
  /// @return its exit code
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(Main::failed);
    Usage.install(command);
    showVersionEverywhere(command);
    int code = command.execute(args);
    // Both flush first. A full disk must not look like success.
    boolean unwritten = out.checkError();
    if (unwritten) {
      err.println("headroom: standard output could not be written");
    }
    err.flush();
    return unwritten && code == DONE ? FAILED : code;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static void showVersionEverywhere(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(Main::showVersionEverywhere);
  }

  private static int failed(Exception problem, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    return switch (problem) {
      case SettingsException settings -> {
        settings.problems().forEach(text -> err.println("headroom: " + text));
        yield BAD_INPUT;
      }
      case BadDataException data -> {
        ProblemLines.of(data.problems()).forEach(text -> err.println("headroom: " + text));
        yield BAD_INPUT;
      }
      case InterruptedRun _ -> INTERRUPTED;
      case IllegalArgumentException input -> {
        err.println("headroom: " + input.getMessage());
        yield BAD_INPUT;
      }
      case IOException io -> {
        err.println("headroom: " + sentence(io));
        yield FAILED;
      }
      case UncheckedIOException io -> {
        IOException cause = io.getCause();
        err.println("headroom: " + (cause == null ? io : sentence(cause)));
        yield FAILED;
      }
      default -> {
        err.println("headroom: this is a fault of the program, please report it");
        problem.printStackTrace(err);
        yield FAILED;
      }
    };
  }

  private static String sentence(IOException io) {
    String where = String.valueOf(io.getMessage());
    return switch (io) {
      case NoSuchFileException _ -> "file must exist, was missing: " + where;
      case AccessDeniedException _ -> "file must be accessible, was not: " + where;
      case FileAlreadyExistsException _ -> "folder must not be a file, was one: " + where;
      case FileSystemException _ -> "file could not be read or written: " + where;
      default -> "reading or writing failed: " + (io.getMessage() == null ? io : where);
    };
  }
}
