package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ExplainCommandTest {
  private static final Path EXPECTED = Path.of("src/test/resources/explain");

  @TempDir static Path folder;
  private static SmallMarket market;

  @BeforeAll
  static void runAMarket() throws IOException {
    market = SmallMarket.run(folder);
  }

  /// The whole text of each answer; `-Dgolden.update` rewrites them.
  @ParameterizedTest
  @CsvSource({
    "--intent, T, thief.txt",
    "--intent, V, victim.txt",
    "--intent, F, far.txt",
    "--order, V-1, order.txt",
    "--at, 2025-07-01T13:32:00Z, blocked.txt",
    "--at, 2025-07-01T09:35:00.250-04:00, stealing.txt",
  })
  void theAnswerIsTheSameFromTheRunAndFromTheJournal(String option, String what, String name)
      throws IOException {
    Ran run = Ran.headroom("explain", "--run", market.out(), option, what);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    Path file = EXPECTED.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(EXPECTED);
      Files.writeString(file, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(file));
    Ran journal = Ran.headroom("explain", "--journal", market.journal(), option, what);
    assertThat(journal.out()).isEqualTo(run.out());
  }

  @Test
  void jsonSaysTheSame() {
    Ran ran = Ran.headroom("explain", "--run", market.out(), "--intent", "T", "--json");
    assertThat(ran.code()).isZero();
    JsonNode story = JsonMapper.shared().readTree(ran.out());
    assertThat(story.propertyNames())
        .containsExactly("about", "facts", "inShort", "standing", "steps");
    JsonNode blocked = story.get("steps").get(1);
    assertThat(blocked.get("kind").asString()).isEqualTo("blocked");
    assertThat(blocked.get("timeNs").asLong()).isEqualTo(1_751_376_660_000_000_000L);
    assertThat(blocked.get("distancePpm").asInt()).isZero();
    assertThat(blocked.at("/needs/0/constraint").asString()).isEqualTo("margin");
    assertThat(blocked.at("/needs/0/missing").asString()).isEqualTo("1000");
    assertThat(blocked.at("/orders/0/order").asString()).isEqualTo("V-1");
    assertThat(blocked.at("/orders/0/spared").asString()).isEqualTo("protected-distance");
    assertThat(blocked.at("/different/1").asString())
        .isEqualTo(
            "protection of 1,000 ppm spared V-1 at 1,000 ppm: with protection below 1,000 ppm it"
                + " could have been taken");
    Ran text = Ran.headroom("explain", "--run", market.out(), "--intent", "T");
    for (JsonNode step : story.get("steps")) {
      assertThat(text.out()).contains(step.get("text").asString());
      for (JsonNode different : step.get("different")) {
        assertThat(text.out()).contains(different.asString());
      }
    }
  }

  /// T is refused while V, which holds 5,000 of the margin, is as far as protection reaches; then
  /// it steals from V, 1 ppm further. V in turn is refused, on cooldown first, then as T is near.
  @Test
  void theBlockedAreCountedWithWhoHeldTheCapital() {
    Ran text = Ran.headroom("explain", "--run", market.out(), "--blocked");
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out().lines())
        .startsWith(
            "refusals 3, of which 3 would fit; steals 1",
            "",
            "refused because                refusals  would fit  positions   orders  promised  others",
            "no-capacity.thief-on-cooldown         1          1      0.0 %  100.0 %     0.0 %   0.0 %",
            "no-capacity.all-protected             2          2      0.0 %  100.0 %     0.0 %   0.0 %");
    Ran ran = Ran.headroom("explain", "--run", market.out(), "--blocked", "--json");
    JsonNode blocks = JsonMapper.shared().readTree(ran.out());
    assertThat(blocks.get("bands")).hasSize(10);
    JsonNode half = blocks.at("/bands/0");
    assertThat(half.get("upToPpm").asInt()).isEqualTo(500);
    assertThat(half.get("open").asInt()).isEqualTo(1);
    assertThat(half.at("/spared/protected-distance").asInt()).isEqualTo(1);
    JsonNode edge = blocks.at("/bands/1");
    assertThat(edge.get("open").asInt()).isEqualTo(1);
    assertThat(edge.at("/spared/protected-distance").asInt()).isEqualTo(1);
    JsonNode beyond = blocks.at("/bands/2");
    assertThat(beyond.get("open").asInt()).isEqualTo(1);
    assertThat(beyond.get("closed").asInt()).isZero();
    assertThat(beyond.get("taken").asInt()).isEqualTo(1);
    Ran journal = Ran.headroom("explain", "--journal", market.journal(), "--blocked");
    assertThat(journal.out()).isEqualTo(text.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--intent TT | --intent must be one of the 3 intents of the run, was 'TT'; the nearest are T, V, F",
        "--order V-9 | --order must be one of the 2 orders of the run, was 'V-9'; the nearest are V-1, T-1",
        "--order V | --order must be one of the 2 orders of the run, was 'V'; the nearest are V-1, T-1",
      })
  void theUnknownIsNamedWithTheNearest(String arguments, String problem) {
    String[] words = arguments.split(" ", -1);
    Ran ran = Ran.headroom("explain", "--run", market.out(), words[0], words[1]);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems()).containsExactly(problem);
  }

  @Test
  void aFolderWithoutDecisionsIsRefused() {
    Ran ran = Ran.headroom("explain", "--run", folder.toString(), "--intent", "T");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--run must be a folder of a run with decisions.jsonl.gz, had none: " + folder);
  }

  @Test
  void exactlyOneQuestionIsAsked() {
    assertThat(Ran.headroom("explain", "--run", market.out()).code()).isEqualTo(2);
    assertThat(
            Ran.headroom("explain", "--run", market.out(), "--intent", "T", "--order", "V-1")
                .code())
        .isEqualTo(2);
    assertThat(Ran.headroom("explain", "--intent", "T").code()).isEqualTo(2);
  }

  @Test
  void beforeTheFirstDecisionNothingStands() {
    Ran ran = Ran.headroom("explain", "--run", market.out(), "--at", "2025-06-30T00:00:00Z");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("0 open orders, 0 live intents", "nothing had been decided yet");
  }

  @Test
  void withoutStealingTheAnswerSaysSo() throws IOException {
    Path other = Files.createDirectories(folder.resolve("first-come"));
    SmallMarket run = SmallMarket.run(other, "--policy", "FirstCome");
    assertThat(Ran.headroom("explain", "--run", run.out(), "--intent", "T").out())
        .contains(
            "it never had an order",
            "blocked: too little is free, and nothing may be stolen; short of 1,000.00 of margin",
            "→ with 1,000.00 of margin more free it would have been placed",
            "→ FirstCome takes from nobody");
  }

  @Test
  void aTimeThatNoClockHasIsRefused() {
    Ran ran = Ran.headroom("explain", "--run", market.out(), "--at", "2300-01-01T00:00:00Z");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly("--at must be from 1678 to 2261, was 2300-01-01T00:00:00Z");
  }

  @Test
  void whatIsFreeIsNotForATierThatOnlySteals(@TempDir Path home) throws IOException {
    SmallMarket tiered =
        SmallMarket.run(home, "--set", "tiers=*:2%:2%:steal-only", "--set", "equity=50000");
    assertThat(Ran.headroom("explain", "--run", tiered.out(), "--intent", "F").out())
        .contains("blocked: what is free is not for its tier, and no order could be taken")
        .doesNotContain("too little is free");
  }

  /// F is 1.0102 % away and in the last tier, since nobody knows its forecast.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:0.5%,*:0.3%            | waits: further than its entry tolerance of 3,000 ppm (0.3 %)",
        "1:0.5%,*:2%:0.5%:steal-only | further than its steal tolerance, 5,000 ppm (0.5 %): only nearer may it",
      })
  void aTiersToleranceIsSaidWhereItHolds(String tiers, String said, @TempDir Path home)
      throws IOException {
    SmallMarket tiered =
        SmallMarket.run(home, "--set", "tiers=" + tiers, "--set", "allow-dead-zone=true");
    for (String[] from :
        new String[][] {{"--run", tiered.out()}, {"--journal", tiered.journal()}}) {
      Ran ran = Ran.headroom("explain", from[0], from[1], "--intent", "F");
      assertThat(ran.out()).contains(said).doesNotContain("0.66 %");
    }
  }
}
