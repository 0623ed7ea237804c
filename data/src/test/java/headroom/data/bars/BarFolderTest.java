package headroom.data.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.num.Fixed;
import headroom.data.DataFolder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarFolderTest {

  @TempDir Path path;

  @Test
  void seriesComeByNameWithTheirUsualAttributes() {
    Loaded loaded =
        folder()
            .withGoodRows("stocks/brk.b.csv")
            .withGoodRows("crypto/ETHUSDC.csv.gz")
            .withGoodRows("crypto/BTCUSDT.csv.gz")
            .withGoodRows("crypto/SOL-USD.csv")
            .withGoodRows("stocks/AAPL.csv.gz")
            .load()
            .strict();
    assertThat(loaded.series())
        .extracting(Bars::instrument)
        .containsExactly(
            Instrument.stock("AAPL"),
            Instrument.stock("BRK.B"),
            Instrument.crypto("BTC/USD", Fixed.ONE / 1000),
            Instrument.crypto("ETH/USD", Fixed.ONE / 1000),
            Instrument.crypto("SOL/USD", Fixed.ONE / 1000));
    Bars bars = loaded.series().getFirst();
    assertThat(bars.stepNs()).isEqualTo(300_000_000_000L);
    assertThat(bars.length()).isEqualTo(3);
    assertThat(bars.highRaw(2)).isEqualTo(11 * Fixed.ONE);
    assertThat(bars.volumeRaw(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "93576, 1",
    "0.316, 0.00001",
    "99999, 1",
    "100000, 10",
    "9999.9, 0.1",
    "1, 0.0001",
    "0.00001234, 0.000000001",
    "0.000000001, 0.000000001",
    "3353.1, 0.1"
  })
  void aCoinHasFiveSignificantDigits(String open, String tick) {
    assertThat(Fixed.text(UsualInstrument.cryptoTickRaw(Fixed.raw(new BigDecimal(open)))))
        .isEqualTo(tick);
  }

  @ParameterizedTest
  @CsvSource({
    "AAPL, AAPL",
    "aapl, AAPL",
    "BTC/USD, BTC/USD",
    "BTCUSDT, BTC/USD",
    "crypto/*, BTC/USD ETH/USD",
    "stocks/*, AAPL AMZN",
    "A*, AAPL AMZN",
    "stocks/A?PL, AAPL",
    "'AAPL,BTC/USD', AAPL BTC/USD",
    "*, AAPL AMZN BTC/USD ETH/USD",
    "*/USD, BTC/USD ETH/USD",
    "crypto/BTC/USD, BTC/USD"
  })
  void symbolsAreNamesAndGlobs(String word, String expected) {
    Loaded loaded = fourFiles().load(word);
    assertThat(loaded.series().stream().map(bars -> bars.id().value()))
        .containsExactly(expected.split(" ", -1));
  }

  @Test
  void everyUnknownSymbolIsNamedWithWhatExists() {
    DataFolder four = fourFiles();
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> four.load("AAPL", "MSFT", "crypto/AAPL"))
        .satisfies(bad ->
            assertThat(bad.problems())
                .extracting(Problem::message)
                .containsExactly(
                    "symbol must be one of AAPL, AMZN, BTC/USD, ETH/USD, was 'MSFT'",
                    "symbol must be one of AAPL, AMZN, BTC/USD, ETH/USD, was 'crypto/AAPL'"));
  }

  @Test
  void twoFilesOfOneInstrumentAreAnErrorThatNamesBoth() {
    DataFolder twice = fourFiles().withGoodRows("crypto/BTCUSDC.csv");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(twice::load)
        .withMessage(
            "crypto/BTCUSDT.csv: BTC/USD must be in one file, was in crypto/BTCUSDC.csv too");
    assertThat(twice.load("ETH/USD").series()).hasSize(1);
  }

  @Test
  void otherThingsAreLeftAloneAndNamedOnce() {
    Loaded loaded =
        fourFiles()
            .withGoodRows("stocks-extended/AAPL.csv")
            .withGoodRows("stocks-extended/AMZN.csv")
            .with("crypto/SOLUSDT.parquet", "PAR1")
            .with("stocks/notes.txt", "hello")
            .with("README.md", "hello")
            .with("crypto/.hidden", "x")
            .withGoodRows("TSLA.csv")
            .load();
    assertThat(loaded.report().leftAlone())
        .extracting(LeftAlone::toString)
        .containsExactly(
            "TSLA.csv: left alone, bars must be in crypto/ or stocks/",
            "stocks/notes.txt: left alone, only .csv, .csv.gz and .parquet are read",
            "stocks-extended/: left alone, it is read with extended-hours: on");
  }

  @Test
  void aFileThatCannotBeReadIsAProblemAndTheOthersAreLoaded() {
    byte[] text = new byte[200_000];
    Arrays.fill(text, (byte) 'x');
    new SplittableRandom(1).nextBytes(text);
    byte[] whole = DataFolder.zipped(text);
    byte[] good =
        DataFolder.zipped(
            (DataFolder.HEADER + "\n2025-01-01T00:00:00Z,1,1,1,1,1\n".repeat(1000))
                .getBytes(StandardCharsets.UTF_8));
    Loaded loaded =
        fourFiles()
            .withBytes("crypto/AUSDT.csv.gz", Arrays.copyOf(good, good.length / 2))
            .withBytes("crypto/BUSDT.csv.gz", new byte[0])
            .withBytes("crypto/CUSDT.csv", new byte[0])
            .with("crypto/DUSDT.csv", DataFolder.HEADER)
            .with("crypto/EUSDT.csv", "time,open,high,low,close,volume", "x")
            .with("crypto/FUSDT.csv", "timestamp,open,low,high,close,volume", "x")
            .withBytes("crypto/GUSDT.csv.gz", Arrays.copyOf(whole, 20))
            .withBytes("crypto/HUSDT.csv.gz", "timestamp".getBytes(StandardCharsets.UTF_8))
            .withRows("crypto/IUSDT.csv", "2025-01-01T00:00:00Z,1,1,1,1,1")
            .withGoodRows("crypto/PEPE.csv")
            .load();
    assertThat(loaded.series()).hasSize(4);
    assertThat(loaded.report().problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            a ->
                assertThat(a)
                    .startsWith("crypto/AUSDT.csv.gz: file must be complete gzip, ended too early"),
            b -> assertThat(b).startsWith("crypto/BUSDT.csv.gz: file must be complete gzip"),
            c ->
                assertThat(c)
                    .endsWith(
                        "CUSDT.csv: file must begin with the header "
                            + DataFolder.HEADER
                            + ", was empty"),
            d -> assertThat(d).endsWith("file must have at least two good rows, had 0 of 0"),
            e ->
                assertThat(e)
                    .endsWith(
                        "EUSDT.csv:1: header must be "
                            + DataFolder.HEADER
                            + ", was 'time,open,high,low,close,volume'"),
            f -> assertThat(f).contains("FUSDT.csv:1: header must be"),
            g -> assertThat(g).contains("GUSDT.csv.gz: file must be"),
            h -> assertThat(h).startsWith("crypto/HUSDT.csv.gz: file must be sound gzip"),
            i -> assertThat(i).endsWith("file must have at least two good rows, had 1 of 1"),
            p ->
                assertThat(p)
                    .startsWith("crypto/PEPE.csv: a file in crypto/ must be named after a coin"));
    assertThat(loaded.report().badFiles())
        .extracting(BadFile::file)
        .hasSize(10)
        .isSorted()
        .contains("crypto/AUSDT.csv.gz", "crypto/PEPE.csv");
  }

  @Test
  void theBadRowsOfABadFileAreCounted() {
    Loaded loaded =
        fourFiles()
            .withRows(
                "crypto/AUSDT.csv",
                "2025-01-01T00:00:00Z,1,1,1,1,1",
                "2025-01-01T00:05:00Z,x,1,1,y,1",
                "2025-01-01T00:10:00Z,1,1,1,1")
            .load();
    assertThat(loaded.report().badFiles()).containsExactly(new BadFile("crypto/AUSDT.csv", 2));
    assertThat(loaded.report().badRows()).isEqualTo(2);
  }

  @Test
  void noFolderAnEmptyFolderAndNothingUsableAreErrors() {
    assertBad(new DataFolder(path.resolve("none")), "data folder must exist, was missing");
    assertBad(
        folder(),
        "data folder must have crypto/SYMBOL.csv or stocks/SYMBOL.csv, also with .gz, or .parquet, had nothing");
    assertBad(folder().with("a/b.csv", "x"), "had [a]");
    assertBad(
        folder().with("crypto/XUSD.csv", "x"), "data folder must have a usable file, had none");
    assertBad(
        new DataFolder(path.resolve("crypto/XUSD.csv")), "data folder must exist, was a file");
  }

  @Test
  void theHashDependsOnBarsAndAttributesAndNotOnFiles(@TempDir Path other) {
    String hash = fourFiles().load().dataHash();
    DataFolder same =
        new DataFolder(other)
            .withGoodRows("crypto/BTC_USDC.csv")
            .withGoodRows("crypto/ETHUSD.csv.gz")
            .withGoodRows("stocks/aapl.csv.gz")
            .withGoodRows("stocks/AMZN.csv");
    assertThat(same.load().dataHash()).isEqualTo(hash).matches("[0-9a-f]{64}");
    assertThat(same.load("AAPL").dataHash()).isNotEqualTo(hash);
    same.with("instruments.yaml", "AAPL: {step: 0.001}");
    assertThat(same.load().dataHash()).isNotEqualTo(hash);
  }

  @Test
  void progressIsHeardFileByFile() {
    List<String> heard = new ArrayList<>();
    fourFiles();
    BarFolder.load(
        LoadRequest.of(path).withProgress((done, total) -> heard.add(done + "/" + total)));
    assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
  }

  private void assertBad(DataFolder folder, String message) {
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(folder::load)
        .withMessageContaining(message);
  }

  private DataFolder folder() {
    return new DataFolder(path);
  }

  private DataFolder fourFiles() {
    return folder()
        .withGoodRows("crypto/BTCUSDT.csv")
        .withGoodRows("crypto/ETHUSDT.csv.gz")
        .withGoodRows("stocks/AAPL.csv")
        .withGoodRows("stocks/AMZN.csv.gz");
  }
}
