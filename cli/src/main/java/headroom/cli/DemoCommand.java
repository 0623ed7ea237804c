package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Given;
import headroom.cli.settings.SettingsException;
import headroom.cli.settings.SettingsLoader;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.data.synth.SynthSettings;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
      "Stocks and crypto; the same intents, the same prices, the same deposit for each policy.",
      "Settings are for all rows. What a row is named after holds whatever is set:",
      "its policy, 0.4 %% or 0.1 %% protected, no capital limit."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  headroom demo --seed 7",
      "  headroom demo --set equity=50000 --set fill-rule=TOUCH"
    })
final class DemoCommand implements Callable<Integer> {
  /// One row of the table.
  ///
  /// @param settings what it is named after
  private record Contestant(String name, String folder, List<Given> settings) {
    static Contestant of(String name, String folder, String... settings) {
      List<Given> given = new ArrayList<>();
      for (String one : settings) {
        String[] pair = one.split("=", 2);
        given.add(new Given(pair[0], pair[1], "row " + name));
      }
      return new Contestant(name, folder, given);
    }
  }

  private static final List<Contestant> CONTESTANTS =
      List.of(
          Contestant.of("FirstCome", "first-come", "policy=FirstCome"),
          Contestant.of(
              "FurthestFirst, 0.4 % protected",
              "furthest-first-0.4", "policy=FurthestFirst", "protection=0.4%"),
          Contestant.of(
              "FurthestFirst, 0.1 % protected",
              "furthest-first-0.1", "policy=FurthestFirst", "protection=0.1%"),
          Contestant.of("Random", "random", "policy=Random"),
          Contestant.of(
              "no capital limit", "unbounded", "policy=FurthestFirst", "account=unbounded"));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "which market, and what Random draws (default: 1)")
  private @Nullable String seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the files go (default: a new folder in headroom-results)")
  private @Nullable Path out;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private JsonOption json = new JsonOption();

  DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    OutputFolder place = place(out == null ? ResultFolders.fresh("demo") : out);
    SequencedMap<Contestant, EffectiveSettings> rows =
        new Problems()
            .in(place::require)
            .in(json::requirePlace)
            .in(() -> common.requireUnset("policy", "every row of the demo has its own"))
            .end(this::rows);
    long marketSeed = rows.firstEntry().getValue().seed();
    try (Interrupts interrupts = new Interrupts("making up the market", err)) {
      Market market = Market.synthetic(SynthSettings.defaults().withSeed(marketSeed), Dates.ALL);
      interrupts.follow();
      SequencedMap<Contestant, Results> all = play(rows, market, interrupts, err);
      place.write(folder -> write(all, folder));
      print(all, place);
      if (interrupts.isInterrupted()) {
        err.println(
            all.values().stream().allMatch(one -> one.outcome().complete())
                ? "headroom: interrupted when the runs were over; the results are complete"
                : "headroom: interrupted; the results are partial and say so");
        return Main.INTERRUPTED;
      }
      return Main.DONE;
    }
  }

  private static OutputFolder place(Path folder) {
    String folders =
        CONTESTANTS.stream()
            .map(one -> Pattern.quote(one.folder()))
            .collect(Collectors.joining("|", "(", ")"));
    Pattern ours = Pattern.compile(folders + "/(" + Results.FILES + ")?");
    return new OutputFolder("--out", "result of the demo", ours, folder);
  }

  /// The settings of each row.
  ///
  /// @throws SettingsException with what is wrong in any
  private SequencedMap<Contestant, EffectiveSettings> rows() {
    List<Given> options = seed == null ? List.of() : List.of(new Given("seed", seed, "--seed"));
    EffectiveSettings settings = common.settings(options);
    SequencedMap<Contestant, EffectiveSettings> rows = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Contestant one : CONTESTANTS) {
      try {
        rows.put(one, SettingsLoader.over(settings, one.settings()));
      } catch (SettingsException row) {
        row.problems().forEach(problem -> problems.add("row " + one.name() + ": " + problem));
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return rows;
  }

  private static SequencedMap<Contestant, Results> play(
      SequencedMap<Contestant, EffectiveSettings> rows,
      Market market,
      Interrupts interrupts,
      PrintWriter err) {
    Period period = market.period(Dates.ALL);
    long days = (long) rows.size() * Math.max(1, period.dayEndsNs().size());
    AtomicLong done = new AtomicLong();
    SequencedMap<Contestant, Results> all = new LinkedHashMap<>();
    try (Progress progress = Progress.of("simulating", "days", err)) {
      BooleanSupplier goesOn =
          () -> {
            progress.at(done.incrementAndGet(), days);
            return !interrupts.isInterrupted();
          };
      rows.entrySet().parallelStream()
          .map(row -> Map.entry(row.getKey(), run(row.getValue(), market, period, goesOn)))
          .toList()
          .forEach(row -> all.put(row.getKey(), row.getValue()));
    }
    return all;
  }

  private static Results run(
      EffectiveSettings settings, Market market, Period period, BooleanSupplier goesOn) {
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

  private static void write(SequencedMap<Contestant, Results> all, Path folder) throws IOException {
    for (Map.Entry<Contestant, Results> one : all.entrySet()) {
      one.getValue().writeTo(Files.createDirectory(folder.resolve(one.getKey().folder())));
    }
  }

  private void print(SequencedMap<Contestant, Results> all, OutputFolder place) throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    SequencedMap<String, Results> byName = new LinkedHashMap<>();
    all.forEach((one, results) -> byName.put(one.name(), results));
    if (json.write(
        () -> {
          byName.forEach((name, results) -> members.put(name, results.json()));
          return members;
        },
        console)) {
      return;
    }
    DemoTable.print(byName, console);
    console.println("files in " + place);
  }
}
