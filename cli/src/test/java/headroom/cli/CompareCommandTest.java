package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
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
import tools.jackson.databind.node.ObjectNode;

final class CompareCommandTest {
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
            "4",
            "--step-minutes",
            "15",
            "--to",
            "2025-04-06");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void everyRunIsTheOneThatSimulateMakes() throws IOException {
    JsonNode json = json("--policies", "FirstCome,FurthestFirst,Random", "--seed", "5");
    assertThat(json.get("complete").asBoolean()).isTrue();
    assertThat(json.get("runs")).hasSize(3);
    for (JsonNode run : json.get("runs")) {
      String policy = run.at("/run/varied/policy").asString();
      ObjectNode compared = (ObjectNode) run;
      Path out = folder.resolve(policy);
      Ran alone =
          Ran.headroom(
              words(
                  "simulate --set excursion.lookback=3 --seed 5 --data %s --policy %s --out %s"
                      .formatted(market, policy, out)));
      assertThat(alone.code()).as(alone.err()).isZero();
      ObjectNode simulated =
          (ObjectNode) JSON.readTree(Files.readString(out.resolve("result.json")));
      assertThat(compared.get("timing").propertyNames())
          .isEqualTo(simulated.get("timing").propertyNames());
      compared.remove(List.of("run", "timing"));
      simulated.remove("timing");
      assertThat(compared).isEqualTo(simulated);
      assertThat(compared.at("/scheduling/placed").asInt()).isPositive();
    }
  }

  @Test
  void pairsSayTheDifferenceFromTheFirstRow() throws IOException {
    JsonNode json = json("--policies", "FirstCome,FurthestFirst,Random", "--seed", "5");
    assertThat(json.get("baseline").asString()).isEqualTo("FirstCome");
    assertThat(json.at("/bootstrap/resamples").asInt()).isEqualTo(2000);
    assertThat(json.at("/bootstrap/seed").asInt()).isEqualTo(5);
    assertThat(json.get("pairs")).hasSize(2);
    BigDecimal first = money(json.at("/runs/0/account/netPnl"));
    for (int i = 0; i < 2; i++) {
      JsonNode pair = json.get("pairs").get(i);
      BigDecimal net = money(json.get("runs").get(i + 1).at("/account/netPnl"));
      assertThat(pair.get("baseline").asString()).isEqualTo("FirstCome");
      assertThat(pair.get("runNumbers").get(0).asInt()).isEqualTo(i + 2);
      assertThat(pair.get("sameIntents").asBoolean()).isTrue();
      assertThat(pair.get("sameCommands").asBoolean()).isFalse();
      assertThat(money(pair.get("difference"))).isEqualByComparingTo(net.subtract(first));
      assertThat(pair.get("days").asInt()).isEqualTo(json.at("/runs/0/daily").size());
      assertThat(money(pair.at("/interval/low"))).isLessThan(money(pair.get("difference")));
      assertThat(money(pair.at("/interval/high"))).isGreaterThan(money(pair.get("difference")));
      assertThat(pair.get("verdict").asString()).isIn("better", "worse", "no evidence");
    }
  }

  @Test
  void theNumberOfWorkersChangesNoFigure() throws IOException {
    String[] grid = {
      "--policies", "FurthestFirst,Random", "--vary", "protection=0%,0.1%,0.4%", "--all-pairs"
    };
    List<JsonNode> results = new ArrayList<>();
    for (String workers : List.of("1", "4")) {
      List<String> all = new ArrayList<>(Arrays.asList(grid));
      all.addAll(List.of("--workers", workers));
      JsonNode json = json(all.toArray(String[]::new));
      json.get("runs").forEach(run -> ((ObjectNode) run).remove("timing"));
      results.add(json);
    }
    assertThat(results.get(0).get("runs")).hasSize(6);
    assertThat(results.get(0).get("pairs")).hasSize(15);
    assertThat(results.get(1)).isEqualTo(results.get(0));
  }

  @Test
  void oneTableShowsAllRows() {
    Ran ran = compare("--policies", "FirstCome,Random", "--vary", "protection=0.1%,0.4%");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    List<String> lines = ran.out().lines().toList();
    assertThat(lines.getFirst().split(" {2,}"))
        .containsExactly(
            "run",
            "filled",
            "blocked",
            "steals",
            "success",
            "net PnL",
            "std error",
            "difference",
            "95 % interval",
            "verdict",
            "refused mainly because");
    assertThat(lines.get(1)).startsWith("FirstCome, protection=0.1%").contains("baseline");
    // Nobody steals under FirstCome, so nothing is protected: the setting has no effect.
    assertThat(lines.get(2))
        .startsWith("FirstCome, protection=0.4%")
        .contains("0.00 to 0.00", "no evidence, same commands");
    assertThat(lines.get(3)).startsWith("Random, protection=0.1%");
    assertThat(lines.get(4)).startsWith("Random, protection=0.4%");
    assertThat(ran.out())
        .contains("difference: net PnL less that of FirstCome, protection=0.1%, over the same")
        .contains("2 comparisons: if nothing differed, chance alone would call 0.10 of them")
        .endsWith("files in " + folder.resolve("out") + "\n");
  }

  @Test
  void theBaselineIsAnyRow() throws IOException {
    for (String row : List.of("2", "Random")) {
      JsonNode json = json("--policies", "FirstCome,Random,FurthestFirst", "--baseline", row);
      assertThat(json.get("baseline").asString()).isEqualTo("Random");
      assertThat(json.get("pairs").findValuesAsString("run"))
          .containsExactly("FirstCome", "FurthestFirst");
    }
  }

  @Test
  void presetsAreADimension() throws IOException {
    JsonNode json =
        json("--presets", "origin-2025,origin-fix", "--policies", "FirstCome,FurthestFirst");
    assertThat(names(json))
        .containsExactly(
            "origin-2025, FirstCome",
            "origin-2025, FurthestFirst",
            "origin-fix, FirstCome",
            "origin-fix, FurthestFirst");
    assertThat(json.at("/runs/0/settings/protection").asString()).isEqualTo("0.4%");
    assertThat(json.at("/runs/2/settings/protection").asString()).isEqualTo("0.1%");
    assertThat(json.at("/runs/2/run/varied/preset").asString()).isEqualTo("origin-fix");
  }

  @Test
  void withoutAnythingToCompareItComparesAllPolicies() throws IOException {
    assertThat(names(json()))
        .containsExactly("FirstCome", "FurthestFirst", "LowestForecastFirst", "Random");
  }

  @Test
  void periodsStartAnewAndAreJudgedTogether() throws IOException {
    JsonNode json =
        json(
            "--policies",
            "FirstCome,Random",
            "--periods",
            "2025-03-10..2025-03-20,2025-03-21..2025-04-05");
    assertThat(json.get("runs")).hasSize(4);
    assertThat(json.at("/runs/0/period/to").asString()).startsWith("2025-03-21T00:00");
    assertThat(json.at("/runs/2/period/from").asString()).startsWith("2025-03-21T00:00");
    assertThat(json.at("/runs/2/account/startEquity").asString()).isEqualTo("10000");
    JsonNode pairs = json.get("pairs");
    assertThat(pairs.findValuesAsString("period"))
        .containsExactly("2025-03-10..2025-03-20", "2025-03-21..2025-04-05", "all");
    assertThat(pairs.get(0).get("verdict").asString()).isEqualTo("too few days");
    assertThat(pairs.get(0).get("interval").isNull()).isTrue();
    assertThat(pairs.get(2).get("days").asInt())
        .isEqualTo(pairs.get(0).get("days").asInt() + pairs.get(1).get("days").asInt())
        .isGreaterThanOrEqualTo(20);
    assertThat(money(pairs.get(2).get("difference")))
        .isEqualByComparingTo(
            money(pairs.get(0).get("difference")).add(money(pairs.get(1).get("difference"))));
    assertThat(pairs.get(2).get("interval").isNull()).isFalse();
  }

  @Test
  void periodsThatOverlapAreNotJudgedTogether() throws IOException {
    JsonNode json =
        json(
            "--policies",
            "FirstCome,Random",
            "--periods",
            "2025-03-10..2025-03-20,2025-03-20..2025-04-05");
    assertThat(json.get("pairs").findValuesAsString("period")).doesNotContain("all").hasSize(2);
  }

  @Test
  void intentsMayDifferAndThatIsSaid() throws IOException {
    Ran ran = compare("--vary", "entry-notional=3500,1000");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains(", other intents").doesNotContain("prices and intents");
    JsonNode json = JSON.readTree(Files.readString(folder.resolve("out/result.json")));
    assertThat(json.at("/pairs/0/sameIntents").asBoolean()).isFalse();
  }

  @Test
  void intentsComeFromAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("intents.csv"),
            """
            id,symbol,side,notional,limit,from,expires,max-hold-days
            a,COIN01/USD,buy,1000,1,2025-03-10T00:00:00Z,day,1
            b,COIN02/USD,buy,1000,1,2025-03-12T00:00:00Z,day,1
            """);
    JsonNode json = json("--policies", "FirstCome,Random", "--intents", file.toString());
    assertThat(json.at("/runs/0/scheduling/intents").asInt()).isEqualTo(2);
    assertThat(json.at("/runs/1/scheduling/intents").asInt()).isEqualTo(2);
  }

  @Test
  void forecastsComeFromAFileAsForSimulate() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("forecasts.csv"),
            """
            symbol,strategy,as-of,max-age,avg_return
            COIN01/USD,excursion,2025-03-03T00:00:00Z,,0.04
            COIN02/USD,excursion,2025-03-03T00:00:00Z,,0.03
            COIN03/USD,excursion,2025-03-15T00:00:00Z,,0.02
            COIN04/USD,excursion,2025-03-20T00:00:00Z,1d,0.01
            STK01,excursion,2025-04-20T00:00:00Z,,0.01
            """);
    String policy = "LowestForecastFirst";
    Ran ran =
        compare("--policies", "FirstCome," + policy, "--forecasts", file.toString(), "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.problems())
        .containsExactly(file + ": 1 of 5 forecasts were made after the run and are left out");
    Path out = folder.resolve("alone");
    Ran alone =
        Ran.headroom(
            words(
                "simulate --set excursion.lookback=3 --data %s --policy %s --out %s --forecasts %s"
                    .formatted(market, policy, out, file)));
    assertThat(alone.code()).as(alone.err()).isZero();
    String hash = "/identity/commandHash";
    String simulated =
        JSON.readTree(Files.readString(out.resolve("result.json"))).at(hash).asString();
    assertThat(JSON.readTree(ran.out()).at("/runs/1" + hash).asString()).isEqualTo(simulated);
    assertThat(json("--policies", "FirstCome," + policy).at("/runs/1" + hash).asString())
        .isNotEqualTo(simulated);
  }

  @Test
  void aFileOfForecastsThatIsNotThereIsNamed() {
    Ran ran = compare("--forecasts", "none.csv", "--symbols", "");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--symbols must be names or globs with commas between, was ''; leave it out for all",
            "--forecasts none.csv: no such file");
  }

  @Test
  void theFolderHoldsTheSameAsTheJsonAndTablesWhenAskedFor() throws IOException {
    Path out = folder.resolve("out");
    JsonNode json = json("--policies", "FirstCome,Random", "--tables");
    assertThat(JSON.readTree(Files.readString(out.resolve("result.json")))).isEqualTo(json);
    List<String> runs = Files.readAllLines(out.resolve("runs.csv"));
    assertThat(runs).hasSize(3);
    assertThat(runs.get(2))
        .startsWith("2,,Random,")
        .contains(json.at("/runs/1/identity/commandHash").asString());
    List<String> pairs = Files.readAllLines(out.resolve("pairs.csv"));
    assertThat(pairs).hasSize(2);
    assertThat(pairs.getLast()).contains(json.at("/pairs/0/difference").asString());
    for (int run = 0; run < 2; run++) {
      Path one = out.resolve("runs").resolve("000" + (run + 1));
      assertThat(JSON.readTree(Files.readString(one.resolve("result.json"))).at("/identity"))
          .isEqualTo(json.get("runs").get(run).get("identity"));
      assertThat(one.resolve("commands.csv")).isNotEmptyFile();
    }

    // Without tables the earlier ones go.
    assertThat(compare("--policies", "FirstCome,Random").code()).isZero();
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder("result.json", "runs.csv", "pairs.csv");
    assertThat(folder.toFile().list()).containsExactly("out");
  }

  @Test
  void theTableOfRunsSaysWhyAndHowOftenOfLooks() throws IOException {
    Path out = folder.resolve("reasons");
    Ran ran =
        Ran.headroom(
            "compare",
            "--data",
            market.toString(),
            "--policies",
            "FirstCome,FurthestFirst",
            "--out",
            out.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode scheduling =
        JSON.readTree(Files.readString(out.resolve("result.json"))).at("/runs/1/scheduling");
    List<String> runs = Files.readAllLines(out.resolve("runs.csv"));
    List<String> names = List.of(runs.getFirst().split(",", -1));
    List<String> cells = List.of(runs.get(2).split(",", -1));
    assertThat(cells).hasSameSizeAs(names);

    double steals = scheduling.get("steals").asDouble();
    double looks = scheduling.get("blockedSeconds").asDouble() / 60;
    assertThat(looks).isPositive();
    assertThat(scheduling.get("stealsPerLook").asDouble())
        .isCloseTo(steals / (steals + looks), within(1e-12));
    assertThat(cells.get(names.indexOf("stealsPerLook")))
        .isEqualTo(scheduling.get("stealsPerLook").asString());
    for (String counted : List.of("refusals", "protected", "noCandidatesHeldBy")) {
      List<String> expected = new ArrayList<>();
      scheduling
          .get(counted)
          .properties()
          .forEach(one -> expected.add(one.getKey() + "=" + one.getValue().asInt()));
      assertThat(expected).as(counted).isNotEmpty();
      assertThat(cells.get(names.indexOf(counted))).isEqualTo(String.join(" ", expected));
    }
  }

  @Test
  void nothingButAnEarlierComparisonIsReplaced() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("out/runs/mine"));
    Ran ran = compare("--policies", "FirstCome,Random");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--out must be a new folder or one with an earlier comparison, held " + mine);
    assertThat(mine).exists();
  }

  private JsonNode json(String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(more));
    all.addAll(List.of("--json", "-"));
    Ran ran = compare(all.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    return JSON.readTree(ran.out());
  }

  private Ran compare(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "compare",
                "--data",
                market.toString(),
                "--set",
                "excursion.lookback=3",
                "--out",
                folder.resolve("out").toString()));
    all.addAll(Arrays.asList(more));
    return Ran.headroom(all.toArray(String[]::new));
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.get("runs").forEach(run -> names.add(run.at("/run/name").asString()));
    return names;
  }

  private static BigDecimal money(JsonNode text) {
    return new BigDecimal(text.asString());
  }

  private static String[] words(String line) {
    return line.split(" ", -1);
  }
}
