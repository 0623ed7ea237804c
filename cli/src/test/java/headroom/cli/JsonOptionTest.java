package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOptionTest {

  @TempDir Path folder;

  /// The data do not exist: that the file is complained about shows that it is looked at first.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --out NEW",
        "simulate --out NEW",
        "calendar",
        "calendar --at 2025-11-28T13:30:00-05:00",
        "data validate NEW",
        "data info NEW",
        "data synth NEW",
        "config show",
        "config check",
        "config explain protection",
        "config presets"
      })
  void aFileThatCannotBeWrittenIsRefusedBeforeTheRun(String command) throws IOException {
    String[] words = command.replace("NEW", folder.resolve("new").toString()).split(" ", -1);
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Ran inFile = json(words, file.resolve("x.json"));
    assertThat(inFile.code()).isEqualTo(2);
    assertThat(inFile.out()).isEmpty();
    assertThat(inFile.problems())
        .containsExactly("--json must be in a folder, was in the file " + file);
    Ran isFolder = json(words, folder);
    assertThat(isFolder.code()).isEqualTo(2);
    assertThat(isFolder.problems())
        .containsExactly("--json must be a file, was the folder " + folder);
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    assertThat(Ran.headroom("config", "presets", "--json", "/proc/x.json").problems())
        .containsExactly("--json must be where files can be written, was in /proc");
  }

  /// A pipe, a terminal, the null device.
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @Test
  void aDeviceIsWrittenToAndNotReplaced() {
    assertThat(Ran.headroom("config", "presets", "--json", "/dev/null").code()).isZero();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void whatAFullDiskDoesNotTakeIsNamed() {
    Ran ran = Ran.headroom("config", "presets", "--json", "/dev/full");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.problems())
        .containsExactly("file could not be read or written: /dev/full: No space left on device");
  }

  private static Ran json(String[] command, Path file) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--json";
    all[command.length + 1] = file.toString();
    return Ran.headroom(all);
  }
}
