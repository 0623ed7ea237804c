package headroom.core.chaos;

import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.OrderId;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// The line between a venue and the engine: it delays, repeats, reorders and loses.
final class Wire {
  private final SplittableRandom random;
  private final Tally tally;
  private final PriorityQueue<Message> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Message::dueNs).thenComparingLong(Message::number));
  private final Map<OrderId, Long> delivered = new TreeMap<>();
  private final Set<OrderId> lost = new TreeSet<>();
  private long messages;
  Mood mood;

  private record Message(long dueNs, long number, OrderEvent answer) {}

  Wire(SplittableRandom random, Mood mood, Tally tally) {
    this.random = random;
    this.mood = mood;
    this.tally = tally;
  }

  /// Sends something on its way.
  ///
  /// @param fromNs when it leaves
  void say(OrderEvent answer, long fromNs) {
    if (random.nextInt(100) < mood.lost()) {
      tally.count(Happening.MESSAGES_LOST);
      lost.add(answer.order());
      return;
    }
    send(answer, fromNs);
    if (random.nextInt(100) < mood.repeated()) {
      tally.count(Happening.REPEATED);
      send(answer, fromNs);
    }
  }

  private void send(OrderEvent answer, long fromNs) {
    messages++;
    queue.add(new Message(fromNs + delayNs(), messages, answer));
  }

  /// How long something takes on its way.
  long delayNs() {
    int fate = random.nextInt(100);
    if (fate < mood.slow()) {
      return random.nextLong(20 * Setup.SECOND_NS);
    }
    return fate < 60 ? random.nextLong(Setup.SECOND_NS / 5) : random.nextLong(3 * Setup.SECOND_NS);
  }

  /// When the next one arrives; `Long.MAX_VALUE` if none is under way.
  long nextNs() {
    Message next = queue.peek();
    return next == null ? Long.MAX_VALUE : next.dueNs();
  }

  OrderEvent next() {
    Message message = queue.remove();
    long last = delivered.merge(message.answer().order(), message.number(), Math::max);
    if (last > message.number()) {
      tally.count(Happening.REORDERED);
    }
    return message.answer();
  }

  /// The orders about which something was lost since the last call.
  Set<OrderId> takeLost() {
    Set<OrderId> all = new TreeSet<>(lost);
    lost.clear();
    return all;
  }
}
