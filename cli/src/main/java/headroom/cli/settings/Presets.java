package headroom.cli.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Settings under a name. Those that begin with `origin-` reproduce the system that the idea comes
/// from, to test its claims; nothing in them is recommended.
public final class Presets {
  private static final SequencedMap<String, SequencedMap<String, String>> ALL =
      new LinkedHashMap<>();

  static {
    ALL.put("default", new LinkedHashMap<>());
    ALL.put("origin-2025", origin("0.66%", "0.4%", "false"));
    ALL.put("origin-fix", origin("0.66%", "0.1%", "false"));
    ALL.put("origin-fix-wide", origin("1.5%", "0.1%", "false"));
    ALL.put("origin-fix-no-crypto-fights", origin("0.66%", "0.1%", "true"));
    SequencedMap<String, String> optimum = origin("0.8%", "0.13%", "false");
    optimum.put("tolerance.stock", "1.2%");
    optimum.put("tolerance.crypto", "1.2%");
    optimum.put("tolerance.crypto-out-of-hours", "4.5%");
    optimum.put("cooldown", "175s");
    optimum.put("fight.mode", "reversals");
    optimum.put("fight.threshold", "9");
    ALL.put("origin-optimum", optimum);
  }

  private Presets() {}

  private static SequencedMap<String, String> origin(
      String steal, String protection, String cryptoExempt) {
    return new LinkedHashMap<>(
        Map.ofEntries(
            Map.entry("account", "pooled"),
            Map.entry("equity", "10000"),
            Map.entry("entry-notional", "3500"),
            Map.entry("tolerance.steal", steal),
            Map.entry("allow-dead-zone", "true"),
            Map.entry("protection", protection),
            Map.entry("fight.mode", "any-direction"),
            Map.entry("fight.crypto-exempt", cryptoExempt)));
  }

  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /// What a preset sets.
  ///
  /// @throws SettingsException if there is none of that name
  public static SequencedMap<String, String> of(String name) {
    SequencedMap<String, String> preset = ALL.get(name);
    if (preset == null) {
      String why =
          name.equals("derived")
              ? "preset derived needs measured volatility, which this version does not estimate; it has "
              : "preset must be one of ";
      throw new SettingsException(
          List.of(
              why + String.join(", ", names()) + (name.equals("derived") ? "" : ", was " + name)));
    }
    return preset;
  }
}
