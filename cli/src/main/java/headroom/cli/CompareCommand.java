package headroom.cli;

import headroom.cli.PeriodsOption.Span;
import headroom.cli.settings.Form;
import headroom.cli.settings.SettingsException;
import headroom.data.reshape.CorporateAction;
import headroom.data.synth.SynthSettings;
import headroom.sim.compare.Bootstrap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom compare`: many runs over the same bars and intents, and what may be said of their
/// differences.
@Command(
    name = "compare",
    description = {
      "Plays the same bars and intents under several policies and settings, side by side.",
      "Says of each difference from the first row whether it could be chance.",
      "Without --data it makes up a market."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  headroom compare --data bars/ --policies FirstCome,FurthestFirst",
      "  headroom compare --data bars/ --presets origin-2025,origin-fix --vary cooldown=0s,120s",
      "  headroom compare --data bars/ --policies FirstCome,FurthestFirst --report policies.html",
      "  headroom compare --data bars/ --policies FirstCome,FurthestFirst --band",
      "  headroom compare --data bars/ --policy Random --vary seed=1,2,3,4,5 --all-pairs",
      "  headroom compare --data bars/ --intents my.csv --forecasts forecasts.csv",
      "  headroom compare --data bars/ --periods 2025-01-01..2025-03-31,2025-04-01..2025-06-30"
    })
final class CompareCommand implements Callable<Integer> {
  private static final Form RESAMPLES = new Form.Whole(Bootstrap.LEAST, Bootstrap.MOST);
  private static final String FILL_RULE = "fill-rule";
  private static final Form WORKERS = new Form.Whole(1, 1_024);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private GridOptions grid = new GridOptions();
  @Mixin private PeriodsOption periods = new PeriodsOption();

  @Option(
      names = "--baseline",
      paramLabel = "ROW",
      description = "what the others are compared with: a row's number or name (default: 1)")
  private String baseline = "1";

  @Option(names = "--all-pairs", description = "compare every row with every other too")
  private boolean allPairs;

  @Option(
      names = "--band",
      description = {
        "every row under all three fill rules, with differences within each rule;",
        "three times the runs"
      })
  private boolean band;

  @Option(
      names = "--bootstrap",
      paramLabel = "N",
      description = "how often days are drawn for an interval (default: 2000)")
  private String resamples = Integer.toString(Bootstrap.DEFAULT_RESAMPLES);

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "how many runs at a time (default: one for each processor); changes no figure")
  private @Nullable String workers;

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

  @Option(names = "--tables", description = "also write all tables of every run")
  private boolean tables;

  @Mixin private ReportOption report = new ReportOption();
  @Mixin private JsonOption json = new JsonOption();

  CompareCommand() {}

  /// What was asked for, sound in itself.
  private record Request(
      List<Combination> combinations,
      Combination baseline,
      List<Span> spans,
      int resamples,
      int workers) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    OutputFolder place = CompareFolder.place(out == null ? ResultFolders.fresh("compare") : out);
    Request request = request(place);
    String task = data == null ? "making up the market" : "loading";
    try (Interrupts interrupts = new Interrupts(task, err)) {
      List<CorporateAction> given = actions.read();
      Market market = market(request, given, err);
      List<Stretch> stretches = stretches(request, market);
      Contest contest =
          new Contest(
              market,
              request.combinations(),
              stretches,
              intents,
              forecasts,
              Actions.of(given, market, err),
              err);
      if (band) {
        contest.underEveryRule();
      }
      sayWhatIsWithoutEffect(request, market, contest, err);
      interrupts.follow();
      Comparison comparison =
          place.make(folder -> {
            Comparison made =
                compare(
                    request, stretches, contest, folder, () -> !interrupts.isInterrupted(), err);
            CompareFolder.write(made, folder);
            return made;
          });
      print(comparison, place, report.write(() -> ComparePage.of(comparison)));
      if (interrupts.isInterrupted()) {
        err.println("headroom: interrupted; the comparison is partial and says so");
        return Main.INTERRUPTED;
      }
      return areSound(comparison, err) ? Main.DONE : Main.FAILED;
    }
  }

  /// @throws SettingsException with everything that is wrong
  private Request request(OutputFolder place) throws IOException {
    List<String> found = new ArrayList<>();
    Problems problems = new Problems(found);
    List<Span> spans = periods.spans(found);
    if (!periods.isEmpty() && !dates.isAll()) {
      found.add("--from and --to must not be given beside --periods, was " + dates);
    }
    List<Combination> combinations = grid.combinations(periods.isEmpty(), found);
    if (found.isEmpty() && combinations.size() * Math.max(1, spans.size()) < 2) {
      found.add(
          "--policies, --presets, --vary or --periods must ask for at least two runs, asked for"
              + " one");
    }
    if (band && combinations.stream().anyMatch(one -> one.varied().containsKey(FILL_RULE))) {
      found.add(
          "--vary must not name fill-rule beside --band, which plays every row under all of them");
    }
    @Nullable Combination first = baseline(combinations, found);
    int draws = (int) problems.whole("--bootstrap", RESAMPLES, resamples, 1);
    int processors = Runtime.getRuntime().availableProcessors();
    int threads =
        workers == null ? processors : (int) problems.whole("--workers", WORKERS, workers, 1);
    problems
        .in(() -> symbols.requireData(data))
        .in(dates::requireOrder)
        .in(place::require)
        .in(() -> report.requirePlace(place.path()))
        .in(json::requirePlace)
        .in(() -> IntentsFile.requireThere("--intents", intents))
        .in(() -> ForecastsFile.requireThere(forecasts))
        .in(actions::requireThere)
        .end();
    return new Request(combinations, Objects.requireNonNull(first), spans, draws, threads);
  }

  /// Null only if something was found.
  private @Nullable Combination baseline(List<Combination> rows, List<String> found) {
    for (int row = 0; row < rows.size(); row++) {
      if (baseline.equals(Integer.toString(row + 1)) || baseline.equals(rows.get(row).name())) {
        return rows.get(row);
      }
    }
    // Without rows something else is wrong, and was said.
    if (found.isEmpty()) {
      found.add(
          "--baseline must be the number of a row, 1 to %s, or its name, such as '%s', was '%s'"
              .formatted(rows.size(), rows.getLast().name(), baseline));
    }
    return null;
  }

  private Market market(Request request, List<CorporateAction> given, PrintWriter err) {
    Dates around = request.spans().isEmpty() ? dates : Span.around(request.spans()).dates();
    boolean extended =
        request.combinations().stream().anyMatch(one -> one.settings().extendedHours());
    Market market =
        data == null
            ? Market.synthetic(
                SynthSettings.defaults().withSeed(request.baseline().settings().seed()),
                extended,
                around)
            : Market.load(data, symbols.names(), strict, extended, around, given, err);
    SimulateCommand.sayWhatWasLeftOut(market, err);
    return market;
  }

  private static void sayWhatIsWithoutEffect(
      Request request, Market market, Contest contest, PrintWriter err) {
    Set<String> said = new LinkedHashSet<>();
    for (Combination one : request.combinations()) {
      said.addAll(WithoutEffect.of(one.settings().engine(), market, contest.planned()));
    }
    said.forEach(what -> err.println("headroom: " + what));
  }

  private List<Stretch> stretches(Request request, Market market) {
    if (request.spans().isEmpty()) {
      return List.of(new Stretch("", market.period(dates)));
    }
    List<String> problems = new ArrayList<>();
    List<Stretch> stretches = new ArrayList<>();
    for (Span span : request.spans()) {
      try {
        String name = request.spans().size() == 1 ? "" : span.toString();
        stretches.add(new Stretch(name, market.period(span.dates())));
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return stretches;
  }

  private Comparison compare(
      Request request,
      List<Stretch> stretches,
      Contest contest,
      Path folder,
      BooleanSupplier goesOn,
      PrintWriter err) {
    try (Progress progress = Progress.of("comparing", "days", err)) {
      AtomicLong done = new AtomicLong();
      long days = Math.max(1, contest.days());
      List<ComparedRun> runs =
          contest.run(
              request.workers(),
              goesOn,
              () -> progress.at(done.incrementAndGet(), days),
              (number, results) -> {
                if (tables) {
                  results.writeTo(CompareFolder.ofRun(folder, number));
                }
              });
      Bootstrap bootstrap =
          new Bootstrap(request.resamples(), request.baseline().settings().seed());
      return band
          ? Comparison.ofBand(
              contest.size(),
              request.baseline(),
              request.combinations(),
              stretches,
              bootstrap,
              runs,
              allPairs)
          : Comparison.of(
              contest.size(),
              request.baseline(),
              request.combinations(),
              stretches,
              bootstrap,
              runs,
              allPairs);
    }
  }

  private void print(Comparison comparison, OutputFolder place, @Nullable Path page)
      throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    if (json.write(comparison::json, console)) {
      return;
    }
    CompareTable.print(comparison, console);
    console.println("files in " + place);
    if (page != null) {
      console.println("report in " + page);
    }
  }

  private static boolean areSound(Comparison comparison, PrintWriter err) {
    boolean sound = true;
    for (ComparedRun run : comparison.runs()) {
      if (!run.figures().checks().conservation() || !run.figures().checks().capital()) {
        err.println(
            "headroom: run %s broke its checks: %s"
                .formatted(run.number(), run.figures().checks().violations()));
        sound = false;
      }
    }
    return sound;
  }
}
