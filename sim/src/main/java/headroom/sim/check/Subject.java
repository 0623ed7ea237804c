package headroom.sim.check;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.sim.intents.Planned;
import headroom.sim.path.Tape;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Simulation;
import headroom.sim.run.Watcher;
import java.util.List;

/// A run that can be made as often as it takes to find out whether to believe it, also under other
/// circumstances.
///
/// @param hours must cover the bars and the holding times beyond the end
public record Subject(
    RunSettings settings, TradingHours hours, Tape tape, Intentions intentions, Period period) {
  /// The same run under other settings.
  public Subject with(RunSettings other) {
    return new Subject(other, hours, tape, intentions, period);
  }

  /// The same run over other bars.
  public Subject with(Tape other) {
    return new Subject(settings, hours, other, intentions, period);
  }

  /// The same run with other intents.
  public Subject with(Intentions other) {
    return new Subject(settings, hours, tape, other, period);
  }

  /// The same run over another time.
  public Subject with(Period other) {
    return new Subject(settings, hours, tape, intentions, other);
  }

  /// The intents of the run.
  public List<Planned> intents() {
    return intentions.of(tape, period);
  }

  public Simulation simulation(Observer observer, Recorder recorder) {
    return new Simulation(settings, hours, tape, intents(), period, observer, recorder);
  }

  /// Makes the run, and nobody listens.
  public Outcome run(Watcher watcher) {
    return simulation(Observer.NONE, Recorder.NONE).run(watcher);
  }
}
