package headroom.cli.settings;

import static headroom.cli.settings.Loading.load;
import static headroom.cli.settings.Loading.problems;
import static headroom.cli.settings.Loading.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The structure of a settings file.
class SettingsFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing set\n", "---\n"})
  void aFileMaySetNothing(String text) {
    assertThat(load(yaml(folder, text)).hash()).isEqualTo(load(null).hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "just words | 1: file must hold keys with values, held something else",
        "- policy | 1: file must hold keys with values, held something else",
        "policy: {a: 1 | 2: file must be YAML, was not: ",
        "[a]: 1 | 1: key must be a word, was something else",
        "seed: *other | 1: file must be YAML, was not: ",
        "seed: 1\\n---\\nseed: 2 | 2: file must be YAML, was not: ",
      })
  void aFileThatIsNotKeysAndValuesIsRefusedWithItsLine(String text, String problem) {
    Path file = yaml(folder, text.replace("\\n", "\n") + "\n");
    assertThat(problems(file, Map.of(), null))
        .singleElement()
        .asString()
        .startsWith(file + ":" + problem);
  }

  @Test
  void aFileThatCannotBeReadIsRefused() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertThat(problems(missing, Map.of(), null))
        .containsExactly("settings file must exist, was missing: " + missing);
    assertThat(problems(folder, Map.of(), null))
        .singleElement()
        .asString()
        .startsWith("settings file %s must be readable, was not: ".formatted(folder));
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, new byte[] {'#', (byte) 0xE9, '\n'});
    assertThat(problems(latin, Map.of(), null))
        .containsExactly("settings file must be text in UTF-8, was not: " + latin);
    Path odd = folder.resolve("odd.yaml");
    Files.writeString(odd, "seed: \u0000\n");
    assertThat(problems(odd, Map.of(), null))
        .singleElement()
        .asString()
        .startsWith(odd + ": file must be YAML, was not: ");
  }
}
