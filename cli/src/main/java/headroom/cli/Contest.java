package headroom.cli;

import headroom.core.engine.Event;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.run.Outcome;
import headroom.sim.run.Simulation;
import headroom.sim.venue.FillRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Plays all rows of a comparison over the same market, several at a time.
///
/// Which run goes to which thread changes nothing: a run is a function of its arguments, and what
/// they share is never written to.
final class Contest {
  private final Market market;
  private final Market core;
  private final List<Task> tasks = new ArrayList<>();
  private final SequencedMap<IntentsKey, List<Planned>> planned = new LinkedHashMap<>();
  private final List<Event.Forecasted> snapshots;
  private final Actions actions;

  /// @param number from 1, the same under every fill rule
  /// @param intents which of the lists of intents it meets
  private record Task(
      int number,
      Combination combination,
      Stretch stretch,
      FillRule rule,
      IntentsKey intents,
      int intentsNumber) {
    boolean isUnderItsOwnRule() {
      return rule == combination.settings().run().venue().fillRule();
    }

    Task under(FillRule other) {
      return new Task(number, combination, stretch, other, intents, intentsNumber);
    }
  }

  /// What intents depend on; without rules they come from a file.
  private record IntentsKey(Excursion.@Nullable Rules rules, Stretch stretch) {}

  /// Takes what a run leaves behind before all but its figures is forgotten; called by many
  /// threads.
  @FunctionalInterface
  interface Keeper {
    void keep(int number, Results results) throws IOException;
  }

  /// @param market with what is traded before and after the core session, if any row wants it
  /// @param file the file of the intents; null if they are generated
  /// @param forecasts the file of their forecasts; null if there is none
  /// @param actions what companies do meanwhile
  Contest(
      Market market,
      List<Combination> combinations,
      List<Stretch> stretches,
      @Nullable Path file,
      @Nullable Path forecasts,
      Actions actions,
      PrintWriter err) {
    this.market = market;
    boolean all = combinations.stream().allMatch(one -> one.settings().extendedHours());
    this.core = all ? market : market.with(false);
    this.actions = actions;
    for (Stretch stretch : stretches) {
      for (Combination combination : combinations) {
        IntentsKey key =
            new IntentsKey(file == null ? combination.settings().excursion() : null, stretch);
        planned.computeIfAbsent(key, _ -> intents(key, file, err));
        int intents = List.copyOf(planned.keySet()).indexOf(key);
        FillRule rule = combination.settings().run().venue().fillRule();
        tasks.add(new Task(tasks.size() + 1, combination, stretch, rule, key, intents));
      }
    }
    long endNs = stretches.stream().mapToLong(one -> one.period().toNs()).max().orElse(0);
    this.snapshots =
        forecasts == null
            ? List.of()
            : ForecastsFile.read(forecasts, market, endNs, planned(), err);
  }

  /// Has every row played under the other fill rules too, after all rows under their own.
  Contest underEveryRule() {
    List<Task> own = List.copyOf(tasks);
    for (FillRule rule : FillRule.values()) {
      own.stream().filter(task -> task.rule() != rule).forEach(task -> tasks.add(task.under(rule)));
    }
    return this;
  }

  /// All intents that any run meets.
  List<Planned> planned() {
    return planned.values().stream().flatMap(List::stream).toList();
  }

  private List<Planned> intents(IntentsKey key, @Nullable Path file, PrintWriter err) {
    Excursion.Rules rules = key.rules();
    if (rules != null) {
      Market own = market(rules.extendedHours());
      return actions.intents(
          new Excursion(rules, own.hours()),
          own.tape().series(),
          key.stretch().period().fromNs(),
          key.stretch().period().toNs());
    }
    if (file == null) {
      throw new IllegalStateException("intents must come from rules or a file, came from neither");
    }
    return IntentsFile.read(file, market, key.stretch().period(), err);
  }

  private Market market(boolean extended) {
    return extended ? market : core;
  }

  /// The rows.
  List<Combination> combinations() {
    return tasks.stream().map(Task::combination).distinct().toList();
  }

  /// How many runs there are.
  int size() {
    return tasks.size();
  }

  /// How many days all runs have together.
  long days() {
    return tasks.stream().mapToLong(task -> task.stretch().period().dayEndsNs().size()).sum();
  }

  /// Plays all runs.
  ///
  /// @param workers how many at a time
  /// @param goesOn asked before each run and at the end of each of its days, by many threads; false
  ///   ends all
  /// @param day told of the end of each day of each run, by many threads
  /// @param keeper is given runs under the rules of their rows only
  /// @return the runs that reached their end, in the order of the rows; under other rules after all
  ///   that are under their own
  List<ComparedRun> run(int workers, BooleanSupplier goesOn, Runnable day, Keeper keeper) {
    AtomicBoolean failed = new AtomicBoolean();
    BooleanSupplier allGoOn = () -> !failed.get() && goesOn.getAsBoolean();
    List<Callable<Optional<ComparedRun>>> plays = new ArrayList<>();
    tasks.forEach(task -> plays.add(() -> play(task, allGoOn, day, keeper)));
    return new Crew(workers).all(plays, failed).stream().flatMap(Optional::stream).toList();
  }

  private Optional<ComparedRun> play(Task task, BooleanSupplier goesOn, Runnable day, Keeper keeper)
      throws IOException {
    if (!goesOn.getAsBoolean()) {
      return Optional.empty();
    }
    long startNs = System.nanoTime();
    Combination combination = task.combination();
    Market own = market(combination.settings().extendedHours());
    Outcome outcome =
        new Simulation(
                actions.in(combination.settings().run().with(task.rule())),
                own.hours(),
                own.tape(),
                planned.getOrDefault(task.intents(), List.of()),
                snapshots,
                task.stretch().period(),
                Observer.NONE,
                Recorder.NONE)
            .run(_ -> {
              day.run();
              return goesOn.getAsBoolean();
            });
    if (!outcome.complete()) {
      return Optional.empty();
    }
    Results results =
        new Results(combination.settings(), own, outcome, (System.nanoTime() - startNs) / 1e9);
    if (task.isUnderItsOwnRule()) {
      keeper.keep(task.number(), results);
    }
    return Optional.of(
        new ComparedRun(
            task.number(),
            combination,
            task.stretch(),
            task.rule(),
            task.intentsNumber(),
            outcome.commandHash(),
            results.figures(),
            results.json()));
  }
}
