package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Given;
import headroom.cli.settings.SettingsLoader;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.sim.check.Books;
import headroom.sim.check.Evidence;
import headroom.sim.check.Finding;
import headroom.sim.check.FixedOrders;
import headroom.sim.check.HonestyCheck;
import headroom.sim.check.Inspection;
import headroom.sim.check.Inspection.Seen;
import headroom.sim.check.Prefix;
import headroom.sim.check.Same;
import headroom.sim.check.Subject;
import headroom.sim.intents.Planned;
import headroom.sim.path.PathModel;
import headroom.sim.run.Outcome;
import headroom.sim.run.Watcher;
import headroom.sim.venue.FillRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The checks of honesty on data and settings of the user's, several runs at a time. The figures do
/// not depend on how many.
final class HonestyChecks {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final EffectiveSettings settings;
  private final Subject subject;
  private final Effort effort;
  private final Runs runs;

  /// How much is tried.
  ///
  /// @param nullSeeds how many made-up markets, from seed 1 on
  /// @param cuts at how many times the future is taken away
  /// @param lots how many runs of the policy Random, from seed 1 on
  record Effort(int nullSeeds, int cuts, int lots) {
    /// Some minutes at most.
    static final Effort QUICK = new Effort(40, 8, 20);

    /// What a claim needs.
    static final Effort THOROUGH = new Effort(200, 50, 200);
  }

  /// Makes runs.
  interface Runs {
    /// How many at a time.
    int workers();

    /// What follows each of them, and may end it.
    Watcher watcher();

    /// All of them, in order.
    ///
    /// @param what they are for, for people
    <T> List<T> all(String what, List<Callable<T>> tasks);
  }

  HonestyChecks(EffectiveSettings settings, Subject subject, Effort effort, Runs runs) {
    this.settings = settings;
    this.subject = subject;
    this.effort = effort;
    this.runs = runs;
  }

