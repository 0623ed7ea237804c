package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Option(names = "--preset", paramLabel = "NAME", description = "settings under a name")
  private @Nullable String preset;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "one setting; may be given again")
  private List<String> set = new ArrayList<>();

  CommonOptions() {}

  /// The settings in force, with those that options of a command stand for.
  EffectiveSettings settings(List<String> options) {
    Path file = config == null && Files.exists(USUAL_FILE) ? USUAL_FILE : config;
    List<String> all = new ArrayList<>(options);
    all.addAll(set);
    return SettingsLoader.load(file, System.getenv(), preset, all);
  }

  /// Whether a setting was given by a preset, so that nothing else should replace it.
  boolean hasPreset() {
    return preset != null;
  }
}
