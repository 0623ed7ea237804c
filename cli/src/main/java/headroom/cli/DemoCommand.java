package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.SettingsLoader;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.data.synth.SynthSettings;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom demo`: what stealing does, in one minute.
@Command(
    name = "demo",
    description = {
      "Plays a made-up market under several policies, side by side.",
      "Stocks and crypto; the same intents, the same prices, the same 10,000 for each policy."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom demo --seed 7"})
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seed", defaultValue = "1", description = "which market (default: 1)")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the files go (default: a new folder in headroom-results)")
  private @Nullable Path out;

  @Mixin private JsonOption json = new JsonOption();

  DemoCommand() {}

  /// One row of the table.
  private record Contestant(String name, String folder, List<String> settings) {}

  private List<Contestant> contestants() {
    return List.of(
        new Contestant("FirstCome", "first-come", List.of("policy=FirstCome")),
        new Contestant(
            "FurthestFirst, 0.4 % protected", "furthest-first-0.4", List.of("protection=0.4%")),
        new Contestant(
            "FurthestFirst, 0.1 % protected", "furthest-first-0.1", List.of("protection=0.1%")),
        new Contestant("Random", "random", List.of("policy=Random")),
        new Contestant("no capital limit", "unbounded", List.of("account=unbounded")));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path folder = out == null ? ResultFolders.fresh("demo") : out;
    for (Contestant one : contestants()) {
      Results.requirePlace(folder.resolve(one.folder()));
    }
    Market market = Market.synthetic(SynthSettings.defaults().withSeed(seed), Dates.ALL);
    Period period = market.period(Dates.ALL);
    SequencedMap<Contestant, Results> all = new LinkedHashMap<>();
    try (Interrupts interrupts = new Interrupts();
        Progress progress = Progress.of("simulating", "days", err)) {
      long days = (long) contestants().size() * Math.max(1, period.dayEndsNs().size());
      AtomicLong done = new AtomicLong();
      List<Map.Entry<Contestant, Results>> finished =
          contestants().parallelStream()
              .map(one ->
                  Map.entry(
                      one,
                      run(
                          one,
                          market,
                          period,
                          () -> {
                            progress.at(done.incrementAndGet(), days);
                            return !interrupts.isInterrupted();
                          })))
              .toList();
      finished.forEach(one -> all.put(one.getKey(), one.getValue()));
      for (Map.Entry<Contestant, Results> one : all.entrySet()) {
        one.getValue().write(folder.resolve(one.getKey().folder()));
      }
      print(all, folder, console);
      if (interrupts.isInterrupted()) {
        err.println("headroom: interrupted; the results are partial and say so");
        return Main.INTERRUPTED;
      }
    }
    return Main.DONE;
  }

  private Results run(Contestant one, Market market, Period period, BooleanSupplier goesOn) {
    List<String> set = new ArrayList<>(one.settings());
    set.add("seed=" + seed);
    EffectiveSettings settings = SettingsLoader.load(null, Map.of(), null, List.of(), set);
    List<Planned> planned =
        new Excursion(settings.excursion(), market.hours())
            .intents(market.tape().series(), period.fromNs(), period.toNs());
    long startNs = System.nanoTime();
    Outcome outcome =
        new Simulation(
                settings.run(),
                market.hours(),
                market.tape(),
                planned,
                period,
                Observer.NONE,
                Recorder.NONE)
            .run(_ -> goesOn.getAsBoolean());
    return new Results(settings, market, outcome, (System.nanoTime() - startNs) / 1e9);
  }

  private static SequencedMap<String, Object> json(SequencedMap<Contestant, Results> all) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    all.forEach((one, results) -> members.put(one.name(), results.json()));
    return members;
  }

  private void print(SequencedMap<Contestant, Results> all, Path folder, PrintWriter console)
      throws IOException {
    if (json.write(() -> json(all), console)) {
      return;
    }
    Table table =
        new Table(
            "policy",
            "filled",
            "blocked",
            "steals",
            "success",
            "net PnL",
            "std error",
            "refused mainly because");
    all.forEach((one, results) -> {
      SchedulingFigures scheduling = results.figures().scheduling();
      AccountFigures account = results.figures().account();
      String error = account.netPnlStdError();
      table.row(
          one.name(),
          scheduling.filled(),
          scheduling.blockedEpisodes(),
          scheduling.steals(),
          Summary.percent(scheduling.stealSuccessRate()),
          Summary.cents(account.netPnl()),
          error == null ? "–" : "± " + Summary.cents(error),
          Summary.mainRefusals(scheduling.refusals(), 2));
    });
    table.print(console);
    console.println();
    console.println(
        "filled: entries completely filled; blocked: times an intent was near and had no capital;");
    console.println(
        "success: steals / (steals + blocked). The market is made up: its profits say nothing of real ones.");
    console.println("files in " + folder);
  }
}
