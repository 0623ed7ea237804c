package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.data.journal.ChainReader;
import headroom.data.journal.ChainWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JournalCommandTest {
  @TempDir static Path folder;
  private static SmallMarket market;

  @BeforeAll
  static void runAMarket() throws IOException {
    market = SmallMarket.run(folder);
  }

  @Test
  void aJournalLeadsToTheSameCommandsAgain() throws IOException {
    Ran ran = Ran.headroom("journal", "verify", market.journal());
    assertThat(ran.code()).isZero();
    String hash =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of(market.out(), "result.json")))
            .at("/identity/commandHash")
            .asString();
    assertThat(ran.out())
        .startsWith(market.journal() + ": ")
        .contains(" and 3 commands, every line whole")
        .contains("command hash " + hash)
        .endsWith("a replay gives the same commands\n");
  }

  /// Thousands of inputs with steals, exits, sessions and every policy.
  @ParameterizedTest
  @ValueSource(strings = {"FurthestFirst", "LowestForecastFirst", "Random", "FirstCome"})
  void aWholeMarketLeadsToTheSameCommandsAgain(String policy) {
    Path file = folder.resolve(policy + ".jsonl.gz");
    Ran run =
        Ran.headroom(
            "simulate",
            "--to",
            "2025-04-11",
            "--policy",
            policy,
            "--out",
            folder.resolve(policy).toString(),
            "--journal",
            file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    Ran ran = Ran.headroom("journal", "verify", file.toString(), "--json");
    assertThat(ran.code()).isZero();
    JsonNode result = JsonMapper.shared().readTree(ran.out());
    assertThat(result.get("same").asBoolean()).isTrue();
    assertThat(result.get("commands").asInt()).isGreaterThan(20);
    assertThat(result.get("inputs").asInt()).isGreaterThan(1_000);
    assertThat(result.at("/identity/seed").asInt()).isEqualTo(1);
  }

  @Test
  void theFirstDifferenceIsShown() throws IOException {
    Path other = folder.resolve("other.jsonl");
    int line = rewrite(other, "\"protectPpm\":1000", "\"protectPpm\":900");
    Ran ran = Ran.headroom("journal", "verify", other.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().lines())
        .element(0)
        .asString()
        .matches(".*other.jsonl:[0-9]+: the replay differs at input [0-9]+");
    assertThat(ran.out())
        .contains("  journal  no command")
        .contains("  replay   {\"is\":\"Cancel\",\"order\":\"V-1\"");
    assertThat(line).isEqualTo(1);
    Ran explain = Ran.headroom("explain", "--journal", other.toString(), "--intent", "T");
    assertThat(explain.code()).isEqualTo(2);
    assertThat(explain.problems().getFirst()).contains("journal must lead to the same commands");
  }

  @Test
  void aChangedCommandIsShown() throws IOException {
    Path other = folder.resolve("changed.jsonl");
    int line = rewrite(other, "\"quantity\":\"120\",\"limit\"", "\"quantity\":\"121\",\"limit\"");
    Ran ran = Ran.headroom("journal", "verify", other.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith(other + ":" + line + ": the replay differs at input ")
        .contains("  journal  {\"is\":\"Place\",\"order\":\"T-1\"")
        .contains("\"quantity\":\"121\"")
        .contains("\"quantity\":\"120\"");
  }

  @Test
  void aDamagedLineIsBadInput() throws IOException {
    Path other = folder.resolve("damaged.jsonl");
    String text = Files.readString(Path.of(market.journal()));
    Files.writeString(other, text.replace("\"AAA\":10010010000000", "\"AAA\":10010020000000"));
    Ran ran = Ran.headroom("journal", "verify", other.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems())
        .singleElement()
        .asString()
        .startsWith(other + ":")
        .contains("checksum must be ");
  }

  @Test
  void aMissingFileIsNamed() {
    Ran ran = Ran.headroom("journal", "verify", folder.resolve("none.jsonl").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems().getFirst()).endsWith("file must exist, was missing or a folder");
  }

  @Test
  void aFolderIsNoPlaceForAJournal() {
    Ran ran = Ran.headroom("simulate", "--journal", folder.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly("--journal must be a file, was the folder " + folder);
  }

  @Test
  void aFileThatIsNoJournalIsNotReplaced() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.csv"), "symbol,limit\nAAPL,100\n");
    Ran ran = Ran.headroom("simulate", "--journal", mine.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--journal must be a new file or an earlier journal, was something else: " + mine);
    assertThat(mine).hasContent("symbol,limit\nAAPL,100");
  }

  /// The whole journal takes the place of what was there: that of a device would be lost.
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aJournalTakesThePlaceOfNoDevice() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Ran ran = Ran.headroom("simulate", "--journal", pipe.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems()).containsExactly("--journal must be a file, was the device " + pipe);
    assertThat(pipe).exists().satisfies(path -> assertThat(Files.isRegularFile(path)).isFalse());
  }

  @Test
  void aJournalWhereNoFileCanBeIsRefusedBeforeTheRun() throws IOException {
    Path file = folder.resolve("bars.csv");
    Files.createFile(file);
    Ran ran = Ran.headroom("simulate", "--journal", file.resolve("j.jsonl").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly("--journal must be in a folder, was in the file " + file);
  }

  @Test
  void aJournalIsNotAmongTheFilesOfTheResult() {
    Path out = folder.resolve("new");
    Path file = out.resolve("j.jsonl");
    Ran ran = Ran.headroom("simulate", "--out", out.toString(), "--journal", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--journal must be outside of the folder of the result, " + out + ", was " + file);
    assertThat(out).doesNotExist();
  }

  /// Writes the journal anew with one text replaced and sound checksums.
  ///
  /// @return the number of the first line that changed
  private static int rewrite(Path target, String from, String to) throws IOException {
    List<String> lines = new ArrayList<>();
    try (ChainReader reader = new ChainReader(Path.of(market.journal()))) {
      byte[] line = reader.next();
      while (line != null) {
        lines.add(new String(line, StandardCharsets.UTF_8));
        line = reader.next();
      }
    }
    int changed = 0;
    try (ChainWriter writer = new ChainWriter(Files.newOutputStream(target))) {
      for (int i = 0; i < lines.size(); i++) {
        boolean command = i == 0 || lines.get(i).startsWith("{\"command\"");
        String line = command ? lines.get(i).replace(from, to) : lines.get(i);
        changed = changed == 0 && !line.equals(lines.get(i)) ? i + 1 : changed;
        writer.line(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return changed;
  }
}
