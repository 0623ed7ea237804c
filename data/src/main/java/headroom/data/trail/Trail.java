package headroom.data.trail;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.engine.Refusal;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Listens to an engine and hands on its decisions, in the order in which they were taken.
///
/// Not thread safe; owned by the thread of the loop.
public final class Trail implements Observer, Recorder {
  private final Consumer<Decision> sink;

  public Trail(Consumer<Decision> sink) {
    this.sink = sink;
  }

  @Override
  public void record(Input input) {
    told(input.timeNs(), input.event());
  }

  private void told(long timeNs, Event event) {
    switch (event) {
      case Event.Together together -> together.events().forEach(part -> told(timeNs, part));
      case Event.IntentSubmitted(Intent intent) ->
          sink.accept(new Decision.Appeared(timeNs, intent));
      case Event.PlanSubmitted plan -> {
        plan.intents().forEach(intent -> sink.accept(new Decision.Appeared(timeNs, intent)));
        sink.accept(new Decision.Told(timeNs, event));
      }
      case Event.OrderEvent answer -> sink.accept(new Decision.Answered(timeNs, answer));
      case Event.Priced _, Event.Woke _, Event.AccountChanged _ -> {
        // What they led to is heard by itself.
      }
      case Event.Forecasted _,
          Event.IntentWithdrawn _,
          Event.IntentReleased _,
          Event.StealRemembered _,
          Event.Split _,
          Event.ModeSwitched _,
          Event.DryRunSwitched _ ->
          sink.accept(new Decision.Told(timeNs, event));
    }
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void refused(Look look) {
    sink.accept(new Decision.Refused(look));
  }

  @Override
  public void stole(Look look) {
    sink.accept(new Decision.Stole(look));
  }

  @Override
  public void placed(long timeNs, IntentId intent, OrderId order, Cause cause) {
    // The command says it too, unless this is a dry run.
  }

  @Override
  public void sent(long timeNs, Command command) {
    sink.accept(new Decision.Sent(timeNs, command));
  }

  @Override
  public void waits(long timeNs, IntentId intent, Refusal reason, int distancePpm, int entryPpm) {
    sink.accept(new Decision.Waits(timeNs, intent, reason, distancePpm, entryPpm));
  }

  @Override
  public void aborted(long timeNs, IntentId thief, String reason) {
    sink.accept(new Decision.Aborted(timeNs, thief, reason));
  }

  @Override
  public void nearest(long timeNs, IntentId intent, int distancePpm, int entryPpm, long nearestNs) {
    sink.accept(new Decision.Nearest(timeNs, intent, distancePpm, entryPpm, nearestNs));
  }

  @Override
  public void ended(long timeNs, IntentId intent, IntentState state, @Nullable String reason) {
    sink.accept(new Decision.Ended(timeNs, intent, state, reason));
  }
}
