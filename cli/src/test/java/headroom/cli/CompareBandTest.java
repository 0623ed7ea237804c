package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A comparison under every fill rule holds, for each rule, the comparison that is made under it
/// alone.
class CompareBandTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>");
  private static final List<String> RULES = List.of("TOUCH", "THROUGH", "VOLUME");
  private static final String SETTINGS =
      "--set excursion.lookback=5 --set participation=0.01% --set order-latency=100ms..400ms --to"
          + " 2025-04-11";

  @TempDir static Path shared;
  private static String console = "";
  private static JsonNode result;
  private static JsonNode page;

  @BeforeAll
  static void compare() throws IOException {
    Path html = shared.resolve("band.html");
    console =
        headroom(
            "compare --policies FirstCome,FurthestFirst,Random --band %s --tables --out %s --report %s"
                .formatted(SETTINGS, shared.resolve("band"), html));
    result = JSON.readTree(Files.readString(shared.resolve("band/result.json")));
    Matcher data = DATA.matcher(Files.readString(html));
    assertThat(data.find()).isTrue();
    page = JSON.readTree(data.group(1));
  }

  private static String headroom(String words) {
    Ran ran = Ran.headroom(words.split(" "));
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  private static JsonNode named(String kind, String id) {
    for (JsonNode one : page.get(kind)) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError(id + " must be among the " + kind);
  }

  @Test
  void differencesAreTakenWithinARule() throws IOException {
    for (String rule : RULES) {
      Path out = shared.resolve("alone-" + rule);
      headroom(
          "compare --policies FirstCome,FurthestFirst,Random --fill-rule %s %s --out %s"
              .formatted(rule, SETTINGS, out));
      JsonNode alone = JSON.readTree(Files.readString(out.resolve("result.json")));
      assertThat(alone.at("/runs/0").has("band")).isFalse();
      assertThat(alone.at("/pairs/0").has("band")).isFalse();
      assertThat(out.resolve("band-runs.csv")).doesNotExist();
      String member = rule.toLowerCase(Locale.ROOT);
      for (int i = 0; i < 2; i++) {
        JsonNode pair = alone.get("pairs").get(i);
        JsonNode within = result.get("pairs").get(i).get("band").get(member);
        assertThat(within.propertyNames()).hasSize(7);
        for (String name : within.propertyNames()) {
          assertThat(within.get(name)).as(name).isEqualTo(pair.get(name));
        }
      }
      for (int i = 0; i < 3; i++) {
        assertThat(result.get("runs").get(i).get("band").get(member).get("commandHash"))
            .isEqualTo(alone.get("runs").get(i).at("/identity/commandHash"));
      }
    }
    assertThat(result.at("/pairs/0/band/volume/difference"))
        .isNotEqualTo(result.at("/pairs/0/band/through/difference"));
  }

  @Test
  void theBandOfARunIsTheOneOfSimulate() throws IOException {
    Path out = shared.resolve("simulated");
    headroom("simulate --policy FurthestFirst --band %s --out %s".formatted(SETTINGS, out));
    JsonNode alone = JSON.readTree(Files.readString(out.resolve("result.json")));
    assertThat(result.at("/runs/1/band")).isEqualTo(alone.get("band"));
    assertThat(result.at("/runs/1").propertyNames()).containsAll(alone.propertyNames());
  }

  @Test
  void aVerdictIsTheSameOrSaysWhereItIsNot() {
    assertThat(result.get("complete").asBoolean()).isTrue();
    assertThat(result.get("planned").asInt()).isEqualTo(9);
    assertThat(result.get("runs")).hasSize(3);
    for (JsonNode pair : result.get("pairs")) {
      TreeSet<String> verdicts = new TreeSet<>();
      pair.get("band").forEach(one -> verdicts.add(one.get("verdict").asString()));
      assertThat(pair.get("sameVerdict").asBoolean()).isEqualTo(verdicts.size() == 1);
      assertThat(pair.get("verdict")).isEqualTo(pair.at("/band/through/verdict"));
      if (verdicts.size() == 1) {
        assertThat(console).contains(verdicts.first() + " under every rule");
      } else {
        assertThat(console).contains("depends: ");
      }
    }
    assertThat(console)
        .contains("run under every rule", "difference under every rule", "under every fill rule");
  }

  @Test
  void thePageAndTheTablesHaveARowForEachRule() throws IOException {
    assertThat(named("sections", "band").get("intro").asString()).contains("every fill rule");
    JsonNode runs = named("sheets", "band-runs").get("rows");
    JsonNode pairs = named("sheets", "band-pairs").get("rows");
    assertThat(runs).hasSize(9);
    assertThat(pairs).hasSize(6);
    for (int i = 0; i < 9; i++) {
      JsonNode rule =
          result.get("runs").get(i / 3).get("band").get(RULES.get(i % 3).toLowerCase(Locale.ROOT));
      assertThat(runs.get(i).get(2).asString()).isEqualTo(RULES.get(i % 3));
      assertThat(runs.get(i).get(3)).isEqualTo(rule.get("netPnl"));
      assertThat(runs.get(i).get(6)).isEqualTo(rule.get("fills"));
    }
    for (int i = 0; i < 6; i++) {
      JsonNode rule =
          result.get("pairs").get(i / 3).get("band").get(RULES.get(i % 3).toLowerCase(Locale.ROOT));
      assertThat(pairs.get(i).get(3)).isEqualTo(rule.get("difference"));
      assertThat(pairs.get(i).get(4).get(0)).isEqualTo(rule.at("/interval/low"));
    }
    List<String> file = Files.readAllLines(shared.resolve("band/band-runs.csv"));
    List<String> plain = Files.readAllLines(shared.resolve("band/runs.csv"));
    assertThat(file).hasSize(10);
    assertThat(file.getFirst()).isEqualTo("fillRule," + plain.getFirst());
    List<String> through = new ArrayList<>();
    for (String line : plain.subList(1, plain.size())) {
      through.add("THROUGH," + line);
    }
    assertThat(file).containsSequence(through);
    assertThat(Files.readAllLines(shared.resolve("band/band-pairs.csv"))).hasSize(7);
    assertThat(shared.resolve("band/runs").toFile().list())
        .containsExactlyInAnyOrder("0001", "0002", "0003");
  }

  @Test
  void anEarlierComparisonIsReplacedWithItsBand() {
    Path out = shared.resolve("again");
    String words = "compare --policies FirstCome,Random %s --out %s%s";
    headroom(words.formatted(SETTINGS, out, " --band"));
    assertThat(out.resolve("band-pairs.csv")).isNotEmptyFile();
    headroom(words.formatted(SETTINGS, out, ""));
    assertThat(out.resolve("band-pairs.csv")).doesNotExist();
  }

  @Test
  void whatIsRuinedUnderSomeRuleIsComparedAllTheSame() throws IOException {
    Path out = shared.resolve("ruined");
    String said =
        headroom("compare --vary account=margin,unbounded --set equity=400 --band --out " + out);
    JsonNode json = JSON.readTree(Files.readString(out.resolve("result.json")));
    assertThat(json.at("/runs/1/account/ruinedAt").asString()).startsWith("2025-");
    assertThat(said).contains("RUINED: account=unbounded at ", "RUINED under TOUCH: account=unb");
    assertThat(json.at("/pairs/0/band")).hasSize(3);
    assertThat(json.at("/runs/1/band/touch/difference/netPnl").isNull()).isFalse();
    Path html = shared.resolve("ruined.html");
    headroom(
        "simulate --account unbounded --set equity=400 --band --out %s --report %s"
            .formatted(shared.resolve("ruined-alone"), html));
    assertThat(Files.readString(html)).contains("Under TOUCH nothing was left at 2025-");
  }

  @Test
  void aVariedFillRuleIsRefusedBesideTheBand() {
    Ran ran = Ran.headroom("compare", "--band", "--vary", "fill-rule=TOUCH,VOLUME");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--vary must not name fill-rule beside --band, which plays every row under all of them");
  }
}
