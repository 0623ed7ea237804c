package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.EffectiveSettings.Setting;
import headroom.cli.settings.Keys;
import headroom.cli.settings.Presets;
import headroom.core.engine.Settings;
import headroom.core.tolerance.Tolerances;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom config`: settings in force, checked, and presets.
@Command(
    name = "config",
    description = "Shows and checks settings.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom config show --origins --preset origin-fix"})
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  ConfigCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "show",
      description = "Prints the settings in force.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom config show --set protection=0.2%%"})
  int show(
      @Mixin CommonOptions common,
      @Mixin JsonOption json,
      @Option(names = "--origins", description = "also where each comes from") boolean origins) {
    PrintWriter out = spec.commandLine().getOut();
    EffectiveSettings settings = common.settings(List.of());
    String target = json.target();
    if (target != null) {
      Json.write(origins ? settings.all() : settings.texts(), target, out);
      return Main.DONE;
    }
    Table table = origins ? new Table("setting", "value", "from") : new Table("setting", "value");
    settings.all().forEach((key, setting) -> row(table, origins, key, setting));
    table.print(out);
    out.println();
    out.println("settings hash " + settings.hash());
    return Main.DONE;
  }

  private static void row(Table table, boolean origins, String key, Setting setting) {
    if (origins) {
      table.row(key, setting.text(), setting.origin());
    } else {
      table.row(key, setting.text());
    }
  }

  @Command(
      name = "check",
      description = "Checks settings; lists everything that is wrong.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom config check --config headroom.yaml"})
  int check(@Mixin CommonOptions common) {
    PrintWriter out = spec.commandLine().getOut();
    EffectiveSettings settings = common.settings(List.of());
    out.println("%s settings are sound".formatted(settings.all().size()));
    out.println();
    windows(settings.engine()).print(out);
    return Main.DONE;
  }

  /// Between protection and the steal tolerance: only there can anything be stolen. Between the
  /// steal and the entry tolerance: ready, but unable to steal.
  static Table windows(Settings settings) {
    Tolerances tolerances = settings.tolerances();
    Table table = new Table("regime", "class", "stealable window", "dead zone");
    window(table, "regular", "stock", tolerances, tolerances.stockPpm());
    window(table, "regular", "crypto", tolerances, tolerances.cryptoPpm());
    window(table, "out of hours", "crypto", tolerances, tolerances.cryptoOutOfHoursPpm());
    return table;
  }

  private static void window(
      Table table, String regime, String assetClass, Tolerances tolerances, int entryPpm) {
    Integer steal = tolerances.stealPpm();
    int stealPpm = steal == null ? entryPpm : Math.min(steal, entryPpm);
    table.row(
        regime,
        assetClass,
        stealPpm - tolerances.protectPpm() + " ppm",
        entryPpm - stealPpm + " ppm");
  }

  @Command(
      name = "presets",
      description = "Lists the presets and what they set.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom config presets"})
  int presets(@Mixin JsonOption json) {
    PrintWriter out = spec.commandLine().getOut();
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    Presets.names().forEach(name -> all.put(name, Presets.of(name)));
    String target = json.target();
    if (target != null) {
      Json.write(all, target, out);
      return Main.DONE;
    }
    for (String name : Presets.names()) {
      out.println(name);
      Keys.all().keySet().stream()
          .filter(Presets.of(name)::containsKey)
          .forEach(key -> out.println("  " + key + ": " + Presets.of(name).get(key)));
    }
    return Main.DONE;
  }
}
