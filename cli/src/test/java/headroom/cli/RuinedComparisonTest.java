package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A run of which nothing is left ends before the others, and is compared all the same.
final class RuinedComparisonTest {
  @Test
  void theDaysAfterItsRuinCountToo() {
    Ran ran =
        Ran.headroom(
            "compare", "--vary", "account=margin,unbounded", "--set", "equity=400", "--json", "-");
    assertThat(ran.code()).isZero();
    JsonNode json = JsonMapper.shared().readTree(ran.out());
    assertThat(json.at("/runs/1/account/ruinedAt").asString()).startsWith("2025-");
    assertThat(json.at("/runs/0/account/ruinedAt").isNull()).isTrue();
    assertThat(json.at("/runs/1/daily").size()).isLessThan(json.at("/runs/0/daily").size());
    assertThat(json.at("/pairs/0/days").asInt()).isEqualTo(json.at("/runs/0/daily").size());
  }

  @Test
  void theTableSaysWhoWasRuined() {
    Ran ran = Ran.headroom("compare", "--vary", "account=margin,unbounded", "--set", "equity=400");
    assertThat(ran.out())
        .containsPattern("RUINED: account=unbounded at 2025-\\S+: nothing was left")
        .doesNotContain("RUINED: account=margin");
  }
}
