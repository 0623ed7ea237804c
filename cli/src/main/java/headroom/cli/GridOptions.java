package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Given;
import headroom.cli.settings.Key;
import headroom.cli.settings.Keys;
import headroom.cli.settings.Presets;
import headroom.cli.settings.SettingsException;
import headroom.core.steal.StealPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say which settings are compared: every value of one with every value of the
/// others.
final class GridOptions {
  /// A grid that is larger was hardly meant.
  private static final int MOST = 10_000;

  private static final String POLICY = "policy";
  private static final String PRESET = "preset";

  @Option(
      names = "--policies",
      split = ",",
      paramLabel = "NAME",
      description = "policies to compare; the first row is the baseline (default: all)")
  private List<String> policies = new ArrayList<>();

  @Option(names = "--presets", split = ",", paramLabel = "NAME", description = "presets to compare")
  private List<String> presets = new ArrayList<>();

  @Option(
      names = "--vary",
      paramLabel = "KEY=A,B,C",
      description = "values of a setting to compare; may be given again for another setting")
  private List<String> vary = new ArrayList<>();

  @Mixin private SettingOptions options = new SettingOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  GridOptions() {}

  /// Something that differs between the rows.
  ///
  /// @param key its key, or `preset`
  /// @param place the option, for people
  private record Dimension(String key, String place, List<String> values) {}

  /// Whether anything is to differ but policies by default.
  boolean isEmpty() {
    return policies.isEmpty() && presets.isEmpty() && vary.isEmpty();
  }

  /// All rows; the last dimension changes first.
  ///
  /// @param alone whether there is nothing else to compare, so that policies are by default
  /// @param problems takes everything that is wrong
  List<Combination> combinations(boolean alone, List<String> problems) {
    List<Dimension> dimensions = dimensions(alone, problems);
    long size = 1;
    for (Dimension dimension : dimensions) {
      size = Math.min(MOST + 1, size * dimension.values().size());
    }
    if (size > MOST) {
      problems.add("--vary: there must be at most %s combinations, were more".formatted(MOST));
      return List.of();
    }
    List<SequencedMap<Dimension, String>> choices = new ArrayList<>();
    choices.add(new LinkedHashMap<>());
    for (Dimension dimension : dimensions) {
      List<SequencedMap<Dimension, String>> longer = new ArrayList<>();
      for (SequencedMap<Dimension, String> choice : choices) {
        for (String value : dimension.values()) {
          SequencedMap<Dimension, String> more = new LinkedHashMap<>(choice);
          more.put(dimension, value);
          longer.add(more);
        }
      }
      choices = longer;
    }
    List<Combination> combinations = new ArrayList<>();
    choices.forEach(choice -> combine(choice, combinations, problems));
    return combinations;
  }

  private List<Dimension> dimensions(boolean alone, List<String> problems) {
    List<Dimension> dimensions = new ArrayList<>();
    if (!presets.isEmpty()) {
      if (common.preset() != null) {
        problems.add("--preset must not be given beside --presets, was " + common.preset());
      }
      dimensions.add(new Dimension(PRESET, "--presets", presets(problems)));
    }
    List<Dimension> varied = new ArrayList<>();
    vary.forEach(text -> varied(text, varied, problems));
    List<String> named = policies.isEmpty() && alone && isEmpty() ? byDefault() : policies;
    if (!named.isEmpty()) {
      dimensions.add(new Dimension(POLICY, "--policies", distinct("--policies", named, problems)));
    }
    dimensions.addAll(varied);
    requireOneSource(dimensions, problems);
    return dimensions;
  }

  /// All policies, unless one was asked for.
  private List<String> byDefault() {
    boolean asked = options.settings().stream().anyMatch(one -> one.key().equals(POLICY));
    return asked || common.keysSet().contains(POLICY) ? List.of() : StealPolicies.names();
  }

  private List<String> presets(List<String> problems) {
    List<String> known = new ArrayList<>();
    for (String name : distinct("--presets", presets, problems)) {
      try {
        Presets.of(name);
        known.add(name);
      } catch (SettingsException unknown) {
        unknown
            .problems()
            .forEach(problem -> problems.add(problem.replace("--preset", "--presets")));
      }
    }
    return known;
  }

  private static void varied(String text, List<Dimension> varied, List<String> problems) {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      problems.add(
          "--vary must be key=value,value, such as protection=0.1%%,0.4%%, was '%s'"
              .formatted(text));
      return;
    }
    String name = text.substring(0, equals).strip();
    @Nullable Key key = Keys.of(name);
    if (key == null) {
      problems.add("--vary: " + Keys.unknown(name));
      return;
    }
    List<String> values = new ArrayList<>();
    for (String value : text.substring(equals + 1).split(",", -1)) {
      try {
        values.add(key.form().canonical(value.strip()));
      } catch (IllegalArgumentException e) {
        problems.add("--vary: %s %s".formatted(name, e.getMessage()));
      }
    }
    varied.add(new Dimension(name, "--vary", distinct("--vary: " + name, values, problems)));
  }

  private static List<String> distinct(String what, List<String> values, List<String> problems) {
    List<String> distinct = new ArrayList<>();
    for (String value : values) {
      if (distinct.contains(value)) {
        problems.add("%s must be given once, was given again: %s".formatted(what, value));
      } else {
        distinct.add(value);
      }
    }
    return distinct;
  }

  /// What is varied is set nowhere else.
  private void requireOneSource(List<Dimension> dimensions, List<String> problems) {
    TreeSet<String> seen = new TreeSet<>();
    for (Dimension dimension : dimensions) {
      String key = dimension.key();
      if (!seen.add(key)) {
        problems.add("%s must be varied once, was varied again".formatted(key));
      }
      if (common.keysSet().contains(key)) {
        problems.add("--set must not be of a key that is varied, was " + key);
      }
      options.settings().stream()
          .filter(one -> one.key().equals(key))
          .forEach(one ->
              problems.add(
                  "%s must not be given beside %s, was %s"
                      .formatted(one.place(), dimension.place(), one.text())));
    }
  }

  private void combine(
      SequencedMap<Dimension, String> choice,
      List<Combination> combinations,
      List<String> problems) {
    List<Given> given = new ArrayList<>(options.settings());
    @Nullable String preset = common.preset();
    SequencedMap<String, String> varied = new LinkedHashMap<>();
    List<String> name = new ArrayList<>();
    for (Map.Entry<Dimension, String> one : choice.entrySet()) {
      Dimension dimension = one.getKey();
      String value = one.getValue();
      varied.put(dimension.key(), value);
      if (dimension.key().equals(PRESET)) {
        preset = value;
        name.add(value);
      } else {
        given.add(new Given(dimension.key(), value, dimension.place()));
        name.add(dimension.key().equals(POLICY) ? value : dimension.key() + "=" + value);
      }
    }
    try {
      EffectiveSettings settings = common.settings(preset, given);
      String whole =
          name.isEmpty() ? settings.values().getOrDefault(POLICY, "") : String.join(", ", name);
      combinations.add(new Combination(whole, varied, settings));
    } catch (SettingsException e) {
      e.problems().stream().filter(one -> !problems.contains(one)).forEach(problems::add);
    }
  }
}
