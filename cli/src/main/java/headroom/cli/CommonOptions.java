package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Given;
import headroom.cli.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that every command has which reads settings.
final class CommonOptions {
  private static final Path USUAL_FILE = Path.of("headroom.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings file (default: headroom.yaml, if there is one)")
  private @Nullable Path config;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "settings under a name; see: headroom config presets")
  private @Nullable String preset;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "one setting, such as protection=0.2%%; may be given again")
  private List<String> set = new ArrayList<>();

  CommonOptions() {}

  /// Refuses a setting that would have no effect.
  ///
  /// @throws IllegalArgumentException if it is set by an option
  void requireUnset(String key, String why) {
    if (set.stream().anyMatch(text -> text.strip().matches(Pattern.quote(key) + "\\s*=.*"))) {
      throw new IllegalArgumentException(
          "--set %s must be left out, was given: %s".formatted(key, why));
    }
  }

  /// The settings in force.
  ///
  /// @param options what other options of the command stand for
  EffectiveSettings settings(List<Given> options) {
    return settings(preset, options);
  }

  /// The settings in force under another preset than that of the option.
  EffectiveSettings settings(@Nullable String preset, List<Given> options) {
    Path file = config == null && Files.exists(USUAL_FILE) ? USUAL_FILE : config;
    return SettingsLoader.load(file, System.getenv(), preset, options, set);
  }

  /// The name after `--preset`; null if there is none.
  @Nullable String preset() {
    return preset;
  }

  /// The keys after `--set`.
  List<String> keysSet() {
    return set.stream().map(text -> text.replaceFirst("=.*", "").strip()).toList();
  }
}
