package headroom.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Settings from a file or from options, as tests want them.
final class Loading {
  private Loading() {}

  static Path yaml(Path folder, String text) {
    try {
      Path file = folder.resolve("headroom.yaml");
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static EffectiveSettings load(@Nullable Path file) {
    return SettingsLoader.load(file, Map.of(), null, List.of(), List.of());
  }

  static List<String> problems(
      @Nullable Path file,
      Map<String, String> environment,
      @Nullable String preset,
      String... set) {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () -> SettingsLoader.load(file, environment, preset, List.of(), List.of(set)));
    assertThat(refused).isNotNull();
    return refused.problems();
  }

  static EffectiveSettings set(String... set) {
    return SettingsLoader.load(null, Map.of(), null, List.of(), List.of(set));
  }
}
