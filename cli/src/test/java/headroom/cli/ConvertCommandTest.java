package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.data.bars.BarFolder;
import headroom.data.bars.LoadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

  @TempDir Path folder;

  private Path bars;
  private Path into;

  @BeforeEach
  void begin() throws IOException {
    bars = folder.resolve("bars");
    into = folder.resolve("into");
    Files.createDirectories(bars.resolve("stocks"));
    Files.writeString(
        bars.resolve("stocks/AAA.csv"),
        """
        timestamp,open,high,low,close,volume
        2025-01-02T14:00:00Z,10,10,10,10,1
        2025-01-02T14:30:00Z,10,12,9,11,1
        2025-01-02T14:45:00Z,11,13,10,12,2
        2025-01-02T15:00:00Z,12,13,11,x,1
        """);
    Files.writeString(bars.resolve("instruments.yaml"), "AAA: {tick: 0.05, tags: [x]}\n");
  }

  @Test
  void aFolderIsWrittenAnewWithItsInstrumentsAndWithoutBadRows() {
    Ran ran = convert();
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.problems())
        .containsExactly("left out: stocks/AAA.csv:5: close must be a decimal number, was 'x'");
    assertThat(into.resolve("instruments.yaml")).exists();
    LoadRequest all = LoadRequest.of(into).withExtendedHours(true);
    assertThat(BarFolder.load(all).strict().dataHash())
        .isEqualTo(BarFolder.load(LoadRequest.of(bars).withExtendedHours(true)).dataHash());
    Ran strict = convert("--strict", "--replace");
    assertThat(strict.code()).isEqualTo(2);
  }

  @Test
  void barsAreMadeLongerAndAdjusted() throws IOException {
    Path actions =
        Files.writeString(
            folder.resolve("actions.csv"),
            "symbol,type,ex_date,old_rate,new_rate\nAAA,forward_split,2025-01-03,1,2\n");
    Ran ran = convert("--step", "30m", "--actions", actions.toString(), "--adjust", "splits");
    assertThat(ran.code()).as(ran.err()).isZero();
    var series = BarFolder.load(LoadRequest.of(into).withExtendedHours(true)).series().getFirst();
    assertThat(series.length()).isEqualTo(2);
    assertThat(series.highRaw(1)).isEqualTo(6_500_000_000L);
    assertThat(series.volumeRaw(1)).isEqualTo(6_000_000_000L);
  }

  @Test
  void parquetSaysWhatIsMissingBeforeTheWork() throws IOException {
    Ran ran = convert("--format", "parquet");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems().getFirst())
        .startsWith("Parquet needs the module headroom-parquet, which is not there: build it with");
    assertThat(into).doesNotExist();
    Files.writeString(bars.resolve("stocks/BBB.parquet"), "x");
    Ran validated = Ran.headroom("data", "validate", bars.toString());
    assertThat(validated.code()).isEqualTo(2);
    assertThat(validated.out())
        .contains("stocks/BBB.parquet: Parquet needs the module headroom-parquet");
    Path intents = Files.writeString(folder.resolve("i.parquet"), "x");
    Ran simulated =
        Ran.headroom(
            "simulate",
            "--data",
            bars.toString(),
            "--symbols",
            "AAA",
            "--intents",
            intents.toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(simulated.code()).isEqualTo(2);
    assertThat(simulated.err()).contains("i.parquet: Parquet needs the module headroom-parquet");
  }

  @Test
  void everyBadOptionIsNamedAtOnce() {
    Ran ran =
        Ran.headroom(
            "data",
            "convert",
            bars.toString(),
            "--into",
            bars.toString(),
            "--format",
            "xls",
            "--adjust",
            "most",
            "--step",
            "x");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--into must be another folder than DIR, was " + bars,
            "--format must be csv or parquet, was 'xls'",
            "--step must be such as 15m or 1h, was 'x'");
  }

  private Ran convert(String... more) {
    String[] arguments = new String[more.length + 5];
    System.arraycopy(
        new String[] {"data", "convert", bars.toString(), "--into", into.toString()},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Ran.headroom(arguments);
  }
}
