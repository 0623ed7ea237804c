package headroom.bench;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Deleveraging;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.engine.Settings;
import headroom.core.market.Bars;
import headroom.data.bars.BarFolder;
import headroom.data.bars.LoadRequest;
import headroom.data.calendar.ExchangeCalendar;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.path.Tape;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Simulation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Bars with their intents, ready to be played.
record Market(
    TradingHours hours, Tape tape, List<Planned> intents, Period period, RunSettings settings) {
  private static final RunSettings DEFAULTS = RunSettings.DEFAULTS;

  /// An account without margin rules, leverage of two by day and overnight: all that the naive
  /// engine knows.
  static final RunSettings PLAIN_ACCOUNT =
      new RunSettings(
          new Settings(
              DEFAULTS.engine().policy(),
              DEFAULTS.engine().tolerances(),
              DEFAULTS.engine().steals(),
              DEFAULTS.engine().fights(),
              DEFAULTS.engine().account(),
              Deleveraging.OVERNIGHT_MULTIPLIER,
              DEFAULTS.engine().atOnceRanks(),
              DEFAULTS.engine().dryRun(),
              DEFAULTS.engine().allowDeadZone(),
              DEFAULTS.engine().pauses()),
          DEFAULTS.path(),
          DEFAULTS.venue(),
          DEFAULTS.equity());

  static Market load(Path folder) {
    List<Bars> series = BarFolder.load(LoadRequest.of(folder)).series();
    long fromNs = series.stream().mapToLong(bars -> bars.startNs(0)).min().orElseThrow();
    long toNs =
        series.stream()
            .mapToLong(bars -> bars.startNs(bars.length() - 1) + bars.stepNs())
            .max()
            .orElseThrow();
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    TradingHours hours = calendar.tradingHours(date(fromNs).minusDays(7), date(toNs).plusDays(30));
    Tape tape = Tape.of(series, hours);
    List<Long> midnights = new ArrayList<>();
    for (long midnight :
        calendar.newYorkMidnights(date(fromNs).minusDays(2), date(toNs).plusDays(1))) {
      midnights.add(midnight);
    }
    Period period = new Period(tape.startNs(), tape.endNs(), midnights);
    List<Planned> intents =
        new Excursion(Excursion.Rules.DEFAULTS, hours)
            .intents(tape.series(), period.fromNs(), period.toNs());
    return new Market(hours, tape, intents, period, DEFAULTS);
  }

  /// The same intents over other bars.
  Market over(List<Bars> series) {
    return new Market(hours, Tape.of(series, hours), intents, period, settings);
  }

  /// The same market under other settings.
  Market with(RunSettings other) {
    return new Market(hours, tape, intents, period, other);
  }

  /// One evaluation, in the calling thread.
  Outcome play() {
    return simulation(Recorder.NONE).run(_ -> true);
  }

  /// The same, in which the engine is asked at every bar, also where nothing can come of it.
  Outcome playEveryBar(Recorder recorder) {
    return simulation(recorder).playEveryBar().run(_ -> true);
  }

  private Simulation simulation(Recorder recorder) {
    return new Simulation(settings, hours, tape, intents, period, Observer.NONE, recorder);
  }

  private static LocalDate date(long ns) {
    return Instant.ofEpochSecond(0, ns).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
