package headroom.cli.settings;

import headroom.data.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Settings under a name. Those that begin with `origin-` reproduce the system that the idea comes
/// from, to test its claims; nothing in them is recommended.
///
/// A preset says all that it stands for, also where that is the default, because it goes before
/// what a file says.
public final class Presets {
  private static final SequencedMap<String, SequencedMap<String, String>> ALL =
      new LinkedHashMap<>();

  static {
    preset("default", "margin", "entry", "false", "0.1%");
    preset("origin-2025", "pooled", "0.66%", "true", "0.4%").put("fight.mode", "any-direction");
    preset("origin-fix", "pooled", "0.66%", "true", "0.1%").put("fight.mode", "any-direction");
    preset("origin-fix-wide", "pooled", "1.5%", "true", "0.1%").put("fight.mode", "any-direction");
    SequencedMap<String, String> exempt =
        preset("origin-fix-no-crypto-fights", "pooled", "0.66%", "true", "0.1%");
    exempt.put("fight.mode", "any-direction");
    exempt.put("fight.crypto-exempt", "true");
    SequencedMap<String, String> optimum =
        preset("origin-optimum", "pooled", "0.8%", "true", "0.13%");
    optimum.put("tolerance.stock", "1.2%");
    optimum.put("tolerance.crypto", "1.2%");
    optimum.put("tolerance.crypto-out-of-hours", "4.5%");
    optimum.put("cooldown", "175s");
    optimum.put("fight.threshold", "9");
  }

  private Presets() {}

  private static SequencedMap<String, String> preset(
      String name, String account, String steal, String deadZone, String protection) {
    SequencedMap<String, String> preset = new LinkedHashMap<>();
    preset.put("account", account);
    preset.put("equity", "10000");
    preset.put("entry-notional", "3500");
    preset.put("tolerance.stock", "0.66%");
    preset.put("tolerance.crypto", "0.66%");
    preset.put("tolerance.crypto-out-of-hours", "2%");
    preset.put("tolerance.steal", steal);
    preset.put("allow-dead-zone", deadZone);
    preset.put("protection", protection);
    preset.put("at-once-ranks", "2");
    preset.put("cooldown", "120s");
    preset.put("fight.mode", "reversals");
    preset.put("fight.threshold", "5");
    preset.put("fight.window", "1800s");
    preset.put("fight.cooldown", "600s");
    preset.put("fight.crypto-exempt", "false");
    RationingKeys.all().forEach(key -> preset.put(key.name(), key.standard()));
    ALL.put(name, preset);
    return preset;
  }

  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /// What a preset sets, in the order of the keys.
  ///
  /// @throws SettingsException if there is none of that name
  public static SequencedMap<String, String> of(String name) {
    SequencedMap<String, String> preset = ALL.get(name);
    if (preset == null) {
      throw new SettingsException(List.of(unknown(name)));
    }
    return Collections.unmodifiableSequencedMap(preset);
  }

  private static String unknown(String name) {
    String known = String.join(", ", names());
    if (name.equals("derived")) {
      return "--preset: derived needs a measured volatility, which this version does not have;"
          + " it has "
          + known;
    }
    @Nullable String near = Nearest.near(name, names());
    return "--preset must be one of %s, was '%s'%s"
        .formatted(known, name, near == null ? "" : "; did you mean " + near + "?");
  }
}
