package headroom.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Bars;
import headroom.data.bars.BarFolder;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real bars, if a folder of them lies beside the project (`shared/data`) or is named by
/// `-Dheadroom.real-data=DIR`.
class RealBarsTest {

  private static final String HALF_A_YEAR = "set-a-2025h1-5m";
  private static final String FIVE_DAYS = "set-a1-2026-03-1m";

  private Path data = Path.of("");

  @BeforeEach
  void find() {
    Optional<Path> found = folders().filter(Files::isDirectory).findFirst();
    Assumptions.assumeTrue(found.isPresent(), "no folder of real bars beside the project");
    data = found.orElseThrow();
  }

  private static Stream<Path> folders() {
    String named = System.getProperty("headroom.real-data");
    Stream<Path> above =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve("shared").resolve("data"));
    return named == null ? above : Stream.of(Path.of(named));
  }

  @Test
  void halfAYearOfFiveMinutesIsSound() {
    Path set = data.resolve(HALF_A_YEAR);
    Assumptions.assumeTrue(Files.isDirectory(set), "no folder " + HALF_A_YEAR);
    Loaded loaded = BarFolder.load(LoadRequest.of(set)).strict();
    CheckReport report = BarCheck.of(loaded);
    assertThat(loaded.series()).hasSize(29);
    assertThat(loaded.series().stream().mapToInt(Bars::length).sum())
        .isEqualTo(16 * 48_096 + 13 * 8_814);
    assertThat(loaded.report().leftAlone()).hasSize(1);
    assertThat(report.series())
        .allMatch(check -> check.missing() == 0 && !check.endsEarly() && !check.shiftedTimes());
    assertThat(report.findings()).extracting(Finding::kind).containsOnly(Finding.Kind.JUMP);
  }

  @Test
  void fiveDaysOfMinutesAreSound() {
    Path set = data.resolve(FIVE_DAYS);
    Assumptions.assumeTrue(Files.isDirectory(set), "no folder " + FIVE_DAYS);
    CheckReport report = BarCheck.of(BarFolder.load(LoadRequest.of(set)).strict());
    assertThat(report.series()).hasSize(25);
    assertThat(report.series())
        .allMatch(check -> check.missing() == (check.instrument().isStock() ? 2 : 0));
  }
}
