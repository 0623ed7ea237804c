package headroom.data.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.data.DataFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentsFileTest {

  @TempDir Path path;

  @Test
  void attributesReplaceTheUsualOnes() {
    Loaded loaded =
        new DataFolder(path)
            .with(
                "instruments.yaml",
                "# what the venue says",
                "BTC/USD:",
                "  aliases: [XBT, TRUE]",
                "  tick: 0.01",
                "  step: 0.00001",
                "  minimum: 1",
                "  class: crypto",
                "ON: {step: 0.001}",
                "NO: {minimum: 0}",
                "1E5: {tick: 0.05, aliases: Other}")
            .withGoodRows("crypto/true.csv")
            .withGoodRows("stocks/ON.csv")
            .withGoodRows("stocks/NO.csv")
            .withGoodRows("stocks/1E5.csv")
            .load("XBT", "ON", "NO", "OTHER")
            .strict();
    assertThat(loaded.series())
        .extracting(Bars::instrument)
        .containsExactly(
            stock("1E5", Fixed.ONE / 20, Fixed.ONE, "1"),
            new Instrument(
                new InstrumentId("BTC/USD"), AssetClass.CRYPTO, 10_000_000, 10_000, Money.of("1")),
            stock("NO", Fixed.ONE / 100, Fixed.ONE, "0"),
            stock("ON", Fixed.ONE / 100, Fixed.ONE / 1000, "1"));
  }

  @Test
  void everyMistakeIsNamedWithItsLine() {
    DataFolder folder =
        new DataFolder(path)
            .withGoodRows("crypto/BTCUSDT.csv")
            .with(
                "instruments.yaml",
                "BTC/USD:",
                "  tick: 0",
                "  tik: 1",
                "  step: 1",
                "  step: 2",
                "  class: coin",
                "aapl: {tick: 1}",
                "AMZN: {minimum: -1, step: abc, aliases: [X, X]}",
                "BTC/USD: {tick: 1}",
                "MSFT: 7",
                "PEP: {tick: 0.0000000001}",
                "KO: {shortable: yes}");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(folder::load)
        .satisfies(bad ->
            assertThat(bad.problems())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                    "instruments.yaml:2: tick must be a decimal above 0 with at most nine decimals, was '0'",
                    "instruments.yaml:3: key must be one of [aliases, class, minimum, shortable, step, tags, tick], was 'tik'",
                    "instruments.yaml:5: key step must occur once, was there twice",
                    "instruments.yaml:6: class must be stock or crypto, was 'coin'",
                    "instruments.yaml:7: instrument must be upper-case letters, digits, '.', '-' and one '/', was 'aapl'",
                    "instruments.yaml:8: step must be a decimal above 0 with at most nine decimals, was 'abc'",
                    "instruments.yaml:8: minimum must be a decimal of at least 0 with at most nine decimals, was '-1'",
                    "instruments.yaml:8: alias X must occur once, was there for AMZN",
                    "instruments.yaml:9: BTC/USD must occur once, was there in line 1",
                    "instruments.yaml:10: MSFT must have attributes such as {tick: 0.01}, had none",
                    "instruments.yaml:11: tick must be a decimal above 0 with at most nine decimals, was '0.0000000001'",
                    "instruments.yaml:12: shortable must be true or false, was 'yes'"));
  }

  @Test
  void tagsAreWordsByWhichACapNamesAGroup() {
    Loaded loaded =
        new DataFolder(path)
            .withGoodRows("stocks/NVDA.csv")
            .withGoodRows("stocks/ON.csv")
            .withGoodRows("stocks/KO.csv")
            .withGoodRows("crypto/BTCUSDT.csv")
            .with(
                "instruments.yaml",
                "NVDA: {tags: [chips, ai]}",
                "ON: {tags: chips}",
                "KO: {tick: 1}")
            .load()
            .strict();
    assertThat(loaded.series())
        .extracting(bars -> bars.id() + " " + bars.instrument().tags())
        .containsExactly("BTC/USD []", "KO []", "NVDA [chips, ai]", "ON [chips]");
  }

  @Test
  void aTagIsOneWordAndOnce() {
    DataFolder folder =
        new DataFolder(path)
            .withGoodRows("stocks/NVDA.csv")
            .with(
                "instruments.yaml",
                "NVDA: {tags: [ai, ai]}",
                "ON:",
                "  tags:",
                "  - big chips",
                "  - [a]",
                "KO: {tags: 'a;b'}",
                "PEP: {tags: }");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(folder::load)
        .satisfies(bad ->
            assertThat(bad.problems())
                .extracting(Problem::toString)
                .containsExactly(
                    "instruments.yaml:1: tag ai must occur once, was there twice",
                    "instruments.yaml:4: tag must be a word without blanks, commas and semicolons, was 'big chips'",
                    "instruments.yaml:5: tag must be a word without blanks, commas and semicolons, was ''",
                    "instruments.yaml:6: tag must be a word without blanks, commas and semicolons, was 'a;b'",
                    "instruments.yaml:7: tag must be a word without blanks, commas and semicolons, was ''"));
  }

  @Test
  void brokenYamlIsAnErrorWithItsLine() {
    DataFolder folder =
        new DataFolder(path)
            .withGoodRows("crypto/BTCUSDT.csv")
            .with("instruments.yaml", "BTC/USD:", "  tick: [1");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(folder::load)
        .withMessageStartingWith("instruments.yaml:");
    folder.with("instruments.yaml", "- AAPL");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(folder::load)
        .withMessage("instruments.yaml:1: file must map symbols to attributes, was something else");
    folder.with("instruments.yaml", "# nothing");
    assertThat(folder.load().series()).hasSize(1);
  }

  @Test
  void aClassThatContradictsTheFolderIsAProblem() {
    Loaded loaded =
        new DataFolder(path)
            .withGoodRows("crypto/BTCUSDT.csv")
            .withGoodRows("stocks/AAPL.csv")
            .with("instruments.yaml", "AAPL: {class: crypto}")
            .load();
    assertThat(loaded.report().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "stocks/AAPL.csv: AAPL must be in the folder of its class in instruments.yaml, crypto,"
                + " was in stocks/");
  }

  @Test
  void aStockMayBeDeclaredNotShortableAndACoinNeverShortable() {
    Loaded loaded =
        new DataFolder(path)
            .withGoodRows("crypto/BTCUSDT.csv")
            .withGoodRows("crypto/ETHUSDT.csv")
            .withGoodRows("stocks/AAPL.csv")
            .withGoodRows("stocks/GME.csv")
            .with(
                "instruments.yaml",
                "GME: {shortable: false}",
                "AAPL: {shortable: true}",
                "ETH/USD: {shortable: true}")
            .load();
    assertThat(loaded.series())
        .extracting(bars -> bars.id() + " " + bars.instrument().shortable())
        .containsExactly("AAPL true", "BTC/USD false", "GME false");
    assertThat(loaded.report().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "crypto/ETHUSDT.csv: ETH/USD must not be shortable in instruments.yaml as crypto, was");
  }

  private static Instrument stock(String id, long tickRaw, long stepRaw, String minimum) {
    return new Instrument(
        new InstrumentId(id), AssetClass.STOCK, tickRaw, stepRaw, Money.of(minimum));
  }
}
