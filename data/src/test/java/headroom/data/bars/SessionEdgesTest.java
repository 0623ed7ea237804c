package headroom.data.bars;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.data.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// M11: which stock bars belong to a session. 3 July 2025 closes at 13:00 New York, 17:00 UTC.
class SessionEdgesTest {

  @TempDir Path path;

  @Test
  void barsOutsideTheSessionAreLeftOutAndCounted() {
    FileReport report = report(folder("2025-07-03T13:00:00Z", "PT5M", 12 * 6));
    assertThat(report.rows()).isEqualTo(72);
    assertThat(report.outsideSession()).as("30 minutes before, 120 after").isEqualTo(6 + 24);
    assertThat(report.kept()).isEqualTo(42);
    assertThat(report.crossingOpenNs()).isEmpty();
    assertThat(report.crossingClose()).isZero();
    assertThat(report.badRows()).isZero();
  }

  @Test
  void aBarAcrossTheOpenIsLeftOutByNameAndOneAcrossTheCloseStays() {
    FileReport report = report(folder("2025-07-03T12:40:00Z", "PT40M", 10));
    assertThat(report.crossingOpenNs().stream().map(Timestamps::text))
        .containsExactly("2025-07-03T13:20:00Z");
    assertThat(report.crossingClose()).as("16:40 to 17:20").isEqualTo(1);
    assertThat(report.kept()).as("14:00 to 16:40").isEqualTo(5);
    assertThat(report.outsideSession()).isEqualTo(10 - 5 - 1);
  }

  @Test
  void extendedHoursKeepAll() {
    DataFolder folder = folder("2025-07-03T12:20:00Z", "PT20M", 20);
    Loaded loaded = BarFolder.load(LoadRequest.of(folder.path()).withExtendedHours(true));
    assertThat(loaded.report().files().getFirst().kept()).isEqualTo(20);
  }

  @Test
  void cryptoHasNoEdges() {
    FileReport report = report(rows("crypto/BTCUSDT.csv", "2025-07-03T12:20:00Z", "PT20M", 20));
    assertThat(report.kept()).isEqualTo(20);
  }

  private static FileReport report(DataFolder folder) {
    Loaded loaded = folder.load().strict();
    assertThat(loaded.series().getFirst().length())
        .isEqualTo(loaded.report().files().getFirst().kept());
    return loaded.report().files().getFirst();
  }

  private DataFolder folder(String from, String step, int bars) {
    return rows("stocks/AAPL.csv", from, step, bars);
  }

  private DataFolder rows(String file, String from, String step, int bars) {
    return new DataFolder(path)
        .withRows(
            file,
            Stream.iterate(Instant.parse(from), at -> at.plus(Duration.parse(step)))
                .limit(bars)
                .map(at -> at + ",100,101,99,100,5")
                .toArray(String[]::new));
  }
}
