package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        .containsExactly("DIR must hold no bars but those to be written, held " + other);
    assertThat(Files.readAllBytes(coin)).isEqualTo(before);
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
