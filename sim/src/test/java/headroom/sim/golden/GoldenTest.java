package headroom.sim.golden;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.sim.run.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every market in `src/test/resources/golden` gives exactly what its file says.
///
/// `-Dgolden.update` writes what came of them into the files; the difference is to be reviewed.
final class GoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void givesWhatThePencilSays(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    GoldenMarket market = new GoldenMarket(Files.readString(file));
    Outcome outcome = GoldenRun.play(market);
    String actual = GoldenRun.text(outcome);
    if (System.getProperty("golden.update") != null) {
      String whole = market.given + GoldenMarket.EXPECTED + "\n" + actual;
      Files.write(file, whole.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(actual).isEqualTo(new GoldenMarket(Files.readString(file)).expected);
    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.account().isConserved()).isTrue();
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    List<String> names = names().toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(15);
  }
}
