package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void whatSawTooLittleIsNotCheckedAndTheCommandFails() throws IOException {
    SmallMarket.run(folder);

    Ran ran =
        Ran.headroom(
            "check",
            "--data",
            folder.resolve("bars").toString(),
            "--intents",
            folder.resolve("intents.csv").toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .containsPattern("null market +passed")
        .containsPattern("conservation +not checked +2 +0 ")
        .contains("conservation: not checked: saw 2 orders placed, needs 100")
        .contains("if it fails")
        .contains("left out: paper parity")
        .contains("seeds: null market 1 to 40");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Ran ran =
        Ran.headroom("check", "--symbols", "BTC/USD", "--workers", "0", "--set", "protection=9");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .hasSize(3)
        .anySatisfy(one -> assertThat(one).isEqualTo("--symbols must come with --data"))
        .anySatisfy(
            one -> assertThat(one).startsWith("--workers must be a whole number from 1 to 1024"))
        .anySatisfy(one -> assertThat(one).startsWith("--set: protection"));
  }
}
