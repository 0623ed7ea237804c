package headroom.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.data.DataFolder;
import headroom.data.bars.BarFolder;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import headroom.data.reshape.CorporateAction;
import headroom.data.synth.SynthFolder;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarCheckTest {

  @TempDir Path path;

  private DataFolder folder;

  @BeforeEach
  void begin() {
    folder = new DataFolder(path);
  }

  @Test
  void aSoundMarketHasNoFindingsButJumps() throws IOException {
    SynthFolder.write(
        SynthMarket.of(
            SynthSettings.defaults()
                .withPeriod(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 11))),
        path);
    CheckReport report = report();
    assertThat(report.findings())
        .extracting(Finding::kind)
        .doesNotContain(
            Finding.Kind.LONG_GAP,
            Finding.Kind.ENDS_EARLY,
            Finding.Kind.SHIFTED_TIMES,
            Finding.Kind.EXTREME_JUMP);
    assertThat(report.series())
        .hasSize(12)
        .allMatch(check -> check.offTick() == 0 && check.withoutVolume() == 0);
  }

  @Test
  void aKnownSplitIsNoJump() {
    folder.withRows(
        "stocks/AAA.csv",
        "2025-07-01T19:50:00Z,100,100,100,100,1",
        "2025-07-01T19:55:00Z,100,100,100,100,1",
        "2025-07-02T13:30:00Z,25,25,25,25,1",
        "2025-07-02T13:35:00Z,25,25,25,25,1");
    folder.withRows(
        "stocks/BBB.csv",
        "2025-07-01T19:50:00Z,100,100,100,100,1",
        "2025-07-01T19:55:00Z,100,100,100,100,1",
        "2025-07-02T13:30:00Z,28,28,28,28,1",
        "2025-07-02T13:35:00Z,28,28,28,28,1");
    Loaded loaded = BarFolder.load(LoadRequest.of(path));
    List<CorporateAction> splits =
        List.of(
            new CorporateAction.Split(new InstrumentId("AAA"), LocalDate.of(2025, 7, 2), 4, 1),
            new CorporateAction.Split(new InstrumentId("BBB"), LocalDate.of(2025, 7, 2), 4, 1));
    assertThat(jumps(BarCheck.of(loaded)))
        .containsExactly("AAA from 100 to 25", "BBB from 100 to 28");
    // A jump beside the split is one, in the shares of after it.
    assertThat(jumps(BarCheck.of(loaded, splits))).containsExactly("BBB from 25 to 28");
  }

  private static List<String> jumps(CheckReport report) {
    return report.series().stream()
        .flatMap(check ->
            check.jumps().stream()
                .map(jump ->
                    "%s from %s to %s"
                        .formatted(
                            check.instrument().id(),
                            Fixed.text(jump.fromRaw()),
                            Fixed.text(jump.toRaw()))))
        .toList();
  }

  @Test
  void gapsOfACoinAreNamed() {
    coin("BTCUSDT", at -> !at.startsWith("2025-07-04T01:") && !at.startsWith("2025-07-04T03:05"));
    assertThat(report().findings())
        .extracting(Finding::toString)
        .containsExactly(
            "crypto/BTCUSDT.csv: gap, 12 bars are missing, from 2025-07-04T01:00:00Z to"
                + " 2025-07-04T01:55:00Z",
            "crypto/BTCUSDT.csv: gap, 1 bar is missing, at 2025-07-04T03:05:00Z");
    assertThat(report().series().getFirst().missing()).isEqualTo(13);
  }

  @Test
  void onlyBarsInsideSessionsCanBeMissingOfAStock() {
    // The 3rd ends at 17:00 UTC, the 4th and the weekend are off, the 7th opens at 13:30.
    stock("AAPL", at -> !at.startsWith("2025-07-03T16:5") && !at.startsWith("2025-07-07T13:3"));
    SeriesCheck check = report().series().getFirst();
    assertThat(check.gaps())
        .containsExactly(new Gap(ns("2025-07-03T16:50:00Z"), ns("2025-07-07T13:35:00Z"), 4));
    assertThat(check.file().outsideSession()).isPositive();
    assertThat(check.endsEarly()).isFalse();
    assertThat(check.shiftedTimes()).isFalse();
  }

  @Test
  void aSeriesThatEndsEarlyIsNamed() {
    stock("AAPL", at -> true);
    stock("AMZN", at -> at.compareTo("2025-07-07T14") < 0);
    stock("META", at -> at.compareTo("2025-07-08T14") < 0);
    coin("BTCUSDT", at -> at.compareTo("2025-07-08T12") < 0);
    coin("ETHUSDT", at -> at.compareTo("2025-07-07T19") < 0);
    assertThat(report().findings())
        .extracting(Finding::toString)
        .containsExactly(
            "stocks/AMZN.csv: ends-early, the last bar ends at 2025-07-07T14:00:00Z, 12.5 hours of"
                + " trading before the end of the data",
            "crypto/ETHUSDT.csv: ends-early, the last bar ends at 2025-07-07T19:00:00Z, 25.0 hours"
                + " of trading before the end of the data");
  }

  @Test
  void jumpsAreNamedAndFactorsOfTwoStandOut() {
    folder.withRows(
        "crypto/BTCUSDT.csv",
        "2025-01-01T00:00:00Z,100,101,99,100,5",
        "2025-01-01T00:05:00Z,1000,1000,1000,1000,5",
        "2025-01-01T00:10:00Z,100,42000,99,100,5",
        "2025-01-01T00:15:00Z,100,100,85,100,5",
        "2025-01-01T00:20:00Z,100,109.9,90.1,109.9,0",
        "2025-01-01T00:25:00Z,109.9,110,88,88,0");
    CheckReport report = report();
    assertThat(report.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "crypto/BTCUSDT.csv: extreme-jump, open of the bar at 2025-01-01T00:05:00Z is 1000 after"
                + " 100, a factor of 10.00",
            "crypto/BTCUSDT.csv: extreme-jump, open of the bar at 2025-01-01T00:10:00Z is 100 after"
                + " 1000, a factor of 0.1000",
            "crypto/BTCUSDT.csv: extreme-jump, high of the bar at 2025-01-01T00:10:00Z is 42000"
                + " after 100, a factor of 420.0",
            "crypto/BTCUSDT.csv: jump, low of the bar at 2025-01-01T00:15:00Z is 85 after 100, a"
                + " factor of 0.8500",
            "crypto/BTCUSDT.csv: jump, close of the bar at 2025-01-01T00:25:00Z is 88 after 109.9, a"
                + " factor of 0.8007");
    assertThat(report.series().getFirst().withoutVolume()).isEqualTo(2);
  }

  @Test
  void pricesOffTheTickAreCounted() {
    folder.withRows(
        "stocks/AAPL.csv",
        "2025-01-02T14:30:00Z,10,11,9,10.5,100",
        "2025-01-02T14:35:00Z,10.505,11,10,10.5,100",
        "2025-01-02T14:40:00Z,10,11,0.9999,10.5,100",
        "2025-01-02T14:45:00Z,10,11,9,10.001,100");
    assertThat(report().series().getFirst().offTick()).isEqualTo(2);
  }

  @Test
  void barsAcrossTheOpenAreNamed() {
    series("stocks/AAPL.csv", "2025-07-02T12:00:00Z", "2025-07-02T22:00:00Z", "PT1H", at -> true);
    assertThat(report().findings())
        .extracting(Finding::toString)
        .containsExactly(
            "stocks/AAPL.csv: crosses-open, the bar at 2025-07-02T13:00:00Z crosses the open of the"
                + " session and is left out");
  }

  @Test
  void timesOfTheWallClockAreSuspected() {
    // Sessions written as 09:30 to 16:00 and called UTC.
    series(
        "stocks/AAPL.csv",
        "2025-07-07T09:30:00Z",
        "2025-07-11T00:00:00Z",
        "PT5M",
        at -> at.substring(11).compareTo("09:30") >= 0 && at.substring(11).compareTo("16:00") < 0);
    assertThat(report().findings().getFirst().kind()).isEqualTo(Finding.Kind.SHIFTED_TIMES);
  }

  private CheckReport report() {
    return BarCheck.of(BarFolder.load(LoadRequest.of(path)));
  }

  private void coin(String name, Predicate<String> kept) {
    series("crypto/" + name + ".csv", "2025-07-03T00:00:00Z", "2025-07-09T00:00:00Z", "PT5M", kept);
  }

  /// Bars at all hours, of which those in sessions count.
  private void stock(String name, Predicate<String> kept) {
    series("stocks/" + name + ".csv", "2025-07-03T00:00:00Z", "2025-07-09T00:00:00Z", "PT5M", kept);
  }

  private void series(String file, String from, String to, String step, Predicate<String> kept) {
    List<String> rows = new ArrayList<>();
    Instant end = Instant.parse(to);
    for (Instant at = Instant.parse(from); at.isBefore(end); at = at.plus(Duration.parse(step))) {
      if (kept.test(at.toString())) {
        rows.add(at + ",100,101,99,100,5");
      }
    }
    folder.withRows(file, rows.toArray(String[]::new));
  }

  private static long ns(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }
}
