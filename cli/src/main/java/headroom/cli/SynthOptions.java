package headroom.cli;

import headroom.cli.settings.Form;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/// What market to make up. Kept as texts, so that all that is wrong with them is said at once.
final class SynthOptions {
  private static final Form ANY = new Form.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
  private static final Form COUNT = new Form.Whole(0, SynthSettings.MOST_INSTRUMENTS);
  private static final Form STEP =
      new Form.Word(
          IntStream.rangeClosed(1, 60)
              .filter(minutes -> 60 % minutes == 0)
              .mapToObj(Integer::toString)
              .toList());

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "starts all chance (default: 1)")
  private String seed = "";

  @Option(
      names = "--from",
      paramLabel = "DATE",
      defaultValue = "2025-03-03",
      description = "first day (default: 2025-03-03)")
  private String from = "";

  @Option(
      names = "--to",
      paramLabel = "DATE",
      defaultValue = "2025-05-02",
      description = "last day (default: 2025-05-02)")
  private String to = "";

  @Option(
      names = "--stocks",
      paramLabel = "N",
      defaultValue = "6",
      description = "how many, 0 to 99 (default: 6)")
  private String stocks = "";

  @Option(
      names = "--crypto",
      paramLabel = "N",
      defaultValue = "6",
      description = "how many, 0 to 99 (default: 6)")
  private String crypto = "";

  @Option(
      names = "--step-minutes",
      paramLabel = "MINUTES",
      defaultValue = "5",
      description = "length of a bar, a divisor of 60 (default: 5)")
  private String step = "";

  @Option(names = "--driftless", description = "every price a martingale")
  private boolean driftless;

  SynthOptions() {}

  /// What they ask for.
  ///
  /// @throws headroom.cli.settings.SettingsException with everything that is wrong
  SynthSettings settings() throws IOException {
    new Problems()
        .in(() -> whole("--seed", seed, ANY))
        .in(() -> date("--from", from))
        .in(() -> date("--to", to))
        .in(this::requireOrder)
        .in(() -> whole("--stocks", stocks, COUNT))
        .in(() -> whole("--crypto", crypto, COUNT))
        .in(this::requireAny)
        .in(() -> whole("--step-minutes", step, STEP))
        .end();
    return new SynthSettings(
        whole("--seed", seed, ANY),
        date("--from", from),
        date("--to", to),
        (int) whole("--step-minutes", step, STEP),
        (int) whole("--stocks", stocks, COUNT),
        (int) whole("--crypto", crypto, COUNT),
        driftless);
  }

  private void requireOrder() {
    LocalDate first = date("--from", from);
    if (date("--to", to).isBefore(first)) {
      throw new IllegalArgumentException("--to must be %s or later, was %s".formatted(first, to));
    }
  }

  private void requireAny() {
    if (whole("--stocks", stocks, COUNT) + whole("--crypto", crypto, COUNT) == 0) {
      throw new IllegalArgumentException(
          "--stocks and --crypto must be at least 1 together, was 0");
    }
  }

  private static long whole(String option, String text, Form form) {
    try {
      return Long.parseLong(form.canonical(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + " " + e.getMessage(), e);
    }
  }

  private static LocalDate date(String option, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= ExchangeCalendar.FIRST_YEAR
          && date.getYear() <= ExchangeCalendar.LAST_YEAR) {
        return date;
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "%s must be a date from %s-01-01 to %s-12-31, was '%s'"
            .formatted(option, ExchangeCalendar.FIRST_YEAR, ExchangeCalendar.LAST_YEAR, text));
  }
}
