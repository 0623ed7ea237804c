package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Fill rules, paths and costs, as `simulate` plays them.
final class SimulateFillsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir static Path market;
  @TempDir Path folder;

  @BeforeAll
  static void makeAMarket() {
    Ran ran =
        Ran.headroom(
            "data",
            "synth",
            market.toString(),
            "--stocks",
            "2",
            "--crypto",
            "3",
            "--to",
            "2025-03-14");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void tellsTheBandOfTheFillRulesBesideTheRun() throws Exception {
    Path alone = folder.resolve("alone");
    Path beside = folder.resolve("beside");
    assertThat(simulate("--out", alone.toString(), "--fill-rule", "VOLUME").code()).isZero();

    Ran ran = simulate("--out", beside.toString(), "--band");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("fill rule", "TOUCH", "THROUGH", "VOLUME");
    JsonNode result = JSON.readTree(Files.readString(beside.resolve("result.json")));
    JsonNode band = result.get("band");
    assertThat(band.propertyNames()).containsExactly("touch", "through", "volume");
    JsonNode through = band.get("through");
    assertThat(through.get("netPnl")).isEqualTo(result.get("account").get("netPnl"));
    assertThat(through.get("filled")).isEqualTo(result.get("scheduling").get("filled"));
    assertThat(through.get("commandHash")).isEqualTo(result.get("identity").get("commandHash"));
    JsonNode hard = JSON.readTree(Files.readString(alone.resolve("result.json")));
    assertThat(band.get("volume").get("netPnl")).isEqualTo(hard.get("account").get("netPnl"));
    assertThat(band.get("volume").get("commandHash"))
        .isEqualTo(hard.get("identity").get("commandHash"));
    assertThat(hard.has("band")).isFalse();
  }

  @Test
  void theSumOfHalfSpreadAndSlippageDecidesTheFills() throws Exception {
    List<JsonNode> results = new ArrayList<>();
    for (String costs :
        List.of(
            "",
            "--set=half-spread.stock=0ppm --set=slippage.stock=200ppm --set=half-spread.crypto=0ppm"
                + " --set=slippage.crypto=500ppm",
            "--set=slippage.stock=1% --set=slippage.crypto=1%")) {
      Path out = folder.resolve("costs" + results.size());
      List<String> options = new ArrayList<>(List.of("--out", out.toString()));
      if (!costs.isEmpty()) {
        options.addAll(List.of(costs.split(" ")));
      }
      Ran ran = simulate(options.toArray(String[]::new));
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("spread, in prices", "slippage, in prices");
      results.add(JSON.readTree(Files.readString(out.resolve("result.json"))));
    }
    JsonNode even = results.get(0).get("account");
    JsonNode other = results.get(1).get("account");
    assertThat(results.get(1).at("/identity/commandHash"))
        .isEqualTo(results.get(0).at("/identity/commandHash"));
    assertThat(other.get("netPnl")).isEqualTo(even.get("netPnl"));
    assertThat(money(even, "spread")).isPositive();
    assertThat(money(other, "spread")).isZero();
    assertThat(money(other, "slippage")).isGreaterThan(money(even, "slippage"));
    assertThat(money(other, "slippage").add(money(other, "tickRounding")))
        .isEqualByComparingTo(
            money(even, "spread").add(money(even, "slippage")).add(money(even, "tickRounding")));
    assertThat(results.get(2).at("/account/netPnl")).isNotEqualTo(even.get("netPnl"));
  }

  private static BigDecimal money(JsonNode account, String name) {
    return new BigDecimal(account.get(name).asString());
  }

  @Test
  void everyFillRuleAndPathComesToTheSameWithEveryBar() throws Exception {
    for (String rule : List.of("TOUCH", "THROUGH", "VOLUME")) {
      for (String path : List.of("ADAPTIVE", "HIGH_FIRST", "LOW_FIRST", "WORST", "BRIDGE")) {
        List<String> hashes = new ArrayList<>();
        for (List<String> how : List.of(List.<String>of(), List.of("--every-bar"))) {
          Path out = folder.resolve(rule + path + hashes.size());
          List<String> options = new ArrayList<>(how);
          options.addAll(List.of("--fill-rule", rule, "--path", path, "--out", out.toString()));
          options.addAll(List.of("--set=participation=0.01%", "--set=order-latency=100ms..5s"));
          options.addAll(List.of("--set=cancel-latency=200ms+100ms", "--set=excursion.sides=both"));
          options.add("--set=excursion.stop-loss=1%");
          Ran ran = simulate(options.toArray(String[]::new));
          assertThat(ran.code()).as(ran.err()).isZero();
          JsonNode result = JSON.readTree(Files.readString(out.resolve("result.json")));
          hashes.add(result.get("identity").get("commandHash").asString());
        }
        assertThat(hashes.getFirst()).as("%s %s", rule, path).isEqualTo(hashes.getLast());
      }
    }
  }

  private static Ran simulate(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("simulate", "--data", market.toString(), "--set", "excursion.lookback=3"));
    all.addAll(Arrays.asList(more));
    return Ran.headroom(all.toArray(String[]::new));
  }
}
