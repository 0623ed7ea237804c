package headroom.cli.settings;

import headroom.cli.settings.EffectiveSettings.Setting;
import headroom.data.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts settings together: a default gives way to the file, that to the environment, that to a
/// preset, that to options.
public final class SettingsLoader {
  private static final String PREFIX = "HEADROOM_";

  /// What the launcher and the place of results are told by.
  private static final Set<String> OTHERS =
      Set.of("HEADROOM_HOME", "HEADROOM_JAVA_HOME", "HEADROOM_JAVA_OPTS");

  private final List<String> problems = new ArrayList<>();
  private final Set<String> badKeys = new TreeSet<>();
  private final SequencedMap<String, Setting> settings = new LinkedHashMap<>();

  private SettingsLoader() {}

  /// The settings in force.
  ///
  /// @param file the settings file; null for none
  /// @param environment the variables of the process
  /// @param preset the name of a preset; null for none
  /// @param options what options of the command stand for
  /// @param set `key=value` texts, the later before the earlier; none may contradict an option
  /// @throws SettingsException with everything that is wrong, if anything is
  public static EffectiveSettings load(
      @Nullable Path file,
      Map<String, String> environment,
      @Nullable String preset,
      List<Given> options,
      List<String> set) {
    SettingsLoader loader = new SettingsLoader();
    Keys.all()
        .values()
        .forEach(
            key -> loader.settings.put(key.name(), new Setting(key.standard(), Setting.DEFAULT)));
    if (file != null) {
      YamlSettings.read(file, loader.problems).forEach(loader::set);
    }
    loader.fromEnvironment(environment);
    loader.fromPreset(preset);
    options.forEach(loader::set);
    set.forEach(text -> loader.fromSet(text, options));
    return loader.finish();
  }

  /// Other settings, but for some that hold whatever was set.
  ///
  /// @throws SettingsException if they do not go together
  public static EffectiveSettings over(EffectiveSettings settings, List<Given> fixed) {
    SettingsLoader loader = new SettingsLoader();
    loader.settings.putAll(settings.all());
    fixed.forEach(loader::set);
    return loader.finish();
  }

  private EffectiveSettings finish() {
    relations().stream().map(this::placed).forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new EffectiveSettings(settings);
  }

  /// What is wrong between the settings that are sound by themselves.
  ///
  /// Some relations look at the narrowest entry tolerance, some at the widest. One that could not
  /// be read is neither: it is taken for the widest once and for the narrowest once, so that the
  /// others are compared.
  private SequencedSet<String> relations() {
    SequencedSet<String> relations = new LinkedHashSet<>();
    for (String extreme : List.of("100%", "0.0001%")) {
      SequencedMap<String, Setting> tried = new LinkedHashMap<>(settings);
      badKeys.stream()
          .filter(Keys.ENTRY_TOLERANCES::contains)
          .forEach(key -> tried.put(key, new Setting(extreme, Setting.DEFAULT)));
      new EffectiveSettings(tried)
          .problems().stream()
              .filter(problem -> badKeys.stream().noneMatch(key -> mentions(problem, key)))
              .forEach(relations::add);
    }
    return relations;
  }

  /// A problem between settings, at the place of the first of them that somebody set.
  private String placed(String problem) {
    return settings.entrySet().stream()
        .filter(entry -> !entry.getValue().origin().equals(Setting.DEFAULT))
        .filter(entry -> mentions(problem, entry.getKey()))
        .map(entry -> entry.getValue().origin() + ": " + problem)
        .findFirst()
        .orElse(problem);
  }

  private static boolean mentions(String problem, String key) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(key) + "(?![\\w-]|\\.\\w)")
        .matcher(problem)
        .find();
  }

  private void fromEnvironment(Map<String, String> environment) {
    Map<String, String> keys = new TreeMap<>();
    Keys.all().keySet().forEach(key -> keys.put(variable(key), key));
    new TreeMap<>(environment)
        .forEach((variable, text) -> {
          if (!variable.startsWith(PREFIX) || OTHERS.contains(variable)) {
            return;
          }
          @Nullable String key = keys.get(variable);
          if (key == null) {
            problems.add(unknownVariable(variable));
          } else {
            set(new Given(key, text, "environment " + variable));
          }
        });
  }

  /// The part that all variables have in common makes none of them alike.
  private static String unknownVariable(String variable) {
    List<String> words =
        Keys.all().keySet().stream().map(key -> variable(key).substring(PREFIX.length())).toList();
    @Nullable String near = Nearest.near(variable.substring(PREFIX.length()), words);
    return "environment: %s must name a setting, did not%s"
        .formatted(variable, near == null ? "" : "; the nearest is " + PREFIX + near);
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private void fromPreset(@Nullable String preset) {
    if (preset == null) {
      return;
    }
    try {
      Presets.of(preset).forEach((key, text) -> set(new Given(key, text, "preset " + preset)));
    } catch (SettingsException e) {
      problems.addAll(e.problems());
    }
  }

  private void fromSet(String text, List<Given> options) {
    int equals = text.indexOf('=');
    if (equals <= 0) {
      problems.add("--set must be key=value, such as protection=0.2%, was '" + text + "'");
      return;
    }
    String key = text.substring(0, equals).strip();
    Given given = new Given(key, text.substring(equals + 1).strip(), "--set");
    options.stream()
        .filter(option -> option.key().equals(key))
        .forEach(option -> requireTheSame(option, given));
    set(given);
  }

  /// Which of two that differ is meant cannot be known: they are given in one breath.
  private void requireTheSame(Given option, Given set) {
    @Nullable String one = canonical(option);
    @Nullable String other = canonical(set);
    if (one != null && other != null && !one.equals(other)) {
      problems.add(
          "%s and --set %s must say the same, said %s and %s"
              .formatted(option.place(), set.key(), one, other));
    }
  }

  /// The one spelling of a value; null if it is none, which is said elsewhere.
  private static @Nullable String canonical(Given given) {
    @Nullable Key key = Keys.of(given.key());
    try {
      return key == null ? null : key.form().canonical(given.text());
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private void set(Given given) {
    @Nullable Key key = Keys.of(given.key());
    if (key == null) {
      problems.add(given.place() + ": " + unknown(given.key()));
      return;
    }
    try {
      settings.put(key.name(), new Setting(key.form().canonical(given.text()), given.place()));
    } catch (SettingsException many) {
      badKeys.add(key.name());
      many.problems()
          .forEach(one -> problems.add("%s: %s %s".formatted(given.place(), key.name(), one)));
    } catch (IllegalArgumentException e) {
      badKeys.add(key.name());
      problems.add("%s: %s %s".formatted(given.place(), key.name(), e.getMessage()));
    }
  }

  private static String unknown(String name) {
    if (name.startsWith(Keys.INSTRUMENT)) {
      return "%s must end in the name of an instrument, such as AAPL or BTC/USD, was '%s'"
          .formatted(Keys.INSTRUMENT + "SYMBOL", name.substring(Keys.INSTRUMENT.length()));
    }
    return Keys.unknown(name);
  }
}
