package headroom.sim.golden;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.sim.run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small markets whose every command, fill and cent a reader checks with a pencil; each file begins
/// with the arithmetic.
///
/// `-Dgolden.update` writes what happens below `[expected]`; the difference is to be reviewed
/// against the arithmetic.
class GoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final String EXPECTED = "[expected]";

  static Stream<String> markets() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("markets")
  void happensAsComputedByHand(String name) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(name));
    int from = lines.indexOf(EXPECTED);
    List<String> given = lines.subList(0, from);
    List<String> expected = lines.subList(from + 1, lines.size());

    Transcript transcript = new Transcript();
    Outcome outcome = Market.parse(given).run(transcript);
    List<String> actual = transcript.lines(outcome);

    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.account().isConserved()).isTrue();
    if (System.getProperty("golden.update") != null) {
      List<String> updated = new ArrayList<>(given);
      updated.add(EXPECTED);
      updated.addAll(actual);
      Files.write(FOLDER.resolve(name), updated);
    }
    assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(markets()).hasSizeGreaterThanOrEqualTo(20);
  }
}
