package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @TempDir Path folder;

  @Test
  void policiesStandSideBySide() {
    Ran ran = Ran.headroom("demo", "--out", folder.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().limit(6).map(line -> line.replaceFirst("  .*", "")))
        .containsExactly(
            "policy",
            "FirstCome",
            "FurthestFirst, 0.4 % protected",
            "FurthestFirst, 0.1 % protected",
            "Random",
            "no capital limit");
    assertThat(ran.out()).endsWith("files in " + folder + "\n");
    assertThat(folder.resolve("furthest-first-0.4/result.json")).exists();
    assertThat(folder.resolve("unbounded/fills.csv")).exists();
  }
}
