package headroom.sim.check;

import headroom.core.capacity.Constraint;
import headroom.core.capacity.Holder;
import headroom.core.engine.Command;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.Observer;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Bars;
import headroom.core.num.Money;
import headroom.sim.account.Trade;
import headroom.sim.intents.Planned;
import headroom.sim.run.Outcome;
import headroom.sim.run.Simulation;
import headroom.sim.run.Watcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A run that is looked at before each input, that is after the one before: whether what is used is
/// within the limit whenever something was sent, whether the invariants of orders and capital hold,
/// and for how long capital was held.
///
/// Not thread safe; one object is one run.
public final class Inspection {
  private final Subject subject;
  private final TreeMap<IntentId, Intent> intents = new TreeMap<>();
  private final List<Command.Place> unseen = new ArrayList<>();
  private final SequencedMap<OrderId, Sent> orders = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Engine engine;
  private long looks;
  private long shortestNs = Long.MAX_VALUE;

  /// An entry order of the run.
  ///
  /// @param sentNs when it was sent
  /// @param recalledNs when its cancel was first sent; `Long.MAX_VALUE` if never
  public record Sent(Command.Place order, long sentNs, long recalledNs) {}

  /// What was seen.
  ///
  /// @param looks how often it was looked
  /// @param shortestNs the shortest time for which an order that was not filled, or a position,
  ///   held capital, in nanoseconds; `Long.MAX_VALUE` if there was none
  /// @param orders the entry orders, in the order of sending
  /// @param problems what is wrong with capital, in words
  public record Seen(
      Outcome outcome, long looks, long shortestNs, List<Sent> orders, List<String> problems) {
    public Seen {
      orders = List.copyOf(orders);
      problems = List.copyOf(problems);
    }
  }

  private Inspection(Subject subject) {
    this.subject = subject;
    for (Planned planned : subject.intents()) {
      intents.put(planned.intent().id(), planned.intent());
    }
  }

  /// Makes the run and looks at all of it.
  public static Seen of(Subject subject, Watcher watcher) {
    return new Inspection(subject).run(watcher);
  }

  private Seen run(Watcher watcher) {
    Simulation simulation = subject.simulation(new Ear(), this::look);
    engine = simulation.engine();
    Outcome outcome = simulation.run(watcher);
    problems.addAll(outcome.violations());
    for (Trade trade : outcome.account().trades()) {
      held("position of " + trade.intent(), trade.closedNs() - trade.openedNs());
    }
    return new Seen(outcome, looks, shortestNs, List.copyOf(orders.values()), problems);
  }

  private final class Ear implements Observer {
    @Override
    public void sent(long timeNs, Command command) {
      switch (command) {
        case Command.Place place when place.purpose() == Command.Purpose.ENTRY -> {
          unseen.add(place);
          orders.put(place.order(), new Sent(place, timeNs, Long.MAX_VALUE));
        }
        case Command.Cancel cancel ->
            orders.computeIfPresent(
                cancel.order(),
                (_, sent) ->
                    new Sent(sent.order(), sent.sentNs(), Math.min(sent.recalledNs(), timeNs)));
        case Command.Place _, Command.Replace _, Command.Ask _ -> {
          // Exits use nothing, and a question changes nothing.
        }
      }
    }
  }

  private void look(Input input) {
    Engine looked = engine;
    if (looked != null) {
      looks++;
      problems.addAll(looked.violations());
      subject.settings().engine().constraints().forEach(one -> requireWithin(one, looked));
      unseen.clear();
    }
    end(input.event(), input.timeNs());
  }

  /// Equity may fall below what is used; but nothing is sent then.
  private void requireWithin(Constraint constraint, Engine looked) {
    if (unseen.stream().noneMatch(place -> constraint.isUsedBy(holder(place)))) {
      return;
    }
    Money free = looked.free(constraint.name());
    if (free == null || free.raw() < 0) {
      problems.add(
          "%s must have room for what was sent, had %s after %s"
              .formatted(constraint.name(), free, unseen.getLast().order()));
    }
  }

  private Holder holder(Command.Place place) {
    Intent intent = intents.get(place.intent());
    if (intent == null) {
      throw new IllegalStateException("an order must be of an intent, was of " + place.intent());
    }
    return Holder.of(
        intent,
        subject.tape().series().stream()
            .map(Bars::instrument)
            .filter(instrument -> instrument.id().equals(intent.instrument()))
            .findFirst()
            .orElseThrow());
  }

  private void end(Event event, long timeNs) {
    switch (event) {
      case Event.Together together -> together.events().forEach(one -> end(one, timeNs));
      case Event.OrderEvent.Canceled(OrderId order, long filledRaw) ->
          end(order, filledRaw, timeNs);
      case Event.OrderEvent.Expired(OrderId order, long filledRaw) -> end(order, filledRaw, timeNs);
      default -> {
        // All else ends no order that rested without being filled.
      }
    }
  }

  private void end(OrderId order, long filledRaw, long timeNs) {
    Sent sent = orders.get(order);
    if (sent != null && filledRaw == 0) {
      held("order " + order, timeNs - sent.sentNs());
    }
  }

  private void held(String what, long ns) {
    shortestNs = Math.min(shortestNs, ns);
    // Without latency an order, its fill and the fill of its exit can be of one instant.
    if (ns < (subject.settings().venue().orderLatency().ns(0) > 0 ? 1 : 0)) {
      problems.add("%s must hold capital for some time, held it for %s ns".formatted(what, ns));
    }
  }
}
