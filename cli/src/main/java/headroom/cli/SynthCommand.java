package headroom.cli;

import headroom.core.market.Bars;
import headroom.data.bars.DataHash;
import headroom.data.synth.SynthFolder;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom data synth`: a market whose truth is known, as a data folder.
@Command(
    name = "synth",
    description = {
      "Makes up a market and writes it as a data folder.",
      "Its true parameters are in truth.json.",
      "With --driftless every price is a martingale: nothing decided from the past can earn on average."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom data synth made-up/ --seed 7 --stocks 4 --crypto 8"})
final class SynthCommand implements Callable<Integer> {
  /// Anything else would be played with these bars, or lost with an earlier market.
  private static final Pattern OURS =
      Pattern.compile(
          "truth\\.json|(crypto/(COIN\\d\\dUSD\\.csv\\.gz)?)|(stocks/(STK\\d\\d\\.csv\\.gz)?)");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "where to write: new, or an earlier market")
  private @Nullable Path folder;

  @Mixin private SynthOptions options = new SynthOptions();
  @Mixin private JsonOption json = new JsonOption();

  SynthCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path target = folder == null ? Path.of("") : folder;
    OutputFolder place = new OutputFolder("DIR", "made-up market", OURS, target);
    SynthSettings settings =
        new Problems().in(place::require).in(json::requirePlace).end(options::settings);
    try (Interrupts interrupts =
        new Interrupts("making up the market", spec.commandLine().getErr())) {
      SynthMarket market = SynthMarket.of(settings);
      interrupts.follow();
      place.write(unfinished -> SynthFolder.write(market, unfinished, interrupts::requireNone));
      if (!json.write(() -> json(market), out)) {
        out.println(
            "%s series written to %s, their parameters to %s"
                .formatted(market.series().size(), target, target.resolve(SynthFolder.TRUTH)));
      }
    }
    return Main.DONE;
  }

  private static SequencedMap<String, Object> json(SynthMarket market) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("settings", market.settings());
    members.put("symbols", market.series().stream().map(bars -> bars.id().value()).toList());
    members.put("bars", market.series().stream().mapToLong(Bars::length).sum());
    members.put("dataHash", DataHash.of(market.series()));
    return members;
  }
}
