package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The example of the library in the README needs nothing but the core, and prints what stands
/// below it.
@Timeout(120)
class ReadmeLibraryTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)```java\n(.*?)```.*?`([A-Za-z]+)\\.java`.*?```\n(.*?)```");

  /// What is between the braces of `main`.
  private static final int LINES = 10;

  private static final List<String> ON_THE_CORE =
      List.of(
          "--module-path",
          Path.of("..", "core", "target", "classes").toAbsolutePath().normalize().toString(),
          "--add-modules",
          "headroom.core");

  @TempDir Path folder;

  private String code = "";
  private String name = "";
  private String output = "";

  @BeforeEach
  void find() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(README));
    assertThat(example.find()).isTrue();
    code = example.group(1);
    name = example.group(2);
    output = example.group(3);
    assertThat(example.find()).isFalse();
  }

  @Test
  void itPrintsWhatIsShown() throws Exception {
    compile();
    Process process =
        new ProcessBuilder(
                Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                        ON_THE_CORE,
                        List.of("--class-path", folder.toString(), name))
                    .flatMap(List::stream)
                    .toList())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed).isEqualTo(output);
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void itIsTenLines() {
    String body = code.substring(code.indexOf("{\n") + 2, code.lastIndexOf('}'));
    assertThat(body.lines()).hasSize(LINES);
  }

  private void compile() throws IOException {
    Path source = Files.writeString(folder.resolve(name + ".java"), code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  Stream.concat(
                          ON_THE_CORE.stream(),
                          Stream.of("-proc:none", "-Xlint:all", "-Werror", "-d", folder.toString()))
                      .toList(),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(messages.toString()).isEmpty();
      assertThat(compiled).isTrue();
    }
  }
}
