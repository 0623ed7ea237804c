package headroom.data.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import headroom.core.market.Bars;
import headroom.data.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// M11: bars of stocks before and after the core session, and where they come from. 3 July 2025 is
/// traded from 08:00 to 21:00 UTC, with the session from 13:30 to 17:00.
class ExtendedFilesTest {
  private static final String CORE = "2025-07-03T13:30:00Z,100,101,99,100,5";
  private static final String NEXT = "2025-07-03T13:35:00Z,100,101,99,100,5";
  private static final String MORNING = "2025-07-03T13:25:00Z,100,100,100,100,1";
  private static final String EVENING = "2025-07-03T20:55:00Z,100,100,100,100,1";

  @TempDir Path path;

  private DataFolder folder(String... extended) {
    return new DataFolder(path)
        .withRows("stocks/AAPL.csv", CORE, NEXT)
        .withRows("stocks-extended/AAPL.csv", extended);
  }

  private Loaded extended() {
    return BarFolder.load(LoadRequest.of(path).with(StockHours.EXTENDED)).strict();
  }

  private static List<String> starts(Loaded loaded) {
    Bars bars = loaded.series().getFirst();
    return IntStream.range(0, bars.length())
        .mapToObj(bar -> Timestamps.text(bars.startNs(bar)).substring(11, 16))
        .toList();
  }

  @Test
  void wholeDaysAreJoinedAndWhatIsAlikeCountsOnce() {
    folder(MORNING, CORE, NEXT, EVENING);
    Loaded loaded = extended();
    assertThat(starts(loaded)).containsExactly("13:25", "13:30", "13:35", "20:55");
    FileReport report = loaded.report().files().getFirst();
    assertThat(report.file()).isEqualTo("stocks/AAPL.csv");
    assertThat(List.of(report.rows(), report.kept(), report.twice())).containsExactly(6, 4, 2);
    assertThat(loaded.report().leftAlone()).isEmpty();
  }

  @Test
  void onlyWhatIsOutsideIsJoinedToo() {
    folder(MORNING.replace("13:25", "13:20"), MORNING);
    assertThat(starts(extended())).containsExactly("13:20", "13:25", "13:30", "13:35");
  }

  @Test
  void withoutTheSettingTheFolderIsLeftAlone() {
    folder(MORNING, CORE, NEXT, EVENING);
    Loaded loaded = BarFolder.load(LoadRequest.of(path));
    assertThat(starts(loaded)).containsExactly("13:30", "13:35");
    assertThat(loaded.report().leftAlone())
        .extracting(LeftAlone::toString)
        .containsExactly("stocks-extended/: left alone, it is read with extended-hours: on");
  }

  @Test
  void contradictionsAreRefusedByName() {
    folder(MORNING, CORE.replace("99,100", "99,100.5"), NEXT, EVENING)
        .withRows("stocks/MSFT.csv", CORE, NEXT)
        .withRows(
            "stocks-extended/MSFT.csv",
            "2025-07-03T13:30:00Z,100,101,99,100,5",
            "2025-07-03T13:45:00Z,100,101,99,100,5");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(this::extended)
        .withMessageContaining(
            "stocks-extended/AAPL.csv: bars must be alike in stocks/AAPL.csv, 1 were not, the first"
                + " 2025-07-03T13:30:00Z 100 101 99 100.5, volume 5, which is"
                + " 2025-07-03T13:30:00Z 100 101 99 100, volume 5 there")
        .withMessageContaining(
            "stocks-extended/MSFT.csv: bars must be as long as those of stocks/MSFT.csv and begin"
                + " at the same steps, 5m from 2025-07-03T13:30:00Z, were 15m from");
  }

  @Test
  void whatIsNotTradedIsLeftOutAndCounted() {
    folder(
        "2025-07-03T07:55:00Z,100,100,100,100,1",
        "2025-07-03T08:00:00Z,100,100,100,100,1",
        EVENING,
        "2025-07-03T21:00:00Z,100,100,100,100,1");
    Loaded loaded = extended();
    assertThat(starts(loaded)).containsExactly("08:00", "13:30", "13:35", "20:55");
    assertThat(loaded.report().outsideSession()).isEqualTo(2);
  }

  @Test
  void aBarAcrossAnOpenIsLeftOutByNameAndOneAcrossTheCloseStays() {
    new DataFolder(path)
        .withRows(
            "stocks/AAPL.csv",
            "2025-07-03T07:40:00Z,100,101,99,100,5",
            "2025-07-03T08:20:00Z,100,101,99,100,5",
            "2025-07-03T13:00:00Z,100,101,99,100,5",
            "2025-07-03T13:40:00Z,100,101,99,100,5",
            "2025-07-03T16:20:00Z,100,101,99,100,5",
            "2025-07-03T17:00:00Z,100,101,99,100,5",
            "2025-07-03T17:40:00Z,100,101,99,100,5",
            "2025-07-03T20:20:00Z,100,101,99,100,5");
    FileReport report =
        BarFolder.load(LoadRequest.of(path).with(StockHours.EXTENDED)).report().files().getFirst();
    assertThat(report.crossingOpenNs().stream().map(Timestamps::text))
        .containsExactly("2025-07-03T07:40:00Z", "2025-07-03T13:00:00Z");
    assertThat(report.kept()).isEqualTo(6);
    assertThat(report.crossingClose()).isZero();
  }

  @Test
  void aStockThatIsOnlyThereIsLoadedByItself() {
    folder(MORNING, CORE).withRows("stocks-extended/MSFT.csv", MORNING, CORE, NEXT);
    assertThat(extended().series()).extracting(bars -> bars.id().value()).contains("MSFT");
  }
}
