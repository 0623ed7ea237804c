package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Key;
import headroom.cli.settings.Keys;
import headroom.cli.settings.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom config`: settings in force, checked, and presets.
@Command(
    name = "config",
    description = {
      "Shows and checks settings.",
      "A default gives way to headroom.yaml, that to the environment (HEADROOM_FILL_RULE), that to a",
      "preset, that to --set."
    },
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
      footer = {"", "Example: headroom config show --origins --set protection=0.2%%"})
  int show(
      @Mixin CommonOptions common,
      @Mixin JsonOption json,
      @Option(names = "--origins", description = "also where each comes from") boolean origins)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    EffectiveSettings settings =
        new Problems().in(json::requirePlace).end(() -> common.settings(List.of()));
    if (json.write(() -> json(settings, origins), out)) {
      return Main.DONE;
    }
    Table table = origins ? new Table("setting", "value", "from") : new Table("setting", "value");
    settings
        .all()
        .forEach((key, setting) -> {
          if (origins) {
            table.row(key, setting.value(), setting.origin());
          } else {
            table.row(key, setting.value());
          }
        });
    table.print(out);
    out.println();
    out.println("settings hash " + settings.hash());
    return Main.DONE;
  }

  private static Map<String, Object> json(EffectiveSettings settings, boolean origins) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("settings", origins ? settings.all() : settings.values());
    members.put("settingsHash", settings.hash());
    return members;
  }

  @Command(
      name = "check",
      description = {
        "Checks settings and lists everything that is wrong with them.",
        "Says in which range of distances capacity can be stolen."
      },
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom config check --config headroom.yaml"})
  int check(@Mixin CommonOptions common, @Mixin JsonOption json) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    EffectiveSettings settings =
        new Problems().in(json::requirePlace).end(() -> common.settings(List.of()));
    List<StealableWindow> windows = StealableWindow.all(settings.engine());
    if (json.write(() -> json(settings, windows), out)) {
      return Main.DONE;
    }
    out.println("%s settings are sound".formatted(settings.all().size()));
    out.println();
    Table table = new Table("regime", "of", "entry ppm", "stealable ppm", "dead zone ppm");
    windows.forEach(window ->
        table.row(
            window.regime(), window.of(), window.entryPpm(), window.ppm(), window.deadZonePpm()));
    table.print(out);
    return Main.DONE;
  }

  private static Map<String, Object> json(
      EffectiveSettings settings, List<StealableWindow> windows) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("sound", true);
    members.put("settingsHash", settings.hash());
    members.put("stealableWindows", windows);
    return members;
  }

  @Command(
      name = "explain",
      description = "Says what a setting means, and what is in force.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Lists have commas between their entries; a file may also use YAML lists:",
        "  caps        WHO=MOST. WHO: all, symbol:AAPL, tag:WORD or owner:NAME.",
        "              MOST: 3000 (dollars), 50%% (of equity), 3 orders, 3 positions",
        "  tiers       RANK:ENTRY[:STEAL][:steal-only]. RANK: the worst rank of",
        "              forecast in it, or * for all others. ENTRY, STEAL: tolerances",
        "  priorities  OWNER=NUMBER, the greater first",
        "",
        "Examples:",
        "  headroom config explain protection",
        "  headroom config explain caps --set 'caps=all=9 orders, tag:chips=50%%'",
        "  headroom config explain tiers --set 'tiers=4:0.5%%, *:0.3%%:steal-only'"
      })
  int explain(
      @Parameters(
              paramLabel = "KEY",
              description = "its name, such as protection",
              completionCandidates = KeyNames.class)
          String name,
      @Mixin CommonOptions common,
      @Mixin JsonOption json)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    json.requirePlace();
    @Nullable Key key = Keys.of(name);
    if (key == null) {
      throw new IllegalArgumentException(Keys.unknown(name));
    }
    SequencedMap<String, Object> facts = facts(key, common.settings(List.of()));
    if (!json.write(() -> facts, out)) {
      Table table = new Table(name, "");
      facts.forEach(table::row);
      table.print(out);
    }
    return Main.DONE;
  }

  private static SequencedMap<String, Object> facts(Key key, EffectiveSettings settings) {
    SequencedMap<String, Object> facts = new LinkedHashMap<>();
    facts.put("meaning", key.about());
    facts.put("type", key.form().type());
    facts.put("permitted", key.form().range());
    facts.put("default", key.standard());
    facts.put("source", key.source());
    EffectiveSettings.@Nullable Setting setting = settings.all().get(key.name());
    if (setting != null) {
      facts.put("value", setting.value());
      facts.put("from", setting.origin());
    }
    return facts;
  }

  @Command(
      name = "presets",
      description = {
        "Lists the presets and what they set.",
        "Those named origin-… reproduce an older system to test its claims; none is a recommendation."
      },
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom config presets"})
  int presets(@Mixin JsonOption json) throws IOException {
    json.requirePlace();
    PrintWriter out = spec.commandLine().getOut();
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    Presets.names().forEach(name -> all.put(name, Presets.of(name)));
    if (json.write(() -> all, out)) {
      return Main.DONE;
    }
    for (String name : Presets.names()) {
      Table table = new Table(name, "");
      Presets.of(name).forEach((key, value) -> table.row("  " + key, value));
      table.print(out);
    }
    return Main.DONE;
  }
}
