package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.core.engine.Event;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.data.bars.LoadReport;
import headroom.data.synth.SynthSettings;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom simulate`: one run over bars.
@Command(
    name = "simulate",
    description = {
      "Plays bars through the engine that also trades live, and says what came of it.",
      "Without --data it makes up a market."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  headroom simulate --data bars/ --preset origin-fix --symbols 'crypto/*'",
      "  headroom simulate --data bars/ --policy Random --seed 7 --json -"
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR", description = "holds crypto/ and stocks/")
  private @Nullable Path data;

  @Option(
      names = "--symbols",
      split = ",",
      paramLabel = "NAME",
      description = "names and globs: AAPL,BTC/USD or 'crypto/*'")
  private List<String> symbols = new ArrayList<>();

  @Mixin private Dates dates = new Dates();

  @Option(names = "--strict", description = "refuse data with bad rows instead of leaving them out")
  private boolean strict;

  @Option(
      names = "--intents",
      paramLabel = "FILE",
      description = "intents as CSV or JSON lines, instead of generated ones")
  private @Nullable Path intents;

  @Option(
      names = "--forecasts",
      paramLabel = "FILE",
      description = "snapshots of forecasts as CSV or JSON lines, each known from its as-of on")
  private @Nullable Path forecasts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the files go (default: a new folder in headroom-results)")
  private @Nullable Path out;

  @Mixin private SettingOptions options = new SettingOptions();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private JsonOption json = new JsonOption();

  SimulateCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    EffectiveSettings settings = common.settings(options.settings());
    dates.requireOrder();
    if (intents != null) {
      IntentsFile.requireThere("--intents", intents);
    }
    if (forecasts != null) {
      IntentsFile.requireThere("--forecasts", forecasts);
    }
    Path folder = out == null ? ResultFolders.fresh("simulate") : out;
    Results.requirePlace(folder);
    Market market = market(settings, err);
    sayWhatWasLeftOut(market, err);
    Period period = market.period(dates);
    List<Planned> planned =
        intents == null
            ? new Excursion(settings.excursion(), market.hours())
                .intents(market.tape().series(), period.fromNs(), period.toNs())
            : IntentsFile.read(intents, market, period, err);
    List<Event.Forecasted> snapshots =
        forecasts == null ? List.of() : ForecastsFile.read(forecasts, market, period, planned, err);
    WithoutEffect.of(settings.engine(), market.tape().series(), planned)
        .forEach(what -> err.println("headroom: " + what));
    try (Interrupts interrupts = new Interrupts()) {
      Results results = run(settings, market, period, planned, snapshots, interrupts, err);
      results.write(folder);
      print(results, folder);
      if (interrupts.isInterrupted()) {
        err.println("headroom: interrupted; the result is partial and says so");
        return Main.INTERRUPTED;
      }
      return results.figures().checks().conservation() && results.figures().checks().capital()
          ? Main.DONE
          : Main.FAILED;
    }
  }

  private Market market(EffectiveSettings settings, PrintWriter err) {
    if (data != null) {
      return Market.load(data, symbols, strict, dates, err);
    }
    if (!symbols.isEmpty()) {
      throw new IllegalArgumentException("--symbols must come with --data");
    }
    return Market.synthetic(SynthSettings.defaults().withSeed(settings.seed()), dates);
  }

  private static void sayWhatWasLeftOut(Market market, PrintWriter err) {
    LoadReport report = market.report();
    if (report == null) {
      return;
    }
    Problems.lines(report.problems())
        .forEach(problem -> err.println("headroom: left out: " + problem));
    report.leftAlone().forEach(other -> err.println("headroom: " + other));
  }

  private static Results run(
      EffectiveSettings settings,
      Market market,
      Period period,
      List<Planned> planned,
      List<Event.Forecasted> snapshots,
      Interrupts interrupts,
      PrintWriter err) {
    long startNs = System.nanoTime();
    try (Progress progress = Progress.of("simulating", "days", err)) {
      Simulation simulation =
          new Simulation(
              settings.run(),
              market.hours(),
              market.tape(),
              planned,
              snapshots,
              period,
              Observer.NONE,
              Recorder.NONE);
      long days = Math.max(1, period.dayEndsNs().size());
      long[] done = {0};
      Outcome outcome =
          simulation.run(_ -> {
            done[0]++;
            progress.at(done[0], days);
            return !interrupts.isInterrupted();
          });
      return new Results(settings, market, outcome, (System.nanoTime() - startNs) / 1e9);
    }
  }

  private void print(Results results, Path folder) throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    if (json.write(results::json, console)) {
      return;
    }
    Summary.print(results, console);
    console.println();
    console.println("files in " + folder);
  }
}
