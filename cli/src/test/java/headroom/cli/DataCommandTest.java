package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.data.synth.SynthFolder;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;

  @Test
  void aMadeUpMarketIsSound() throws IOException {
    Path made = folder.resolve("made");
    Ran synth = synth(made, "--json");
    assertThat(synth.code()).isZero();
    assertThat(made.resolve("truth.json")).exists();
    assertThat(made.resolve("crypto/COIN01USD.csv.gz")).exists();
    String hash = JSON.readTree(synth.out()).get("dataHash").asString();

    Ran info = Ran.headroom("data", "info", made.toString());
    assertThat(info.code()).isZero();
    assertThat(info.out()).contains("COIN01/USD").contains("STK01").contains("data hash " + hash);

    Ran valid = Ran.headroom("data", "validate", made.toString());
    assertThat(valid.code()).isZero();
    assertThat(valid.err()).isEmpty();
    assertThat(valid.out().lines().toList().getLast()).contains("2 files", "0 bad rows");
  }

  @Test
  void theSameMarketMayBeMadeAgainButNoOtherInItsPlace() throws IOException {
    Path made = folder.resolve("made");
    synth(made);
    Path coin = made.resolve("crypto/COIN01USD.csv.gz");
    byte[] before = Files.readAllBytes(coin);
    assertThat(synth(made).code()).isZero();
    assertThat(Files.readAllBytes(coin)).isEqualTo(before);
    Path other = made.resolve("crypto/BTCUSDT.csv");
    Files.writeString(other, "mine");
    Ran refused = synth(made, "--seed", "2");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.problems())
        .containsExactly(
            "DIR must be a new folder or one with an earlier made-up market, held " + other);
    assertThat(Files.readAllBytes(coin)).isEqualTo(before);
  }

  @Test
  void anEarlierMarketGivesWayAsAWhole() {
    Path made = folder.resolve("made");
    assertThat(synth(made).code()).isZero();
    Ran smaller =
        Ran.headroom(
            "data",
            "synth",
            made.toString(),
            "--stocks",
            "0",
            "--crypto",
            "1",
            "--to",
            "2025-03-05");
    assertThat(smaller.code()).as(smaller.err()).isZero();
    assertThat(made.toFile().list()).containsExactlyInAnyOrder("crypto", "truth.json");
    assertThat(folder.toFile().list()).containsExactly("made");
  }

  @Test
  void aMarketThatIsStoppedBetweenTwoFilesLeavesNothing() {
    SynthMarket market = SynthMarket.of(SynthSettings.defaults().withInstruments(1, 1));
    Path made = folder.resolve("made");
    OutputFolder place = new OutputFolder("DIR", "market", Pattern.compile(".*"), made);
    for (int files = 0; files < 3; files++) {
      int[] left = {files};
      Runnable stop =
          () -> {
            if (left[0]-- == 0) {
              throw new InterruptedRun("stopped");
            }
          };
      assertThatThrownBy(() -> place.write(to -> SynthFolder.write(market, to, stop)))
          .isInstanceOf(InterruptedRun.class);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void everyBadOptionOfAMarketIsNamedAtOnce() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    String[] more = "--seed x --from 1989-12-31 --step-minutes 7 --json".split(" ", -1);
    String[] all = Arrays.copyOf(more, more.length + 1);
    all[more.length] = folder.toString();
    Ran ran = synth(folder, all);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "DIR must be a new folder or one with an earlier made-up market, held " + mine,
            "--json must be a file, was the folder " + folder,
            "--seed must be a whole number of 64 bits, was 'x'",
            "--from must be a date from 1990-01-01 to 2200-12-31, was '1989-12-31'",
            "--step-minutes must be one of 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, was '7'");
    Ran pairs =
        Ran.headroom(
            "data synth x --stocks 0 --crypto 0 --from 2025-03-04 --to 2025-03-03".split(" ", -1));
    assertThat(pairs.problems())
        .containsExactly(
            "--to must be 2025-03-04 or later, was 2025-03-03",
            "--stocks and --crypto must be at least 1 together, was 0");
    assertThat(folder.toFile().list()).containsExactly("mine.txt");
  }

  @Test
  void noNamesAreNotAllNames() {
    for (String command : List.of("data info", "data validate", "simulate --data")) {
      List<String> all = new ArrayList<>(List.of(command.split(" ", -1)));
      all.add(folder.toString());
      for (String symbols : List.of("", " ", "A,,B")) {
        List<String> some = new ArrayList<>(all);
        some.addAll(List.of("--symbols", symbols));
        Ran ran = Ran.headroom(some.toArray(String[]::new));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.problems())
            .containsExactly(
                "--symbols must be names or globs with commas between, was '%s'; leave it out for all"
                    .formatted(symbols));
      }
    }
  }

  @Test
  void suspiciousBarsFailTheCheck() throws IOException {
    bars(
        "crypto/BTCUSDT.csv",
        "2025-01-02T14:30:00Z,100,101,99,100,1",
        "2025-01-02T14:35:00Z,100,101,99,100,1",
        "2025-01-05T14:40:00Z,100,101,99,100,1");
    Ran ran = Ran.headroom("data", "validate", folder.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("suspicious  crypto/BTCUSDT.csv: ");
    JsonNode json =
        JSON.readTree(Ran.headroom("data", "validate", folder.toString(), "--json", "-").out());
    assertThat(json.at("/findings/0/symbol").asString()).isEqualTo("BTC/USD");
    assertThat(json.at("/findings/0/suspicious").asBoolean()).isTrue();
    assertThat(json.get("problems").isEmpty()).isTrue();
  }

  @Test
  void everyBadRowIsListedWithItsLine() throws IOException {
    bars(
        "crypto/BTCUSDT.csv",
        "2025-01-02T14:30:00Z,100,101,99,100,1",
        "2025-01-02T14:35:00Z,100,98,99,100,1",
        "2025-01-02T14:35:00Z,100,101,99,x,1",
        "2025-01-02T14:40:00Z,100,101,99,100,1");
    Ran ran = Ran.headroom("data", "validate", folder.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).contains("crypto/BTCUSDT.csv:3: ").contains("crypto/BTCUSDT.csv:4: ");
    assertThat(ran.out().lines().toList().getLast()).contains("2 bad rows");
  }

  @Test
  void whatIsWrongIsAlsoSaidAsJsonWhenNothingIsUsable() throws IOException {
    bars("crypto/BTCUSDT.csv", "2025-01-02T14:30:00Z,100,98,99,100,1");
    Ran ran = Ran.headroom("data", "validate", folder.toString(), "--json", "-");
    assertThat(ran.code()).isEqualTo(2);
    JsonNode json = JSON.readTree(ran.out());
    assertThat(json.propertyNames())
        .containsExactly("problems", "findings", "leftAlone", "dataHash");
    List<String> problems = new ArrayList<>();
    json.get("problems").forEach(one -> problems.add(one.asString()));
    assertThat(problems)
        .hasSize(3)
        .anyMatch(one -> one.startsWith("crypto/BTCUSDT.csv:2: "))
        .contains(folder + ": data folder must have a usable file, had none");
    assertThat(json.get("dataHash").isNull()).isTrue();
    assertThat(ran.problems()).hasSameElementsAs(problems);
  }

  @Test
  void whatIsNotThereIsBadInput() throws IOException {
    Path missing = folder.resolve("missing");
    for (String command : List.of("validate", "info")) {
      Ran ran = Ran.headroom("data", command, missing.toString());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.problems()).containsExactly(missing + ": data folder must exist, was missing");
    }
    bars("crypto/BTCUSDT.csv", "2025-01-02T14:30:00Z,100,101,99,100,1");
    assertThat(
            Ran.headroom("data", "info", folder.toString(), "--symbols", "ETHUSD,SOL*").problems())
        .containsExactly(
            folder + ": symbol must be one of BTC/USD, was 'ETHUSD'",
            folder + ": symbol must be one of BTC/USD, was 'SOL*'");
  }

  private static Ran synth(Path to, String... more) {
    String[] start = {
      "data", "synth", to.toString(), "--stocks", "1", "--crypto", "1", "--to", "2025-03-05"
    };
    String[] all = new String[start.length + more.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return Ran.headroom(all);
  }

  private void bars(String name, String... rows) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve("crypto"));
    Files.writeString(
        file, "timestamp,open,high,low,close,volume\n" + String.join("\n", rows) + "\n");
  }
}
