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
    Problems problems = new Problems();
    long start = problems.whole("--seed", ANY, seed, 0);
    LocalDate first = date("--from", from, LocalDate.MIN, problems);
    LocalDate last = date("--to", to, LocalDate.MAX, problems);
    problems.in(Dates.of("--from and --to", first, last)::requireOrder);
    int ofStocks = (int) problems.whole("--stocks", COUNT, stocks, 1);
    int ofCrypto = (int) problems.whole("--crypto", COUNT, crypto, 1);
    problems.in(() -> requireAny(ofStocks + ofCrypto));
    int stepMinutes = (int) problems.whole("--step-minutes", STEP, step, 1);
    problems.end();
    return new SynthSettings(start, first, last, stepMinutes, ofStocks, ofCrypto, driftless);
  }

  private static void requireAny(int instruments) {
    if (instruments == 0) {
      throw new IllegalArgumentException(
          "--stocks and --crypto must be at least 1 together, was 0");
    }
  }

  private static LocalDate date(String option, String text, LocalDate otherwise, Problems problems)
      throws IOException {
    LocalDate[] date = {otherwise};
    problems.in(() -> date[0] = date(option, text));
    return date[0];
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
