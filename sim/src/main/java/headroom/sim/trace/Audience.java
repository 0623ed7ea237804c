package headroom.sim.trace;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer;
import headroom.core.engine.Refusal;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several observers as one; each hears everything, in their order.
public record Audience(List<Observer> all) implements Observer {
  public Audience {
    all = List.copyOf(all);
  }

  @Override
  public boolean listens() {
    return all.stream().anyMatch(Observer::listens);
  }

  @Override
  public void refused(Look look) {
    all.forEach(one -> one.refused(look));
  }

  @Override
  public void stole(Look look) {
    all.forEach(one -> one.stole(look));
  }

  @Override
  public void placed(long timeNs, IntentId intent, OrderId order, Cause cause) {
    all.forEach(one -> one.placed(timeNs, intent, order, cause));
  }

  @Override
  public void aborted(long timeNs, IntentId thief, String reason) {
    all.forEach(one -> one.aborted(timeNs, thief, reason));
  }

  @Override
  public void stolen(long timeNs, IntentId thief, IntentId victim, int thiefPpm, int victimPpm) {
    all.forEach(one -> one.stolen(timeNs, thief, victim, thiefPpm, victimPpm));
  }

  @Override
  public void succeeded(long timeNs, IntentId thief) {
    all.forEach(one -> one.succeeded(timeNs, thief));
  }

  @Override
  public void wasBlocked(long sinceNs, long timeNs, IntentId intent) {
    all.forEach(one -> one.wasBlocked(sinceNs, timeNs, intent));
  }

  @Override
  public void ended(long timeNs, IntentId intent, IntentState state, @Nullable String reason) {
    all.forEach(one -> one.ended(timeNs, intent, state, reason));
  }

  @Override
  public void waits(long timeNs, IntentId intent, Refusal reason, int distancePpm, int entryPpm) {
    all.forEach(one -> one.waits(timeNs, intent, reason, distancePpm, entryPpm));
  }

  @Override
  public void sent(long timeNs, Command command) {
    all.forEach(one -> one.sent(timeNs, command));
  }

  @Override
  public void nearest(long timeNs, IntentId intent, int distancePpm, int entryPpm, long nearestNs) {
    all.forEach(one -> one.nearest(timeNs, intent, distancePpm, entryPpm, nearestNs));
  }
}
