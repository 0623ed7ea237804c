package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.data.synth.SynthFolder;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {

  @TempDir Path folder;

  @Test
  void filesOfADataFolderCanBeImportedAndAreTheSame() throws IOException {
    Path made = folder.resolve("made");
    SynthFolder.write(
        SynthMarket.of(
            SynthSettings.defaults()
                .withInstruments(1, 1)
                .withPeriod(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 7))),
        made);
    Path into = folder.resolve("bars");
    Ran ran =
        Ran.headroom(
            "data",
            "import",
            made.resolve("crypto/COIN01USD.csv.gz").toString(),
            made.resolve("stocks/STK01.csv.gz").toString(),
            "--into",
            into.toString(),
            "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(hash(into)).isEqualTo(hash(made));
    JsonNode json = JsonMapper.shared().readTree(ran.out());
    assertThat(json.get("written")).hasSize(2);
    assertThat(json.get("detected").toString()).contains("from the folder of the file");
    assertThat(into.resolve("crypto").toFile().list()).containsExactly("COIN01USD.csv.gz");
  }

  private static String hash(Path data) {
    Ran ran = Ran.headroom("data", "info", data.toString(), "--json");
    return JsonMapper.shared().readTree(ran.out()).get("dataHash").asString();
  }

  @Test
  void whatIsThereIsReplacedOnlyOnDemand() throws IOException {
    Path file = coin("BTCUSDT.csv");
    Path into = folder.resolve("bars");
    assertThat(imported(file, into).code()).isZero();
    Ran again = imported(file, into);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.problems())
        .containsExactly(
            "--into must not have these series yet, unless with --replace: "
                + into.resolve("crypto/BTCUSD.csv.gz"));
    assertThat(imported(file, into, "--replace", "--step", "10m").code()).isZero();
    assertThat(Ran.headroom("data", "info", into.toString()).out()).contains("PT10M");
  }

  @Test
  void questionsAreAskedTogetherAndNothingIsWritten() throws IOException {
    Path one = coin("BTCUSDT.csv");
    Path two = Files.copy(one, folder.resolve("abc.csv"));
    Path into = folder.resolve("bars");
    Ran ran =
        Ran.headroom(
            "data", "import", one.toString(), two.toString(), "no.csv", "--into", into.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            two + ": nothing tells whether ABC is a stock or a coin; say --class",
            "no.csv: file must exist, was missing");
    assertThat(into).doesNotExist();
  }

  @Test
  void everyBadOptionIsNamedAtOnce() throws IOException {
    Ran ran =
        imported(
            coin("BTCUSDT.csv"),
            folder.resolve("bars"),
            "--class forex --zone Mars --stamps both --numbers odd --dates x --columns when=1"
                .concat(" --step 0m --adjust splits")
                .split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--step must be such as 15m or 1h, was '0m'",
            "--columns must be such as time=Date,open=Open with roles of time, open, high, low,"
                + " close, volume, symbol, was 'when=1'",
            "--class must be crypto or stocks, was 'forex'",
            "--zone must be a time zone such as UTC or America/New_York, was 'Mars'",
            "--stamps must be close or open, was 'both'",
            "--numbers must be comma or plain or thousands, was 'odd'",
            "--dates must be day-first or month-first, was 'x'");
  }

  @Test
  void badRowsAreNamedAndRefuseOnlyWhenStrict() throws IOException {
    Path file = coin("BTCUSDT.csv", "2025-01-02T00:20:00Z,1,1,1,1,-1");
    Path into = folder.resolve("bars");
    Ran refused = imported(file, into, "--strict");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.problems())
        .containsExactly(file + ":6: volume must be at least 0, was '-1'");
    assertThat(into).doesNotExist();
    Ran ran = imported(file, into);
    assertThat(ran.code()).isZero();
    assertThat(ran.problems())
        .containsExactly("left out: " + file + ":6: volume must be at least 0, was '-1'");
    assertThat(ran.out()).contains("5 rows, 4 bars of 1 series; 1 problems");
  }

  private Ran imported(Path file, Path into, String... more) {
    String[] arguments = new String[more.length + 5];
    System.arraycopy(
        new String[] {"data", "import", file.toString(), "--into", into.toString()},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Ran.headroom(arguments);
  }

  private Path coin(String name, String... more) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        timestamp,open,high,low,close,volume
        2025-01-02T00:00:00Z,1,1,1,1,1
        2025-01-02T00:05:00Z,1,1,1,1,1
        2025-01-02T00:10:00Z,1,1,1,1,1
        2025-01-02T00:15:00Z,1,1,1,1,1
        """
            + String.join("\n", more));
  }
}
