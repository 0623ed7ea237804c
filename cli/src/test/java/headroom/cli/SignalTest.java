package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process of its own that is interrupted by its signal, as a terminal does it.
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class SignalTest {
  /// The bit of the second signal.
  private static final long INTERRUPT = 2;

  @TempDir Path folder;

  /// A shell starts what runs in the background deaf to this signal, and so are its children.
  @BeforeAll
  static void requireThatTheSignalIsHeard() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      String ignored =
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("SigIgn:"))
              .map(line -> line.substring("SigIgn:".length()).strip())
              .findFirst()
              .orElse("0");
      assumeTrue((Long.parseUnsignedLong(ignored, 16) & INTERRUPT) == 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulate --data", "data validate", "data info"})
  void whileLoadingNothingIsWritten(String command) throws Exception {
    // One file is read, which the progress bar shows; the other never ends.
    Path crypto = Files.createDirectories(folder.resolve("bars/crypto"));
    Files.writeString(
        crypto.resolve("BTCUSD.csv"),
        "timestamp,open,high,low,close,volume\n2025-01-02T14:30:00Z,100,101,99,100,1\n");
    assertThat(run("mkfifo", crypto.resolve("ETHUSD.csv").toString())).isZero();
    Ran ran = interruptedAt("loading", command + " " + folder.resolve("bars"));
    assertThat(ran.code()).isEqualTo(130);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .endsWith(
            "headroom: interrupted while %s; nothing was written\n"
                .formatted(command.equals("data validate") ? "checking" : "loading"));
    assertThat(folder.toFile().list()).containsExactly("bars");
  }

  @Test
  void aRowOfAnInterruptedRunIsMarked() throws Exception {
    Ran ran = interruptedAt("simulating", "demo --out demo");
    assertThat(ran.code()).isEqualTo(130);
    assertThat(ran.out().lines().skip(1).limit(5))
        .hasSize(5)
        .anyMatch(row -> row.matches(".*INTERRUPTED AFTER \\d+ DAYS"));
    assertThat(ran.err()).endsWith("headroom: interrupted; the results are partial and say so\n");
    assertThat(folder.resolve("demo/random/result.json")).exists();
    assertThat(folder.toFile().list()).containsExactly("demo");
  }

  /// @param word what standard error says when it is time
  private Ran interruptedAt(String word, String command) throws Exception {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-cp", System.getProperty("java.class.path")));
    all.addAll(List.of("-Dheadroom.terminal=true", Main.class.getName()));
    all.addAll(List.of(command.split(" ", -1)));
    Path out = Files.createTempFile("headroom", ".out");
    Process process =
        new ProcessBuilder(all).directory(folder.toFile()).redirectOutput(out.toFile()).start();
    try (InputStream err = process.getErrorStream()) {
      StringBuilder said = new StringBuilder();
      while (said.indexOf(word) < 0) {
        int next = err.read();
        assertThat(next).as("said no '%s' but: %s", word, said).isNotNegative();
        said.append((char) next);
      }
      assertThat(run("sh", "-c", "kill -INT " + process.pid())).isZero();
      said.append(new String(err.readAllBytes(), StandardCharsets.UTF_8));
      return new Ran(process.waitFor(), Files.readString(out), said.toString());
    } finally {
      process.destroyForcibly();
      Files.delete(out);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
