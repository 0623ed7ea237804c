package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run says of input that it could not use.
final class LeftOutTest {
  private static final int BAD_ROWS = 300;

  @TempDir Path folder;
  private Path data = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void makeOneGoodSeries() throws IOException {
    data = folder.resolve("data");
    out = folder.resolve("out");
    Files.createDirectories(data.resolve("crypto"));
    series("BTCUSDT.csv", 12, "100");
  }

  @Test
  void aRunThatUsedEverythingSaysNothing() {
    Ran ran = simulate();
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).doesNotContain("left out");
  }

  @Test
  void aFileLeftOutAsAWholeIsCountedAndDoesNotFloodTheScreen() throws IOException {
    series("ETHUSDT.csv", BAD_ROWS, "NaN");
    series("SOLUSDT.csv", 1, "100");
    Ran ran = simulate();
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.problems())
        .hasSize(ProblemLines.MOST_OF_A_FILE + 2)
        .anyMatch(line -> line.startsWith("left out: crypto/SOLUSDT.csv: file must have"))
        .contains("left out: crypto/ETHUSDT.csv: ... and 281 more problems");
    assertThat(ran.out()).contains("left out: 2 bad files, 300 bad rows\n");

    JsonNode json = JsonMapper.shared().readTree(Files.readString(out.resolve("result.json")));
    assertThat(json.at("/data/badFiles").asInt()).isEqualTo(2);
    assertThat(json.at("/data/badRows").asInt()).isEqualTo(BAD_ROWS);
    assertThat(json.at("/data/problems").size()).isEqualTo(BAD_ROWS + 2);
  }

  @Test
  void validationCountsExactlyAndDoesNotFloodTheScreen() throws IOException {
    series("ETHUSDT.csv", BAD_ROWS, "NaN");
    series("SOLUSDT.csv", 1, "100");
    Ran ran = Ran.headroom("data", "validate", data.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out().lines().filter(line -> line.startsWith("bad row     ")))
        .hasSize(ProblemLines.MOST_OF_A_FILE + 2)
        .contains("bad row     crypto/ETHUSDT.csv: ... and 281 more problems");
    assertThat(ran.out()).contains(" bars; 2 bad files, 300 bad rows, ");

    Ran json = Ran.headroom("data", "validate", data.toString(), "--json", "-");
    assertThat(JsonMapper.shared().readTree(json.out()).at("/problems").size())
        .isEqualTo(BAD_ROWS + 2);
  }

  @Test
  void aWhollyBadFileOfIntentsDoesNotFloodTheScreen() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,symbol,side,quantity,limit,no-exit"));
    for (int i = 0; i < BAD_ROWS; i++) {
      lines.add(i + ",BTCUSDT,buy,1,-1,true");
    }
    Path file = Files.write(folder.resolve("intents.csv"), lines);
    Ran ran = simulate("--intents", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems()).hasSize(ProblemLines.MOST_OF_A_FILE + 1);
    assertThat(ran.problems().getLast()).isEqualTo(file + ": ... and 280 more problems");
    assertThat(out).doesNotExist();
  }

  private Ran simulate(String... more) {
    List<String> all =
        new ArrayList<>(List.of("simulate", "--data", data.toString(), "--out", out.toString()));
    all.addAll(List.of(more));
    return Ran.headroom(all.toArray(String[]::new));
  }

  /// Five-minute bars that all close at one price.
  private void series(String name, int rows, String close) throws IOException {
    List<String> lines = new ArrayList<>(List.of("timestamp,open,high,low,close,volume"));
    for (int i = 0; i < rows; i++) {
      Instant opens = Instant.parse("2025-01-02T00:00:00Z").plus(Duration.ofMinutes(5L * i));
      lines.add(opens + ",100,101,99," + close + ",1");
    }
    Files.write(data.resolve("crypto").resolve(name), lines);
  }
}
