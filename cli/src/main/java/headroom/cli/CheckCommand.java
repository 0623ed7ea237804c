package headroom.cli;

import headroom.cli.HonestyChecks.Effort;
import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Form;
import headroom.data.synth.SynthSettings;
import headroom.sim.check.Finding;
import headroom.sim.check.Intentions;
import headroom.sim.check.Subject;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.run.Period;
import headroom.sim.run.Watcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom check`: whether the results of a simulation can be believed.
@Command(
    name = "check",
    description = {
      "Checks on your own data and settings whether a simulation can be believed.",
      "Says for each check what was measured and what a failure would mean.",
      "Ends with 1 unless all passed; a check that saw too little is not checked.",
      "Without --data it makes up a market."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  headroom check --data bars/",
      "  headroom check --data bars/ --symbols 'crypto/*' --preset origin-fix --json check.json",
      "  headroom check --data bars/ --thorough"
    })
final class CheckCommand implements Callable<Integer> {
  private static final Form WORKERS = new Form.Whole(1, 1_024);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR", description = "holds crypto/ and stocks/")
  private @Nullable Path data;

  @Mixin private SymbolsOption symbols = new SymbolsOption();

  @Mixin private Dates dates = new Dates();

  @Option(names = "--strict", description = "refuse data with bad rows instead of leaving them out")
  private boolean strict;

  @Option(
      names = "--intents",
      paramLabel = "FILE",
      description = "intents as CSV or JSON lines, instead of generated ones")
  private @Nullable Path intents;

  @Option(
      names = "--thorough",
      description = "200 made-up markets, 50 cuts and 200 runs of Random instead of 40, 8 and 20")
  private boolean thorough;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "how many runs at a time (default: one for each processor); changes no figure")
  private @Nullable String workers;

  @Mixin private SettingOptions options = new SettingOptions();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private JsonOption json = new JsonOption();

  CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    List<Integer> threads = new ArrayList<>();
    EffectiveSettings settings =
        new Problems()
            .in(dates::requireOrder)
            .in(this::requireSymbols)
            .in(json::requirePlace)
            .in(this::requireIntents)
            .in(() -> threads.add(threads()))
            .end(() -> common.settings(options.settings()));
    try (Interrupts interrupts = new Interrupts("checking", err)) {
      Market market = market(settings, err);
      SimulateCommand.sayWhatWasLeftOut(market, err);
      Subject subject = subject(settings, market, err);
      WithoutEffect.of(settings.engine(), market, subject.intents())
          .forEach(what -> err.println("headroom: " + what));
      interrupts.follow();
      Effort effort = thorough ? Effort.THOROUGH : Effort.QUICK;
      List<Finding> findings =
          new HonestyChecks(
                  settings, subject, effort, new Counted(threads.getFirst(), interrupts, err))
              .findings();
      CheckReport report =
          new CheckReport(Results.identity(settings, market), effort, settings.seed(), findings);
      PrintWriter console = spec.commandLine().getOut();
      if (!json.write(report::json, console)) {
        report.print(console);
      }
      return report.passed() ? Main.DONE : Main.FAILED;
    }
  }

  private void requireSymbols() {
    if (!symbols.names().isEmpty() && data == null) {
      throw new IllegalArgumentException("--symbols must come with --data");
    }
  }

  private void requireIntents() {
    if (intents != null) {
      IntentsFile.requireThere("--intents", intents);
    }
  }

  private int threads() {
    if (workers == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      return Integer.parseInt(WORKERS.canonical(workers));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--workers " + e.getMessage(), e);
    }
  }

  private Market market(EffectiveSettings settings, PrintWriter err) {
    return data == null
        ? Market.synthetic(
            SynthSettings.defaults().withSeed(settings.seed()), settings.extendedHours(), dates)
        : Market.load(data, symbols.names(), strict, settings.extendedHours(), dates, err);
  }

  private Subject subject(EffectiveSettings settings, Market market, PrintWriter err) {
    Period period = market.period(dates);
    Intentions intentions =
        intents == null
            ? (tape, time) ->
                new Excursion(settings.excursion(), market.hours())
                    .intents(tape.series(), time.fromNs(), time.toNs())
            : ofFile(IntentsFile.read(intents, market, period, err));
    return new Subject(settings.run(), market.hours(), market.tape(), intentions, period);
  }

  /// Those of a file are what they are, but for instruments of which there are no bars yet.
  private static Intentions ofFile(List<Planned> all) {
    return (tape, _) ->
        all.stream()
            .filter(one ->
                tape.series().stream()
                    .anyMatch(bars -> bars.id().equals(one.intent().instrument())))
            .toList();
  }

  /// Runs with a bar of progress, which end when the user says so.
  private record Counted(int workers, Interrupts interrupts, PrintWriter err)
      implements HonestyChecks.Runs {
    @Override
    public Watcher watcher() {
      return _ -> !interrupts.isInterrupted();
    }

    @Override
    public <T> List<T> all(String what, List<Callable<T>> tasks) {
      interrupts.requireNone();
      try (Progress progress = Progress.of(what, "runs", err)) {
        AtomicLong done = new AtomicLong();
        List<Callable<T>> counted = new ArrayList<>();
        for (Callable<T> task : tasks) {
          counted.add(() -> {
            T made = task.call();
            progress.at(done.incrementAndGet(), tasks.size());
            return made;
          });
        }
        List<T> made = new Crew(workers).all(counted, new AtomicBoolean());
        interrupts.requireNone();
        return made;
      }
    }
  }
}
