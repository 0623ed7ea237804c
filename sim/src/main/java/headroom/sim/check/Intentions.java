package headroom.sim.check;

import headroom.sim.intents.Planned;
import headroom.sim.path.Tape;
import headroom.sim.run.Period;
import java.util.List;

/// Where the intents of a run come from. Those that are made of bars are part of what is checked:
/// they are made anew of other bars.
@FunctionalInterface
public interface Intentions {
  /// The intents that appear in a period, in the order in which they do.
  List<Planned> of(Tape tape, Period period);
}
