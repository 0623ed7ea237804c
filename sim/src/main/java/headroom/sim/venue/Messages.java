package headroom.sim.venue;

import headroom.core.engine.Command;
import headroom.core.intent.OrderId;
import headroom.sim.chance.Draw;
import java.util.SequencedMap;
import java.util.TreeMap;

/// How long messages are on their way between engine and venue.
///
/// A latency that is drawn is named by the seed, the order and how many messages there were about
/// it, so that what happens to other orders changes nothing. Messages about one order do not
/// overtake each other then.
///
/// Not thread safe; owned by the venue.
final class Messages {
  private final Latency order;
  private final Latency cancel;
  private final long seed;
  private final boolean constant;
  private final SequencedMap<OrderId, About> orders = new TreeMap<>();

  /// What was said about one order.
  private static final class About {
    long drawn;
    long lastThereNs = Long.MIN_VALUE;
    long lastBackNs = Long.MIN_VALUE;
  }

  Messages(Latency order, Latency cancel, long seed) {
    this.order = order;
    this.cancel = cancel;
    this.seed = seed;
    this.constant = order.isConstant() && cancel.isConstant();
  }

  /// How long a command is on its way, and its answer back.
  long ofNs(Command command) {
    return draw(command instanceof Command.Place ? order : cancel, command.order());
  }

  /// How long it is until the engine hears what the venue says of itself: of fills and ends.
  long ofOrderNs(OrderId id) {
    return draw(order, id);
  }

  private long draw(Latency latency, OrderId id) {
    if (latency.isConstant()) {
      return latency.ns(0);
    }
    About about = about(id);
    about.drawn++;
    return latency.ns(Draw.share(seed, "latency", id.value(), about.drawn));
  }

  /// When a message reaches the venue.
  long thereNs(OrderId id, long timeNs) {
    if (constant) {
      return timeNs;
    }
    About about = about(id);
    about.lastThereNs = Math.max(about.lastThereNs, timeNs);
    return about.lastThereNs;
  }

  /// When a message reaches the engine.
  long backNs(OrderId id, long timeNs) {
    if (constant) {
      return timeNs;
    }
    About about = about(id);
    about.lastBackNs = Math.max(about.lastBackNs, timeNs);
    return about.lastBackNs;
  }

  private About about(OrderId id) {
    return orders.computeIfAbsent(id, _ -> new About());
  }
}
