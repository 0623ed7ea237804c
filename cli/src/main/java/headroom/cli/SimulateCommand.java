package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.core.engine.Event;
import headroom.data.bars.LoadReport;
import headroom.data.journal.JournalReader;
import headroom.data.reshape.CorporateAction;
import headroom.data.synth.SynthSettings;
import headroom.report.FillBand;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.Simulation;
import headroom.sim.trace.Audience;
import headroom.sim.trace.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
      "  headroom simulate --data bars/ --policy Random --seed 7 --json -",
      "  headroom simulate --data bars/ --band --path WORST",
      "  headroom simulate --data bars/ --set order-latency=200ms+100ms --set excursion.sides=both",
      "  headroom simulate --data bars/ --set equity=30000 --set margin-regime=by-date",
      "  headroom simulate --data bars/ --intents intents.jsonl --forecasts snapshots/",
      "  headroom simulate --data bars/ --actions actions.csv",
      "  headroom simulate --data bars/ --out run-1 --journal run-1.jsonl.gz",
      "  headroom simulate --data bars/ --report run.html --charts run-charts"
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR", description = "holds crypto/ and stocks/")
  private @Nullable Path data;

  @Mixin private SymbolsOption symbols = new SymbolsOption();

  @Mixin private Dates dates = new Dates();

  @Option(
      names = "--strict",
      description = "refuse data in which 'data validate' finds bad rows or anything suspicious")
  private boolean strict;

  @Option(
      names = "--intents",
      paramLabel = "FILE",
      description = "intents as CSV or JSON lines, instead of generated ones")
  private @Nullable Path intents;

  @Option(
      names = "--forecasts",
      paramLabel = "FILE",
      description = {
        "snapshots of forecasts as CSV or JSON lines, each known from its as-of on;",
        "or a folder of such files, with the times in their names"
      })
  private @Nullable Path forecasts;

  @Mixin private ActionsOption actions = new ActionsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the files go (default: a new folder in headroom-results)")
  private @Nullable Path out;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "every input of the engine, for a replay; compressed if it ends in .gz")
  private @Nullable Path journal;

  @Mixin private ReportOption report = new ReportOption();
  @Mixin private ChartsOption charts = new ChartsOption();

  @Option(
      names = "--band",
      description = "also under the other fill rules, beside each other; costs two further runs")
  private boolean band;

  @Option(
      names = "--every-bar",
      description = "play also what nothing can come of; the same result, only later")
  private boolean everyBar;

  @Mixin private SettingOptions options = new SettingOptions();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private JsonOption json = new JsonOption();

  SimulateCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    OutputFolder place = Results.place(out == null ? ResultFolders.fresh("simulate") : out);
    EffectiveSettings settings =
        new Problems()
            .in(dates::requireOrder)
            .in(() -> symbols.requireData(data))
            .in(place::require)
            .in(json::requirePlace)
            .in(() -> IntentsFile.requireThere("--intents", intents))
            .in(actions::requireThere)
            .in(() -> ForecastsFile.requireThere(forecasts))
            .in(() -> requireFileOutside(place, journal))
            .in(() -> report.requirePlace(place.path()))
            .in(() -> charts.requirePlace(place.path()))
            .end(() -> common.settings(options.settings()));
    String task = data == null ? "making up the market" : "loading";
    try (Interrupts interrupts = new Interrupts(task, err)) {
      List<CorporateAction> given = actions.read();
      Market market = market(settings, given, err);
      Actions events = Actions.of(given, market, err);
      sayWhatWasLeftOut(market, err);
      Period period = market.period(dates);
      List<Planned> planned =
          intents == null
              ? events.intents(
                  new Excursion(settings.excursion(), market.hours()),
                  market.tape().series(),
                  period.fromNs(),
                  period.toNs())
              : IntentsFile.read(intents, market, period, err);
      List<Event.Forecasted> snapshots =
          forecasts == null
              ? List.of()
              : ForecastsFile.read(forecasts, market, period.toNs(), planned, err);
      WithoutEffect.of(settings.engine(), market, planned)
          .forEach(what -> err.println("headroom: " + what));
      interrupts.follow();
      Results results;
      try (Recording recording = Recording.of(settings, market, journal)) {
        results =
            run(settings, market, period, planned, snapshots, events, recording, interrupts, err);
        results.keep(recording.end(results.outcome()));
        if (band && results.outcome().complete()) {
          results.keep(
              Band.play(
                  settings,
                  events.in(settings.run()),
                  market,
                  period,
                  planned,
                  snapshots,
                  results,
                  () -> !interrupts.isInterrupted(),
                  err));
        }
      }
      place.write(results::writeTo);
      Path page = report.write(results::report);
      Path pictures = charts.write(results::report);
      print(results, place, page, pictures);
      if (interrupts.isInterrupted()) {
        err.println(
            results.outcome().complete()
                ? isBandComplete(results)
                    ? "headroom: interrupted when the run was over; the result is complete"
                    : "headroom: interrupted; the run is complete, its band over fill rules is not"
                : "headroom: interrupted; the result is partial and says so");
        return Main.INTERRUPTED;
      }
      return results.figures().checks().conservation() && results.figures().checks().capital()
          ? Main.DONE
          : Main.FAILED;
    }
  }

  private static boolean isBandComplete(Results results) {
    FillBand played = results.band();
    return played == null || played.isComplete();
  }

  /// The files of a run replace an earlier result together; a journal among them would be lost.
  private static void requireFileOutside(OutputFolder folder, @Nullable Path file)
      throws IOException {
    if (file == null) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("--journal must be a file, was the folder " + file);
    }
    // It is written beside its place and takes it at the end, also that of a device.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IllegalArgumentException("--journal must be a file, was the device " + file);
    }
    Places.requireRoomFor("--journal", file);
    if (Files.exists(file) && Files.size(file) > 0 && !JournalReader.isJournal(file)) {
      throw new IllegalArgumentException(
          "--journal must be a new file or an earlier journal, was something else: " + file);
    }
    if (file.toAbsolutePath().normalize().startsWith(folder.path())) {
      throw new IllegalArgumentException(
          "--journal must be outside of the folder of the result, %s, was %s"
              .formatted(folder, file));
    }
  }

  private Market market(EffectiveSettings settings, List<CorporateAction> given, PrintWriter err) {
    return data == null
        ? Market.synthetic(
            SynthSettings.defaults().withSeed(settings.seed()), settings.extendedHours(), dates)
        : Market.load(data, symbols.names(), strict, settings.extendedHours(), dates, given, err);
  }

  static void sayWhatWasLeftOut(Market market, PrintWriter err) {
    LoadReport report = market.report();
    if (report == null) {
      return;
    }
    ProblemLines.of(report.problems())
        .forEach(problem -> err.println("headroom: left out: " + problem));
    report.leftAlone().forEach(other -> err.println("headroom: " + other));
  }

  private Results run(
      EffectiveSettings settings,
      Market market,
      Period period,
      List<Planned> planned,
      List<Event.Forecasted> snapshots,
      Actions events,
      Recording recording,
      Interrupts interrupts,
      PrintWriter err) {
    long startNs = System.nanoTime();
    try (Progress progress = Progress.of("simulating", "days", err)) {
      Trace trace =
          new Trace(
              settings.engine(),
              market.hours(),
              period,
              List.copyOf(market.instruments().values()),
              planned);
      Simulation simulation =
          new Simulation(
                  events.in(settings.run()),
                  market.hours(),
                  market.tape(),
                  planned,
                  snapshots,
                  period,
                  new Audience(List.of(recording.observer(), trace)),
                  recording.with(trace))
              .measure(trace);
      if (everyBar) {
        simulation.playEveryBar();
      }
      long days = Math.max(1, period.dayEndsNs().size());
      long[] done = {0};
      Outcome outcome =
          simulation.run(_ -> {
            done[0]++;
            progress.at(done[0], days);
            return !interrupts.isInterrupted();
          });
      return new Results(settings, market, outcome, (System.nanoTime() - startNs) / 1e9)
          .with(trace);
    }
  }

  private void print(
      Results results, OutputFolder place, @Nullable Path page, @Nullable Path pictures)
      throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    if (json.write(results::json, console)) {
      return;
    }
    Summary.print(results, console);
    console.println();
    console.println("files in " + place);
    if (page != null) {
      console.println("report in " + page);
    }
    if (pictures != null) {
      console.println("charts in " + pictures);
    }
  }
}
