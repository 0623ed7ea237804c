package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script at the root, in a copy of the tree that has no jar.
class LauncherTest {

  @TempDir Path root;

  @BeforeEach
  void copyTheScripts() throws IOException {
    Path project = Path.of("..").toAbsolutePath().normalize();
    Files.createDirectory(root.resolve(".ci"));
    for (String name : new String[] {"headroom", ".ci/find-jdk"}) {
      Files.copy(project.resolve(name), root.resolve(name));
      assertThat(root.resolve(name).toFile().setExecutable(true)).isTrue();
    }
  }

  @Test
  void whatIsNoJdk25IsRefusedWithTheReason() throws Exception {
    Path jdk = root.resolve("jdk");
    refuses(jdk, "which is no folder");
    Files.createDirectories(jdk.resolve("bin"));
    refuses(jdk, "which has no bin/javac");
    Path javac = Files.createFile(jdk.resolve("bin/javac"));
    assertThat(javac.toFile().setExecutable(true)).isTrue();
    refuses(jdk, "which has no file release to tell its version");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
    refuses(jdk, "which has JAVA_VERSION=\"17.0.9\"");
  }

  private void refuses(Path jdk, String reason) throws Exception {
    Ran ran = launch(Map.of("HEADROOM_JAVA_HOME", jdk.toString()));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "headroom: HEADROOM_JAVA_HOME must be the home of a JDK 25, was %s, %s\n"
                .formatted(jdk, reason));
  }

  @Test
  void withoutMavenThereIsNoJar() throws Exception {
    // The tools that the scripts need, and no mvn.
    Path tools = Files.createDirectory(root.resolve("tools"));
    for (String tool : new String[] {"sh", "dirname", "readlink", "grep", "find", "head"}) {
      Files.createSymbolicLink(tools.resolve(tool), where(tool));
    }
    Ran ran =
        launch(
            Map.of(
                "HEADROOM_JAVA_HOME", System.getProperty("java.home"), "PATH", tools.toString()));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "headroom: needs Maven 3.8.7 or newer to build %s, and found no mvn on the PATH\n"
                .formatted(root.toRealPath().resolve("cli/target/headroom.jar")));
  }

  private static Path where(String tool) {
    for (String place : new String[] {"/usr/bin", "/bin"}) {
      if (Files.isExecutable(Path.of(place, tool))) {
        return Path.of(place, tool);
      }
    }
    throw new IllegalStateException("a POSIX system must have " + tool);
  }

  private Ran launch(Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(root.resolve("headroom").toString(), "--version");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), "", said);
  }
}
