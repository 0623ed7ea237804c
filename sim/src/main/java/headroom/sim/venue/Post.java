package headroom.sim.venue;

import headroom.core.engine.Command;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.OrderId;
import headroom.sim.account.Fill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is on its way: commands to the venue, and its answers to the engine.
///
/// Not thread safe; owned by the venue.
final class Post {
  private final Messages messages;
  private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>();
  private final PriorityQueue<Delivery> deliveries = new PriorityQueue<>();
  private long sent;
  private long said;

  Post(Messages messages) {
    this.messages = messages;
  }

  void send(Command command, long nowNs) {
    sent++;
    long latencyNs = messages.ofNs(command);
    arrivals.add(
        new Arrival(
            messages.thereNs(command.order(), nowNs + latencyNs), sent, command, latencyNs));
  }

  /// How many commands were sent so far: the number of the last one.
  long sent() {
    return sent;
  }

  /// When the next command arrives at the venue; `Long.MAX_VALUE` if none is under way.
  long nextArrivalNs() {
    Arrival next = arrivals.peek();
    return next == null ? Long.MAX_VALUE : next.timeNs();
  }

  /// The next command, which has arrived.
  Arrival arrived() {
    return arrivals.remove();
  }

  /// Answers a command.
  ///
  /// @param latencyNs how long the command was on its way
  void answer(OrderEvent event, long nowNs, long latencyNs) {
    say(event, nowNs, latencyNs, null);
  }

  /// Says what the venue says of itself.
  ///
  /// @param fill the trade that it reports; null if it reports none
  void report(OrderEvent event, long nowNs, @Nullable Fill fill) {
    say(event, nowNs, messages.ofOrderNs(event.order()), fill);
  }

  private void say(OrderEvent event, long nowNs, long latencyNs, @Nullable Fill fill) {
    said++;
    deliveries.add(
        new Delivery(messages.backNs(event.order(), nowNs + latencyNs), said, event, fill));
  }

  /// When the next answer reaches the engine; `Long.MAX_VALUE` if none is under way.
  long nextDeliveryNs() {
    Delivery next = deliveries.peek();
    return next == null ? Long.MAX_VALUE : next.timeNs();
  }

  /// The next answer, which has been delivered.
  Delivery delivered() {
    return deliveries.remove();
  }

  /// All answers about some orders, in the order in which they would have been delivered; they are
  /// under way no longer.
  List<Delivery> deliverAll(Predicate<OrderId> about) {
    List<Delivery> all = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      if (delivery.event() instanceof OrderEvent answer && about.test(answer.order())) {
        all.add(delivery);
      }
    }
    deliveries.removeAll(all);
    Collections.sort(all);
    return all;
  }
}
