package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A report with the band says what `result.json` says of it, and that of a run without has none.
class BandReportTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>");
  private static final List<String> RULES = List.of("TOUCH", "THROUGH", "VOLUME");

  @TempDir static Path shared;
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
            "--set",
            "participation=0.01%",
            "--band",
            "--out",
            shared.resolve("out").toString(),
            "--report",
            shared.resolve("run.html").toString(),
            "--charts",
            shared.resolve("charts").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    console = ran.out();
    report = data(shared.resolve("run.html"));
    result = JSON.readTree(Files.readString(shared.resolve("out/result.json")));
  }

  private static JsonNode data(Path page) throws IOException {
    Matcher data = DATA.matcher(Files.readString(page));
    assertThat(data.find()).isTrue();
    return JSON.readTree(data.group(1));
  }

  private static JsonNode named(String kind, String id) {
    for (JsonNode one : report.get(kind)) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError(id + " must be among the " + kind);
  }

  private static JsonNode ofRule(String rule) {
    return result.get("band").get(rule.toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void everyRuleHasItsFigures() {
    JsonNode rows = named("sheets", "band").get("rows");
    assertThat(rows).hasSize(RULES.size());
    for (int i = 0; i < RULES.size(); i++) {
      JsonNode row = rows.get(i);
      JsonNode rule = ofRule(RULES.get(i));
      assertThat(row.get(0).asString()).isEqualTo(RULES.get(i));
      assertThat(row.get(1)).isEqualTo(rule.get("netPnl"));
      assertThat(row.get(2)).isEqualTo(rule.get("netPnlStdError"));
      assertThat(row.get(3)).isEqualTo(rule.get("filled"));
      assertThat(row.get(4)).isEqualTo(rule.get("fills"));
      assertThat(row.get(5)).isEqualTo(rule.get("steals"));
      assertThat(row.get(6)).isEqualTo(rule.get("maxDrawdown"));
    }
  }

  @Test
  void differencesAreFromTheRuleOfTheRun() {
    assertThat(ofRule("THROUGH").get("difference").isNull()).isTrue();
    BigDecimal own = money(ofRule("THROUGH").get("netPnl"));
    for (String rule : List.of("TOUCH", "VOLUME")) {
      JsonNode difference = ofRule(rule).get("difference");
      assertThat(money(difference.get("netPnl")))
          .isEqualByComparingTo(money(ofRule(rule).get("netPnl")).subtract(own));
      // Eighteen or so trading days are too few for an interval.
      assertThat(difference.get("verdict").asString())
          .isIn("too few days", "no evidence", "better", "worse");
      assertThat(difference.get("interval").isNull())
          .isEqualTo(difference.get("verdict").asString().equals("too few days"));
    }
    assertThat(money(ofRule("VOLUME").get("netPnl"))).isNotEqualByComparingTo(own);
  }

  private static BigDecimal money(JsonNode node) {
    return new BigDecimal(node.asString());
  }

  @Test
  void theLinesEndWhereTheRulesDo() {
    JsonNode equity = named("charts", "band-equity");
    JsonNode apart = named("charts", "band-difference");
    assertThat(names(equity)).isEqualTo(RULES);
    assertThat(names(apart)).isEqualTo(RULES);
    BigDecimal start = money(result.at("/account/startEquity"));
    for (int i = 0; i < RULES.size(); i++) {
      assertThat(last(equity, i))
          .isEqualByComparingTo(start.add(money(ofRule(RULES.get(i)).get("netPnl"))));
    }
    assertThat(last(apart, 2).doubleValue())
        .isCloseTo(
            money(ofRule("VOLUME").at("/difference/netPnl")).doubleValue(),
            org.assertj.core.api.Assertions.within(1e-6));
    assertThat(last(apart, 1)).isEqualByComparingTo(BigDecimal.ZERO);
    long from = equity.get("xs").get(0).asLong();
    long end = equity.get("xs").get(equity.get("xs").size() - 1).asLong();
    JsonNode whole = named("charts", "equity").get("xs");
    assertThat(from).isGreaterThanOrEqualTo(whole.get(0).asLong());
    assertThat(end).isLessThanOrEqualTo(whole.get(whole.size() - 1).asLong());
  }

  private static List<String> names(JsonNode chart) {
    List<String> names = new ArrayList<>();
    chart.get("series").forEach(one -> names.add(one.get("name").asString()));
    return names;
  }

  private static BigDecimal last(JsonNode chart, int series) {
    JsonNode values = chart.get("series").get(series).get("values");
    return values.get(values.size() - 1).decimalValue();
  }

  @Test
  void theSectionSaysHowFarTheRuleMattersAndTheConsoleToo() {
    JsonNode section = named("sections", "band");
    String sentence = report.get("diagnosis").get(report.get("diagnosis").size() - 1).asString();
    assertThat(sentence).startsWith("The fill rules put net PnL between ");
    assertThat(section.get("intro").asString()).startsWith(sentence);
    assertThat(console).contains("- " + sentence + "\n", "fill rule", "less THROUGH");
  }

  @Test
  void theChartsAreFiles() throws IOException {
    for (String id : List.of("band-equity", "band-difference")) {
      assertThat(shared.resolve("charts").resolve(id + ".png")).isNotEmptyFile();
    }
    assertThat(Files.readAllLines(shared.resolve("charts/band-equity.csv")).getFirst())
        .isEqualTo("time,TOUCH,THROUGH,VOLUME");
  }

  @Test
  void withoutTheBandThereIsNoSection() throws IOException {
    Ran ran =
        Ran.headroom(
            "simulate",
            "--to",
            "2025-03-14",
            "--out",
            shared.resolve("plain").toString(),
            "--report",
            shared.resolve("plain.html").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(Files.readString(shared.resolve("plain.html"))).doesNotContain("\"band");
    assertThat(ran.out()).doesNotContain("fill rule");
  }
}
