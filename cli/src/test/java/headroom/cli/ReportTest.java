package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A report says what the files of its run say.
class ReportTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @TempDir static Path shared;
  @TempDir Path folder;

  private static String console = "";
  private static JsonNode report;
  private static JsonNode result;

  @BeforeAll
  static void run() throws IOException {
    Ran ran =
        Ran.headroom(
            "simulate",
            "--to",
            "2025-03-28",
            "--out",
            shared.resolve("out").toString(),
            "--report",
            shared.resolve("run.html").toString(),
            "--charts",
            shared.resolve("charts").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .endsWith(
            "report in %s\ncharts in %s\n"
                .formatted(shared.resolve("run.html"), shared.resolve("charts")));
    console = ran.out();
    report = data(shared.resolve("run.html"));
    result = JSON.readTree(Files.readString(shared.resolve("out/result.json")));
  }

  private static JsonNode data(Path page) throws IOException {
    Matcher data = DATA.matcher(Files.readString(page));
    assertThat(data.find()).isTrue();
    return JSON.readTree(data.group(1));
  }

  private static List<Map<String, String>> csv(String name) throws IOException {
    List<String> lines = Files.readAllLines(shared.resolve("out").resolve(name));
    String[] header = lines.getFirst().split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static JsonNode named(String kind, String id) {
    for (JsonNode one : report.get(kind)) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError(id + " must be among the " + kind);
  }

  private static long column(JsonNode sheet, int column) {
    long sum = 0;
    for (JsonNode row : sheet.get("rows")) {
      sum += row.get(column).asLong();
    }
    return sum;
  }

  private static long counted(JsonNode chart) {
    return Math.round(total(chart));
  }

  private static double total(JsonNode chart) {
    double sum = 0;
    for (JsonNode series : chart.get("series")) {
      for (JsonNode value : series.get("values")) {
        sum += value.asDouble();
      }
    }
    return sum;
  }

  @Test
  void itHoldsTheWholeResult() {
    ObjectNode inside = (ObjectNode) report.get("result").deepCopy();
    ObjectNode beside = (ObjectNode) result.deepCopy();
    inside.remove("timing");
    beside.remove("timing");
    assertThat(inside).isEqualTo(beside);
    assertThat(inside.at("/scheduling/steals").asLong()).isPositive();
    assertThat(report.get("diagnosis")).isNotEmpty();
    report
        .get("diagnosis")
        .forEach(
            sentence -> assertThat(console).contains("\n- %s\n".formatted(sentence.asString())));
  }

  @Test
  void equityIsThatOfEveryDay() throws IOException {
    JsonNode chart = named("charts", "equity");
    List<Map<String, String>> days = csv("equity.csv");
    JsonNode equity = chart.at("/series/0/values");
    assertThat(equity).hasSize(days.size() + 1);
    assertThat(equity.get(0).asString()).isEqualTo("10000.0");
    for (int day = 0; day < days.size(); day++) {
      assertThat(equity.get(day + 1).decimalValue())
          .isEqualByComparingTo(new BigDecimal(days.get(day).get("equity")));
      assertThat(named("charts", "exposure").at("/series/0/values").get(day).decimalValue())
          .isEqualByComparingTo(new BigDecimal(days.get(day).get("exposureStocks")));
    }
    double deepest = 0;
    for (JsonNode value : named("charts", "drawdown").at("/series/0/values")) {
      deepest = Math.min(deepest, value.asDouble());
    }
    assertThat(-deepest / 100)
        .isCloseTo(result.at("/account/maxDrawdown").asDouble(), within(1e-12));
  }

  @Test
  void partsAddUpToTheCounters() {
    JsonNode scheduling = result.get("scheduling");
    for (String id : List.of("instruments", "hours", "regimes")) {
      JsonNode sheet = named("sheets", id);
      int shift = id.equals("instruments") ? 1 : 0;
      assertThat(column(sheet, 1 + shift)).isEqualTo(scheduling.get("placed").asLong());
      assertThat(column(sheet, 3 + shift)).isEqualTo(scheduling.get("blockedEpisodes").asLong());
      assertThat(column(sheet, 5 + shift)).isEqualTo(scheduling.get("steals").asLong());
      assertThat(column(sheet, 6 + shift)).isEqualTo(scheduling.get("stolen").asLong());
    }
    long stolen = scheduling.get("stolen").asLong();
    assertThat(named("sheets", "steal-list").get("rows")).hasSize((int) stolen);
    long taken = 0;
    for (JsonNode row : report.at("/matrix/counts")) {
      for (JsonNode cell : row) {
        taken += cell.asLong();
      }
    }
    assertThat(taken).isEqualTo(stolen);
    assertThat(named("charts", "steals").get("xs")).hasSize((int) stolen);
    long refusals = 0;
    for (JsonNode count : scheduling.get("refusals")) {
      refusals += count.asLong();
    }
    assertThat(column(named("sheets", "refusal-reasons"), 1)).isEqualTo(refusals);
    assertThat(counted(named("charts", "refusals"))).isEqualTo(refusals);
    assertThat(counted(named("charts", "distance-placed")))
        .isEqualTo(scheduling.get("placed").asLong());
  }

  @Test
  void blockedTimeIsTheAreaUnderItsChart() {
    JsonNode chart = named("charts", "blocked");
    double slot = chart.at("/xs/1").asDouble() - chart.at("/xs/0").asDouble();
    double area = total(chart) * slot;
    double seconds = result.at("/scheduling/blockedSeconds").asDouble();
    assertThat(area / seconds).isBetween(0.999, 1.001);
  }

  @Test
  void fillsAreThoseOfTheFile() throws IOException {
    List<Map<String, String>> fills = csv("fills.csv");
    long entries = fills.stream().filter(fill -> "buy".equals(fill.get("side"))).count();
    assertThat(counted(named("charts", "hour-fills"))).isEqualTo(entries);
    assertThat(counted(named("charts", "time-to-fill")))
        .isEqualTo(counted(named("charts", "distance-filled")))
        .isPositive();
    long drawn = 0;
    for (JsonNode symbol : report.at("/prices/symbols")) {
      drawn += symbol.get("fills").size();
    }
    assertThat(drawn).isEqualTo(fills.size());
  }

  @Test
  void theLedgerIsSummedByKind() throws IOException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Map<String, String> line : csv("ledger.csv")) {
      sums.merge(line.get("kind"), new BigDecimal(line.get("amount")), BigDecimal::add);
    }
    JsonNode rows = named("sheets", "ledger").get("rows");
    assertThat(rows).hasSize(sums.size() + 1);
    for (JsonNode row : rows) {
      BigDecimal sum = sums.get(row.get(0).asString());
      if (sum != null) {
        assertThat(new BigDecimal(row.get(2).asString())).isEqualByComparingTo(sum);
      }
    }
    assertThat(new BigDecimal(rows.get(rows.size() - 1).get(2).asString()))
        .isEqualByComparingTo(csv("equity.csv").getLast().get("cash"));
  }

  @Test
  void costsAreThoseOfTheResult() {
    JsonNode rows = named("sheets", "costs").get("rows");
    List<String> members = List.of("spread", "slippage", "tickRounding", "fees", "financing");
    assertThat(rows).hasSize(members.size());
    for (int i = 0; i < members.size(); i++) {
      assertThat(rows.get(i).get(1)).isEqualTo(result.get("account").get(members.get(i)));
    }
    assertThat(new BigDecimal(rows.get(0).get(1).asString())).isPositive();
    assertThat(new BigDecimal(rows.get(1).get(1).asString())).isPositive();
  }

  @Test
  void everythingInItIsShownAndNothingIsEmpty() {
    List<String> shown = new ArrayList<>();
    for (JsonNode section : report.get("sections")) {
      assertThat(section.get("cards")).isNotEmpty();
      section
          .get("cards")
          .forEach(card -> shown.add(card.get("what").asString() + card.get("id").asString()));
    }
    report
        .get("charts")
        .forEach(one -> assertThat(shown).contains("CHART" + one.get("id").asString()));
    report
        .get("sheets")
        .forEach(one -> {
          assertThat(shown).contains("SHEET" + one.get("id").asString());
          assertThat(one.get("rows")).isNotEmpty();
        });
    assertThat(shown).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void theDiagnosisIsMadeOfTheNumbers() throws IOException {
    SmallMarket.run(folder, "--report", folder.resolve("small.html").toString());
    List<String> sentences = new ArrayList<>();
    data(folder.resolve("small.html"))
        .get("diagnosis")
        .forEach(one -> sentences.add(one.asString()));
    assertThat(sentences)
        .containsExactly(
            "100 % of 2 blocked entries found every order protected by distance (≤ 0.10 %); 50 % were on cooldown themselves.",
            "The stealable window between protection and entry tolerance is 0.56 %; of the orders that rested when somebody was short, 33 % lay inside it, 67 % nearer and so protected, and 0 % further out.",
            "Had every open entry order given way at once, all of the refusals would have fitted.",
            "1 steal succeeded, 33 % of steals and blocked entries together: 1 order cancelled for them, 0 steals aborted, 0 victims filled before the cancel arrived.",
            "The market reached the limit of 1 intent (33 % of all) while it had no order.");
  }

  @Test
  void otherSettingsOtherWords() throws IOException {
    SmallMarket.run(
        folder,
        "--set",
        "protection=0%",
        "--policy",
        "FirstCome",
        "--report",
        folder.resolve("small.html").toString());
    assertThat(data(folder.resolve("small.html")).at("/diagnosis/0").asString())
        .isEqualTo("The one blocked entry found too little free and stealing switched off.");
  }

  @Test
  void everyChartIsAPictureAndATable() throws IOException {
    List<String> expected = new ArrayList<>(List.of("who-steals-from-whom.csv"));
    for (JsonNode chart : report.get("charts")) {
      String id = chart.get("id").asString();
      expected.add(id + ".csv");
      expected.add(id + ".png");
      List<String> lines = Files.readAllLines(shared.resolve("charts").resolve(id + ".csv"));
      assertThat(lines).hasSize(chart.get("xs").size() + 1);
    }
    for (JsonNode symbol : report.at("/prices/symbols")) {
      String name = "price-" + symbol.get("symbol").asString().replace('/', '-');
      expected.add(name + ".csv");
      expected.add(name + ".png");
    }
    assertThat(shared.resolve("charts").toFile().list())
        .containsExactlyInAnyOrderElementsOf(expected);
    for (String name : expected) {
      if (name.endsWith(".png")) {
        BufferedImage picture = ImageIO.read(shared.resolve("charts").resolve(name).toFile());
        assertThat(picture.getWidth()).as(name).isEqualTo(1_200);
        assertThat(coloured(picture)).as(name).isGreaterThan(200);
      }
    }
    List<Map<String, String>> days = csv("equity.csv");
    assertThat(Files.readAllLines(shared.resolve("charts/equity.csv")).getLast().split(",", -1)[1])
        .satisfies(last ->
            assertThat(new BigDecimal(last)).isEqualByComparingTo(days.getLast().get("equity")));
  }

  /// How many points are neither white nor grey.
  private static long coloured(BufferedImage picture) {
    long count = 0;
    for (int x = 0; x < picture.getWidth(); x += 2) {
      for (int y = 0; y < picture.getHeight(); y += 2) {
        int rgb = picture.getRGB(x, y);
        int red = rgb >> 16 & 255;
        int blue = rgb & 255;
        count += Math.abs(red - blue) > 40 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void placesThatCannotBeAreRefusedBeforeTheRun() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.html"), "mine");
    Path out = folder.resolve("out");
    Ran ran = Ran.headroom("simulate", "--out", out.toString(), "--report", other.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--report must be a new file or an earlier page, was something else: " + other);
    assertThat(other).hasContent("mine");
    Path inside = out.resolve("run.html");
    Ran second = Ran.headroom("simulate", "--out", out.toString(), "--report", inside.toString());
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.problems())
        .containsExactly(
            "--report must be outside of the folder of the result, %s, was %s"
                .formatted(out, inside));
    Ran third = Ran.headroom("simulate", "--out", out.toString(), "--report", folder.toString());
    assertThat(third.problems())
        .containsExactly("--report must be a file, was the folder " + folder);
  }
}
