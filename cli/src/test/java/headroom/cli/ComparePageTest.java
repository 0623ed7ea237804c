package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page of a comparison says what its files say.
class ComparePageTest {
  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @TempDir static Path shared;
  private static JsonNode page;
  private static JsonNode result;

  @BeforeAll
  static void compare() throws IOException {
    Ran ran =
        Ran.headroom(
            "compare",
            "--policies",
            "FirstCome,FurthestFirst,Random",
            "--periods",
            "2025-03-03..2025-03-28,2025-03-31..2025-04-25",
            "--out",
            shared.resolve("out").toString(),
            "--report",
            shared.resolve("policies.html").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).endsWith("report in " + shared.resolve("policies.html") + "\n");
    Matcher data = DATA.matcher(Files.readString(shared.resolve("policies.html")));
    assertThat(data.find()).isTrue();
    page = JsonMapper.shared().readTree(data.group(1));
    result = JsonMapper.shared().readTree(Files.readString(shared.resolve("out/result.json")));
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
  void everyPairHasItsInterval() {
    JsonNode rows = named("sheets", "pairs").get("rows");
    assertThat(rows).hasSize(result.get("pairs").size()).isNotEmpty();
    long intervals = 0;
    for (int i = 0; i < rows.size(); i++) {
      JsonNode pair = result.get("pairs").get(i);
      assertThat(rows.get(i).get(0)).isEqualTo(pair.get("run"));
      assertThat(rows.get(i).get(4)).isEqualTo(pair.get("difference"));
      if (pair.get("interval").isNull()) {
        assertThat(rows.get(i).get(5).isNull()).isTrue();
      } else {
        assertThat(rows.get(i).get(5).get(0)).isEqualTo(pair.at("/interval/low"));
        assertThat(rows.get(i).get(5).get(2)).isEqualTo(pair.at("/interval/high"));
        intervals++;
      }
      assertThat(rows.get(i).get(6).asString()).startsWith(pair.get("verdict").asString());
    }
    assertThat(intervals).isPositive();
  }

  @Test
  void everyRunHasItsFigures() {
    JsonNode rows = named("sheets", "run-figures").get("rows");
    assertThat(rows).hasSize(6);
    for (int i = 0; i < rows.size(); i++) {
      JsonNode run = result.get("runs").get(i);
      assertThat(rows.get(i).get(3)).isEqualTo(run.at("/account/netPnl"));
      assertThat(rows.get(i).get(9).asLong()).isEqualTo(run.at("/scheduling/filled").asLong());
      assertThat(rows.get(i).get(11).asLong()).isEqualTo(run.at("/scheduling/steals").asLong());
      JsonNode bar = named("charts", "run-net").at("/series/0/values").get(i);
      assertThat(bar.decimalValue())
          .isEqualByComparingTo(new BigDecimal(run.at("/account/netPnl").asString()));
    }
  }

  @Test
  void everyPeriodHasTheEquityOfItsRuns() {
    for (int period = 0; period < 2; period++) {
      JsonNode chart = named("charts", "equity-" + period);
      assertThat(chart.get("series")).hasSize(3);
      for (int run = 0; run < 3; run++) {
        JsonNode daily = result.get("runs").get(period * 3 + run).get("daily");
        JsonNode values = chart.get("series").get(run).get("values");
        assertThat(values).hasSameSizeAs(daily);
        assertThat(values.get(daily.size() - 1).decimalValue())
            .isEqualByComparingTo(
                new BigDecimal(daily.get(daily.size() - 1).get("equity").asString()));
      }
    }
  }

  @Test
  void whereThereIsOnePeriodNoColumnTellsIt() throws IOException {
    Ran ran =
        Ran.headroom(
            "compare",
            "--policies",
            "FirstCome,FurthestFirst",
            "--to",
            "2025-03-14",
            "--out",
            shared.resolve("one").toString(),
            "--report",
            shared.resolve("one.html").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(Files.readString(shared.resolve("one.html"))).doesNotContain("\"name\":\"period\"");
    assertThat(Files.readString(shared.resolve("policies.html"))).contains("\"name\":\"period\"");
  }
}
