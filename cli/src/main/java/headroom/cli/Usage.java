package headroom.cli;

import headroom.data.Nearest;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// How arguments are read, and what is said about those that cannot be.
final class Usage {
  private Usage() {}

  /// Makes a command and all below it read dates and times, and tell all problems at once.
  static void install(CommandLine command) {
    command
        .registerConverter(LocalDate.class, Usage::date)
        .registerConverter(Path.class, Usage::path)
        .registerConverter(OffsetDateTime.class, Usage::time)
        .setParameterExceptionHandler((problem, _) -> refuse(List.of(problem)))
        .setExecutionStrategy(Usage::execute);
    collectErrors(command);
  }

  private static void collectErrors(CommandLine command) {
    command.getCommandSpec().parser().collectErrors(true);
    command.getSubcommands().values().forEach(Usage::collectErrors);
  }

  private static int execute(ParseResult parsed) {
    List<ParameterException> problems = new ArrayList<>();
    boolean asksForHelp = false;
    for (ParseResult one = parsed; one != null; one = one.subcommand()) {
      asksForHelp |= one.isUsageHelpRequested() || one.isVersionHelpRequested();
      for (Exception error : one.errors()) {
        if (error instanceof ParameterException problem) {
          problems.add(problem);
        }
      }
    }
    return problems.isEmpty() || asksForHelp ? new RunLast().execute(parsed) : refuse(problems);
  }

  private static int refuse(List<ParameterException> problems) {
    CommandLine command = problems.getLast().getCommandLine();
    PrintWriter err = command.getErr();
    boolean misread = problems.stream().anyMatch(Usage::isOfParameter);
    problems.stream()
        .filter(problem -> !misread || !isLeftByIt(problem))
        .map(Usage::sentence)
        .distinct()
        .forEach(text -> err.println("headroom: " + text));
    err.println("headroom: see '%s --help'".formatted(command.getCommandSpec().qualifiedName()));
    return Main.BAD_INPUT;
  }

  /// Whether a parameter was given and could not be read.
  private static boolean isOfParameter(ParameterException problem) {
    return problem.getArgSpec() != null
        && problem.getArgSpec().isPositional()
        && problem.getValue() != null;
  }

  /// picocli takes one that it could not read also for missing, and its text for one too many.
  private static boolean isLeftByIt(ParameterException problem) {
    return problem instanceof MissingParameterException
        || (problem instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption());
  }

  private static String sentence(ParameterException problem) {
    if (!(problem instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return String.valueOf(problem.getMessage())
          .replaceFirst("^Error: ", "")
          .replaceFirst(
              "^Invalid value for positional parameter at index \\d+ \\((.*?)\\): ", "$1 ");
    }
    CommandLine command = problem.getCommandLine();
    String text = unmatched.getUnmatched().getFirst();
    if (text.startsWith("-")) {
      Collection<String> options = command.getCommandSpec().optionsMap().keySet();
      return problem.getMessage() + guess(text, options);
    }
    Collection<String> commands = command.getSubcommands().keySet();
    return commands.isEmpty()
        ? String.valueOf(problem.getMessage())
        : "command must be one of %s, was '%s'%s"
            .formatted(String.join(", ", commands), text, guess(text, commands));
  }

  private static String guess(String text, Collection<String> words) {
    @Nullable String near = Nearest.near(text, words);
    return near == null ? "" : "; did you mean " + near + "?";
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new TypeConversionException("must be a date such as 2025-01-31, was '" + text + "'");
    }
  }

  /// A blank one would mean the folder that the shell is in: an empty variable of a script must
  /// not.
  private static Path path(String text) {
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException _) {
      // Said below.
    }
    throw new TypeConversionException("must be the name of a file or folder, was '" + text + "'");
  }

  private static OffsetDateTime time(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException _) {
      throw new TypeConversionException(
          "must be a time with its offset, such as 2025-11-28T13:30:00-05:00, was '%s'"
              .formatted(text));
    }
  }
}
