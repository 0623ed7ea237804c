package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFolderTest {

  @TempDir Path home;

  @Test
  void whatIsInterruptedLeavesWhatWasThere() throws IOException {
    OutputFolder place = place(home.resolve("new/out"));
    assertThatThrownBy(() -> place.write(this::interruptedAfterOneFile))
        .isInstanceOf(InterruptedRun.class);
    assertThat(home.resolve("new")).isEmptyDirectory();

    place.write(folder -> Files.writeString(folder.resolve("a.txt"), "earlier"));
    assertThatThrownBy(() -> place.write(this::interruptedAfterOneFile))
        .isInstanceOf(InterruptedRun.class);
    assertThat(home.resolve("new").toFile().list()).containsExactly("out");
    assertThat(home.resolve("new/out/a.txt")).hasContent("earlier");
  }

  private void interruptedAfterOneFile(Path folder) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "half");
    throw new InterruptedRun("interrupted");
  }

  @Test
  void anEarlierOneIsReplacedAsAWhole() throws IOException {
    Path out = home.resolve("out");
    OutputFolder place = place(out);
    place.write(folder -> {
      Files.writeString(folder.resolve("a.txt"), "earlier");
      Files.createDirectory(folder.resolve("sub"));
      Files.writeString(folder.resolve("sub/b.txt"), "earlier");
    });
    place.require();
    place.write(folder -> Files.writeString(folder.resolve("a.txt"), "later"));
    assertThat(out.toFile().list()).containsExactly("a.txt");
    assertThat(out.resolve("a.txt")).hasContent("later");
    assertThat(home.toFile().list()).containsExactly("out");
  }

  @Test
  void theFolderItselfStays() throws IOException {
    Path out = Files.createDirectory(home.resolve("out"));
    Object before = Files.readAttributes(out, BasicFileAttributes.class).fileKey();
    place(out).write(folder -> Files.writeString(folder.resolve("a.txt"), "a"));
    assertThat(Files.readAttributes(out, BasicFileAttributes.class).fileKey()).isEqualTo(before);
    assertThat(home.toFile().list()).containsExactly("out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine.txt", "sub/mine.txt", "other/", "../out.unfinished/mine.txt"})
  void anythingElseIsRefusedAndLeftAlone(String name) throws IOException {
    Path out = Files.createDirectory(home.resolve("out"));
    Path mine = out.resolve(name).normalize();
    Files.createDirectories(name.endsWith("/") ? mine : mine.resolveSibling(""));
    if (!name.endsWith("/")) {
      Files.writeString(mine, "mine");
    }
    assertThatThrownBy(() -> place(out).require())
        .hasMessage("--out must be a new folder or one with an earlier result, held " + mine);
    assertThatThrownBy(() -> place(out).write(_ -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(mine).exists();
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path real = Files.createDirectory(home.resolve("real"));
    Path link = Files.createSymbolicLink(home.resolve("link"), real);
    place(link).write(folder -> Files.writeString(folder.resolve("a.txt"), "a"));
    assertThat(link).isSymbolicLink();
    assertThat(real.resolve("a.txt")).hasContent("a");
    Files.writeString(real.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> place(link).require())
        .hasMessageEndingWith("held " + link.resolve("mine.txt"));
  }

  /// Only Linux has a folder in which not even its owner may write.
  @EnabledOnOs(OS.LINUX)
  @Test
  void aPlaceThatCannotBeWrittenIsNamedBeforeTheRun() {
    for (List<String> command :
        List.of(List.of("simulate", "--out"), List.of("demo", "--out"), List.of("data", "synth"))) {
      List<String> arguments = new ArrayList<>(command);
      arguments.add("/proc/x/y");
      Ran ran = Ran.headroom(arguments.toArray(String[]::new));
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.problems())
          .singleElement()
          .asString()
          .endsWith(" must be where files can be written, was in /proc");
    }
  }

  private static OutputFolder place(Path folder) {
    Pattern ours = Pattern.compile("a\\.txt|sub/(b\\.txt)?");
    return new OutputFolder("--out", "result", ours, folder);
  }
}
