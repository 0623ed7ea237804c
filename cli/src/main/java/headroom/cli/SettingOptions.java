package headroom.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that stand for settings.
final class SettingOptions {
  @Option(names = "--policy", paramLabel = "NAME", description = "whose capacity is taken")
  private @Nullable String policy;

  @Option(names = "--account", paramLabel = "MODEL", description = "margin, pooled, gross, cash")
  private @Nullable String account;

  @Option(names = "--equity", paramLabel = "MONEY", description = "deposit (default: 10000)")
  private @Nullable String equity;

  @Option(
      names = "--entry-notional",
      paramLabel = "MONEY",
      description = "what a generated intent is worth (default: 3500)")
  private @Nullable String entryNotional;

  @Option(names = "--fill-rule", paramLabel = "RULE", description = "TOUCH or THROUGH (default)")
  private @Nullable String fillRule;

  @Option(
      names = "--path",
      paramLabel = "MODEL",
      description = "ADAPTIVE (default), HIGH_FIRST or LOW_FIRST")
  private @Nullable String path;

  @Option(names = "--seed", paramLabel = "N", description = "starts all chance (default: 1)")
  private @Nullable String seed;

  SettingOptions() {}

  /// Them as `key=value`.
  List<String> settings() {
    List<String> settings = new ArrayList<>();
    add(settings, "policy", policy);
    add(settings, "account", account);
    add(settings, "equity", equity);
    add(settings, "entry-notional", entryNotional);
    add(settings, "fill-rule", fillRule);
    add(settings, "path", path);
    add(settings, "seed", seed);
    return settings;
  }

  private static void add(List<String> settings, String key, @Nullable String text) {
    if (text != null) {
      settings.add(key + "=" + text);
    }
  }
}
