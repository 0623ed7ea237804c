package headroom.cli.settings;

import headroom.cli.settings.EffectiveSettings.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts settings together: a default gives way to the file, that to the environment, that to a
/// preset, that to `--set`.
public final class SettingsLoader {
  private static final String PREFIX = "HEADROOM_";

  /// What the launcher and the place of results are told by.
  private static final Set<String> OTHERS =
      Set.of("HEADROOM_HOME", "HEADROOM_JAVA_HOME", "HEADROOM_JAVA_OPTS");

  private final List<String> problems = new ArrayList<>();
  private final SequencedMap<String, Setting> settings = new LinkedHashMap<>();

  private SettingsLoader() {}

  /// The settings in force.
  ///
  /// @param file the settings file; null for none
  /// @param environment the variables of the process
  /// @param preset the name of a preset; null for none
  /// @param set `key=value` texts, the later over the earlier
  /// @throws SettingsException with everything that is wrong, if anything is
  public static EffectiveSettings load(
      @Nullable Path file,
      Map<String, String> environment,
      @Nullable String preset,
      List<String> set) {
    SettingsLoader loader = new SettingsLoader();
    Keys.all()
        .values()
        .forEach(key -> loader.settings.put(key.name(), new Setting(key.standard(), "default")));
    if (file != null) {
      YamlSettings.read(file, loader.problems)
          .forEach(given -> loader.set(given.key(), given.text(), given.place(), given.place()));
    }
    loader.fromEnvironment(environment);
    loader.fromPreset(preset);
    set.forEach(loader::fromOption);
    EffectiveSettings effective = new EffectiveSettings(loader.settings);
    if (loader.problems.isEmpty()) {
      loader.problems.addAll(effective.problems());
    }
    if (!loader.problems.isEmpty()) {
      throw new SettingsException(loader.problems);
    }
    return effective;
  }

  private void fromEnvironment(Map<String, String> environment) {
    Map<String, String> names = new TreeMap<>();
    Keys.all().keySet().forEach(key -> names.put(variable(key), key));
    new TreeMap<>(environment)
        .forEach((variable, text) -> {
          if (!variable.startsWith(PREFIX) || OTHERS.contains(variable)) {
            return;
          }
          String key = names.get(variable);
          if (key == null) {
            String like = variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
            problems.add(
                "environment: %s must be the name of a setting, did you mean %s?"
                    .formatted(variable, variable(Keys.nearest(like.replace('_', '-')))));
          } else {
            set(key, text, "environment", "environment: " + variable);
          }
        });
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private void fromPreset(@Nullable String preset) {
    if (preset == null) {
      return;
    }
    try {
      Presets.of(preset).forEach((key, text) -> set(key, text, "preset " + preset, "preset"));
    } catch (SettingsException e) {
      problems.addAll(e.problems());
    }
  }

  private void fromOption(String option) {
    int equals = option.indexOf('=');
    if (equals <= 0) {
      problems.add("--set must be key=value, was " + option);
      return;
    }
    set(
        option.substring(0, equals).strip(),
        option.substring(equals + 1).strip(),
        "--set",
        "--set");
  }

  private void set(String name, String text, String origin, String place) {
    Key key = Keys.of(name);
    if (key == null) {
      problems.add(
          "%s: %s must be a known key, did you mean %s?"
              .formatted(place, name, Keys.nearest(name)));
      return;
    }
    try {
      key.check().accept(text);
      settings.put(name, new Setting(text, origin));
    } catch (IllegalArgumentException e) {
      problems.add("%s: %s %s".formatted(place, name, e.getMessage()));
    }
  }
}
