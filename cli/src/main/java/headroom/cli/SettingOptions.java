package headroom.cli;

import headroom.cli.settings.Given;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that stand for settings.
final class SettingOptions {
  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "FurthestFirst (default), LowestForecastFirst, FirstCome or Random")
  private @Nullable String policy;

  @Option(
      names = "--account",
      paramLabel = "MODEL",
      description = "margin (default), pooled, gross or cash")
  private @Nullable String account;

  @Option(names = "--equity", paramLabel = "MONEY", description = "deposit (default: 10000)")
  private @Nullable String equity;

  @Option(
      names = "--entry-notional",
      paramLabel = "MONEY",
      description = "what a generated intent is worth (default: 3500)")
  private @Nullable String entryNotional;

  @Option(
      names = "--fill-rule",
      paramLabel = "RULE",
      description = "TOUCH, THROUGH (default) or VOLUME")
  private @Nullable String fillRule;

  @Option(
      names = "--path",
      paramLabel = "MODEL",
      description = "ADAPTIVE (default), HIGH_FIRST, LOW_FIRST, WORST or BRIDGE")
  private @Nullable String path;

  @Option(names = "--seed", paramLabel = "N", description = "starts all chance (default: 1)")
  private @Nullable String seed;

  SettingOptions() {}

  /// What they stand for.
  List<Given> settings() {
    List<Given> settings = new ArrayList<>();
    add(settings, "policy", policy);
    add(settings, "account", account);
    add(settings, "equity", equity);
    add(settings, "entry-notional", entryNotional);
    add(settings, "fill-rule", fillRule);
    add(settings, "path", path);
    add(settings, "seed", seed);
    return settings;
  }

  private static void add(List<Given> settings, String key, @Nullable String text) {
    if (text != null) {
      settings.add(new Given(key, text, "--" + key));
    }
  }
}
