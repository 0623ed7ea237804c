package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.cli.settings.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;

  @Test
  void showPrintsEverySettingWithItsOrigin() throws IOException {
    Path file = file("headroom.yaml", "protection: 2000ppm\n");
    Ran ran =
        Ran.headroom(
            "config", "show", "--origins", "--config", file.toString(), "--set", "cooldown=2m");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    List<String> lines = ran.out().lines().map(line -> line.replaceAll(" +", " ")).toList();
    assertThat(lines)
        .contains("setting value from", "protection 0.2% " + file + ":1", "cooldown 120s --set")
        .contains("path ADAPTIVE default");
    assertThat(lines.getLast()).matches("settings hash [0-9a-f]{64}");
  }

  @Test
  void showAsJsonHoldsTheSame() throws IOException {
    Ran table = Ran.headroom("config", "show");
    Ran ran = Ran.headroom("config", "show", "--json");
    assertThat(ran.code()).isZero();
    JsonNode json = JSON.readTree(ran.out());
    assertThat(json.at("/settings/tolerance.stock").asString()).isEqualTo("0.66%");
    assertThat(table.out()).contains("settings hash " + json.get("settingsHash").asString());
    JsonNode origins = JSON.readTree(Ran.headroom("config", "show", "--origins", "--json").out());
    assertThat(origins.at("/settings/path").toString())
        .isEqualTo("{\"value\":\"ADAPTIVE\",\"origin\":\"default\"}");
  }

  @Test
  void jsonToAFileLeavesTheTable() throws IOException {
    Path target = folder.resolve("new/settings.json");
    Ran ran = Ran.headroom("config", "show", "--json", target.toString());
    assertThat(ran.out()).startsWith("setting ");
    assertThat(JSON.readTree(Files.readString(target)).get("settings").size()).isGreaterThan(40);
    assertThat(folder.resolve("new").toFile().list()).containsExactly("settings.json");
  }

  @Test
  void checkStatesTheStealableWindows() {
    Ran ran =
        Ran.headroom(
            "config",
            "check",
            "--preset",
            "origin-2025",
            "--set",
            "tolerance.instrument.ON=5000ppm");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .containsExactly(
            Keys.all().size() + 1 + " settings are sound",
            "",
            "regime of entry ppm stealable ppm dead zone ppm",
            "regular stock 6600 2600 0",
            "regular crypto 6600 2600 0",
            "out-of-hours crypto 20000 2600 13400",
            "any ON 5000 2600 0");
  }

  @Test
  void checkRefusesWithEveryProblem() throws IOException {
    Path file = file("bad.yaml", "protecton: 1%\nprotection: 0.66%\npath: x\n");
    Ran ran = Ran.headroom("config", "check", "--config", file.toString(), "--set", "seed=x");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems())
        .containsExactly(
            file + ":1: key must be a known one, was 'protecton'; the nearest is protection",
            file
                + ":3: path must be one of ADAPTIVE, HIGH_FIRST, LOW_FIRST, WORST, BRIDGE, was 'x'",
            "--set: seed must be a whole number of 64 bits, was 'x'",
            file
                + ":2: protection must be below the narrowest entry tolerance, tolerance.stock 6600"
                + " ppm, was 6600 ppm: the stealable window would be 0 ppm");
  }

  @Test
  void explainSaysWhatAKeyMeans() {
    Ran ran = Ran.headroom("config", "explain", "protection", "--preset", "origin-2025");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .contains("permitted 0% to 100%", "default 0.1%", "value 0.4%", "from preset origin-2025");
    assertThat(Ran.headroom("config", "explain", "tolerance.instrument.ON").code()).isZero();
    assertThat(Ran.headroom("config", "explain", "protecton").problems())
        .containsExactly("key must be a known one, was 'protecton'; the nearest is protection");
  }

  @Test
  void presetsAreListedWithWhatTheySet() throws IOException {
    Ran ran = Ran.headroom("config", "presets");
    assertThat(ran.out()).contains("origin-fix-no-crypto-fights\n").contains("  cooldown ");
    JsonNode json = JSON.readTree(Ran.headroom("config", "presets", "--json", "-").out());
    assertThat(json.at("/origin-optimum/cooldown").asString()).isEqualTo("175s");
    assertThat(json.at("/default/account").asString()).isEqualTo("margin");
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file;
  }
}