  /// Does all of them.
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(nullMarket());
    findings.add(prefix());
    Callable<Seen> looked = () -> Inspection.of(subject, runs.watcher());
    Seen seen = runs.all("looking at the run", List.of(looked)).getFirst();
    findings.add(conservation(seen));
    findings.add(capital(seen));
    findings.add(skipping(seen));
    findings.add(fillBand(seen));
    findings.add(randomBaseline(seen));
    return findings;
  }

  private Finding nullMarket() {
    NullMarket market = new NullMarket(settings);
    List<Callable<NullMarket.Played>> tasks = new ArrayList<>();
    IntStream.rangeClosed(1, effort.nullSeeds())
        .forEach(seed -> tasks.add(() -> market.play(seed, runs.watcher())));
    return NullMarket.finding(runs.all(HonestyCheck.NULL_MARKET.word(), tasks));
  }

  private Finding prefix() {
    // Before the first intent nothing is decided.
    long firstNs =
        subject.intents().stream().mapToLong(Planned::fromNs).min().orElse(Long.MAX_VALUE);
    List<Callable<Prefix>> tasks = new ArrayList<>();
    SplittableRandom chance = new SplittableRandom(settings.seed());
    for (int cut = 0; cut < effort.cuts() && firstNs < subject.period().toNs(); cut++) {
      long cutNs = chance.nextLong(earliest(firstNs), subject.period().toNs());
      SplittableRandom other = chance.split();
      tasks.add(() -> Prefix.at(subject, cutNs, other, runs.watcher()));
    }
    List<Prefix> cuts = runs.all(HonestyCheck.PREFIX.word(), tasks);
    long compared = cuts.stream().mapToLong(Prefix::compared).sum();
    long others = cuts.stream().filter(Prefix::otherFuture).count();
    Evidence evidence = cuts.stream().map(Prefix::evidence).reduce(Evidence.NONE, Evidence::plus);
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("cuts", cuts.size());
    figures.put("commandsCompared", compared);
    figures.put("futuresWithOtherCommands", others);
    return Finding.of(
        HonestyCheck.PREFIX,
        "%s commands before %s cuts, each with another future and with none; %s futures changed what"
                .formatted(compared, cuts.size(), others)
            + " came after",
        evidence,
        others == 0 ? "no other future changed anything" : evidence.lacking(),
        cuts.stream().flatMap(cut -> cut.problems().stream()).toList(),
        figures);
  }

  /// A day after the first intent, if there is such a time.
  private long earliest(long firstNs) {
    return Math.min(firstNs + DAY_NS, subject.period().toNs() - 1);
  }

  private Finding conservation(Seen seen) {
    Outcome outcome = seen.outcome();
    int lines = outcome.account().ledger().size();
    int fills = outcome.account().fills().size();
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("ledgerLines", lines);
    figures.put("fills", fills);
    return Finding.of(
        HonestyCheck.CONSERVATION,
        "%s ledger lines and %s fills added up again".formatted(lines, fills),
        Evidence.of(outcome),
        Books.problems(outcome.account(), subject.tape()),
        figures);
  }

  private Finding capital(Seen seen) {
    boolean held = seen.shortestNs() < Long.MAX_VALUE;
    double seconds = seen.shortestNs() / 1e9;
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("looks", seen.looks());
    figures.put("shortestSeconds", held ? seconds : null);
    return Finding.of(
        HonestyCheck.CAPITAL,
        "looked %s times; the shortest hold of an unfilled order or a position %s"
            .formatted(seen.looks(), held ? seconds + " s" : "is unknown"),
        Evidence.of(seen.outcome()),
        first(seen.problems()),
        figures);
  }

  /// What is wrong once is wrong at every input after.
  private static List<String> first(List<String> problems) {
    return problems.stream().distinct().limit(10).toList();
  }

  private Finding skipping(Seen seen) {
    Subject same = subject.with((_, _) -> seen.outcome().planned());
    List<Callable<Outcome>> tasks = new ArrayList<>();
    tasks.add(() -> everyBar(same));
    IntStream.range(0, runs.workers()).forEach(_ -> tasks.add(() -> same.run(runs.watcher())));
    List<Outcome> outcomes = runs.all(HonestyCheck.SKIPPING.word(), tasks);
    List<String> problems = new ArrayList<>();
    Same.differences(outcomes.getFirst(), seen.outcome()).stream()
        .map(one -> "playing every bar, " + one)
        .forEach(problems::add);
    outcomes.stream()
        .skip(1)
        .flatMap(outcome -> Same.differences(outcome, seen.outcome()).stream())
        .map(one -> "in another thread, " + one)
        .forEach(problems::add);
    long played = seen.outcome().inputs();
    long every = outcomes.getFirst().inputs();
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("inputs", played);
    figures.put("inputsOfEveryBar", every);
    figures.put("commandHash", seen.outcome().commandHash());
    return Finding.of(
        HonestyCheck.SKIPPING,
        "%s of %s inputs played, hash %s"
            .formatted(played, every, seen.outcome().commandHash().substring(0, 12)),
        Evidence.of(seen.outcome()),
        played < every ? Evidence.of(seen.outcome()).lacking() : "nothing was left out",
        problems,
        figures);
  }

  private Outcome everyBar(Subject same) {
    return same.simulation(Observer.NONE, Recorder.NONE).playEveryBar().run(runs.watcher());
  }

  private Finding fillBand(Seen seen) {
    List<Planned> orders = FixedOrders.of(seen.orders(), seen.outcome().planned());
    Subject fixed = subject.with((_, _) -> orders);
    List<Callable<Outcome>> tasks = new ArrayList<>();
    for (FillRule rule : FillRule.values()) {
      tasks.add(() -> fixed.with(withoutLimits(rule).run()).run(runs.watcher()));
    }
    List<Outcome> outcomes = runs.all(HonestyCheck.FILL_BAND.word(), tasks);
    List<String> problems = new ArrayList<>();
    List<String> words = new ArrayList<>();
    SequencedMap<String, Object> filled = new LinkedHashMap<>();
    long before = Long.MAX_VALUE;
    for (Outcome outcome : outcomes) {
      FillRule rule = outcome.settings().venue().fillRule();
      long now = FixedOrders.filled(outcome);
      words.add(rule + " " + now);
      filled.put(rule.name(), now);
      if (now > before) {
        problems.add("%s must fill at most %s orders, filled %s".formatted(rule, before, now));
      }
      before = now;
    }
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("orders", orders.size());
    figures.put("filled", filled);
    Evidence evidence = new Evidence(orders.size(), Evidence.of(seen.outcome()).steals());
    return Finding.of(
        HonestyCheck.FILL_BAND,
        "of %s orders filled: %s".formatted(orders.size(), String.join(", ", words)),
        evidence,
        problems,
        figures);
  }

  /// So much capital that every order is sent when it was, and nothing that could stop it.
  private EffectiveSettings withoutLimits(FillRule rule) {
    SequencedMap<String, String> fixed = new LinkedHashMap<>();
    fixed.put("fill-rule", rule.name());
    fixed.put("account", "unbounded");
    fixed.put("equity", "1000000000");
    fixed.put("policy", "FirstCome");
    fixed.put("at-once-ranks", "0");
    if (settings.values().getOrDefault("path", "").equals(PathModel.WORST.name())) {
      // It bends the path to what is held, which differs with what was filled.
      fixed.put("path", PathModel.ADAPTIVE.name());
    }
    List.of("caps", "tiers", "max-through", "message-budget").forEach(key -> fixed.put(key, "off"));
    List.of("storm.fills", "storm.notional", "storm.steals", "storm.exposure")
        .forEach(key -> fixed.put(key, "off"));
    return SettingsLoader.over(
        settings,
        fixed.entrySet().stream()
            .map(one -> new Given(one.getKey(), one.getValue(), "fill band"))
            .toList());
  }

  private Finding randomBaseline(Seen seen) {
    Subject same = subject.with((_, _) -> seen.outcome().planned());
    List<Callable<Lot>> tasks = new ArrayList<>();
    IntStream.rangeClosed(1, effort.lots())
        .forEach(
            seed -> tasks.add(() -> Lot.of(same.with(random(seed).run()).run(runs.watcher()))));
    List<Lot> lots = runs.all(HonestyCheck.RANDOM_BASELINE.word(), tasks);
    Lot own = Lot.of(seen.outcome());
    List<Double> sorted = lots.stream().map(Lot::netPnl).sorted().toList();
    long below = lots.stream().filter(lot -> lot.netPnl() < own.netPnl()).count();
    long level = lots.stream().filter(lot -> lot.netPnl() == own.netPnl()).count();
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("runs", lots.size());
    figures.put("below", below);
    figures.put("level", level);
    figures.put("netPnl", own.netPnl());
    figures.put("netPnlOfRandom", sorted);
    figures.put("steals", own.steals());
    figures.put("stealsOfRandom", lots.stream().map(Lot::steals).sorted().toList());
    String figure =
        String.format(
            Locale.ROOT,
            "net PnL %,.0f is above %s and level with %s of %s Random runs (%,.0f to %,.0f, middle"
                + " %,.0f)",
            own.netPnl(),
            below,
            level,
            lots.size(),
            sorted.getFirst(),
            sorted.getLast(),
            sorted.get(sorted.size() / 2));
    Evidence evidence = Evidence.of(seen.outcome());
    @Nullable String lacking =
        level == lots.size() ? "lots made no difference" : evidence.lacking();
    return Finding.of(HonestyCheck.RANDOM_BASELINE, figure, evidence, lacking, List.of(), figures);
  }

  private EffectiveSettings random(int seed) {
    return SettingsLoader.over(
        settings,
        List.of(
            new Given("policy", "Random", "random baseline"),
            new Given("seed", "" + seed, "random baseline")));
  }

  /// What came of a run, in short.
  ///
  /// @param netPnl in dollars
  private record Lot(double netPnl, long steals) {
    static Lot of(Outcome outcome) {
      long raw = outcome.account().equityRaw() - outcome.settings().equity().raw();
      return new Lot(raw / 1e9, Evidence.of(outcome).steals());
    }
  }
}
