package headroom.sim.run;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer;
import headroom.core.engine.Refusal;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes down all that an observer hears.
final class Listener implements Observer {
  final List<String> heard = new ArrayList<>();

  /// When intents were nearest, in the order in which it was said.
  final List<Long> nearestNs = new ArrayList<>();

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void refused(Look look) {
    heard.add("refused " + look);
  }

  @Override
  public void stole(Look look) {
    heard.add("stole " + look);
  }

  @Override
  public void placed(long timeNs, IntentId intent, OrderId order, Cause cause) {
    heard.add("%s placed %s %s %s".formatted(timeNs, intent, order, cause));
  }

  @Override
  public void aborted(long timeNs, IntentId thief, String reason) {
    heard.add("%s aborted %s %s".formatted(timeNs, thief, reason));
  }

  @Override
  public void ended(long timeNs, IntentId intent, IntentState state, @Nullable String reason) {
    heard.add("%s ended %s %s %s".formatted(timeNs, intent, state, reason));
  }

  @Override
  public void waits(long timeNs, IntentId intent, Refusal reason, int distancePpm, int entryPpm) {
    heard.add("%s waits %s %s %s of %s".formatted(timeNs, intent, reason, distancePpm, entryPpm));
  }

  @Override
  public void sent(long timeNs, Command command) {
    heard.add("%s sent %s".formatted(timeNs, command));
  }

  @Override
  public void nearest(long timeNs, IntentId intent, int distancePpm, int entryPpm, long nearNs) {
    heard.add("%s nearest %s %s %s".formatted(timeNs, intent, distancePpm, entryPpm));
    nearestNs.add(nearNs);
  }
}
