package headroom.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--periods`.
final class PeriodsOption {
  private static final String NAME = "--periods";

  @Option(
      names = NAME,
      split = ",",
      paramLabel = "FROM..TO",
      description = "stretches of days, each played from a fresh start, instead of --from and --to")
  private List<String> texts = new ArrayList<>();

  PeriodsOption() {}

  /// Days that are played, both included.
  record Span(LocalDate from, LocalDate to) {
    Dates dates() {
      return Dates.of(NAME, from, to);
    }

    /// From the first day of some to the last of any.
    static Span around(List<Span> spans) {
      Span around = spans.getFirst();
      for (Span span : spans) {
        around =
            new Span(
                span.from.isBefore(around.from) ? span.from : around.from,
                span.to.isAfter(around.to) ? span.to : around.to);
      }
      return around;
    }

    @Override
    public String toString() {
      return from + ".." + to;
    }
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /// What was asked for; empty if nothing was.
  ///
  /// @param problems takes everything that is wrong
  List<Span> spans(List<String> problems) {
    return spans(NAME, texts, problems);
  }

  /// The periods of texts that stand elsewhere.
  ///
  /// @param name what they are called there, for people
  static List<Span> spans(String name, List<String> texts, List<String> problems) {
    List<Span> spans = new ArrayList<>();
    for (String text : texts) {
      int dots = text.indexOf("..");
      @Nullable LocalDate from = dots < 0 ? null : date(text.substring(0, dots));
      @Nullable LocalDate to = dots < 0 ? null : date(text.substring(dots + 2));
      if (from == null || to == null || to.isBefore(from)) {
        problems.add(
            "%s must be first and last day, such as 2025-01-01..2025-03-31, was '%s'"
                .formatted(name, text));
        continue;
      }
      Span span = new Span(from, to);
      if (spans.contains(span)) {
        problems.add("%s must be given once, was given again: %s".formatted(name, text));
      }
      spans.add(span);
    }
    return spans;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
