package headroom.core.chaos;

import headroom.core.engine.Command;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compares what was asked for with what is true at the venue, whatever was told about it.
final class Truth {
  private final WildVenue venue;
  private final Told told;
  private final Map<IntentId, List<VenueOrder>> byIntent = new HashMap<>();

  Truth(WildVenue venue, Told told) {
    this.venue = venue;
    this.told = told;
  }

  /// Looks at the intents of commands that are now under way.
  List<String> check(List<Command> commands) {
    List<String> wrong = new ArrayList<>();
    for (Command command : commands) {
      VenueOrder order = venue.orders.get(command.order());
      if (order == null) {
        continue;
      }
      IntentId intent = order.place.intent();
      List<VenueOrder> all = byIntent.computeIfAbsent(intent, _ -> new ArrayList<>());
      if (command instanceof Command.Place) {
        all.add(order);
      } else if (command instanceof Command.Replace replace) {
        order.changedRaw = replace.quantity().raw();
      }
      check(intent, all, wrong);
    }
    return wrong;
  }

  private void check(IntentId intent, List<VenueOrder> all, List<String> wrong) {
    long bought = 0;
    long sells = 0;
    int entries = 0;
    boolean breached = false;
    for (VenueOrder order : all) {
      breached |= order.breached;
      if (order.isEntry()) {
        bought += order.filledRaw;
        entries += order.isOver() ? 0 : 1;
      } else {
        sells += order.isOver() ? order.filledRaw : mostRaw(order);
      }
    }
    if (entries > 1) {
      wrong.add(intent + " has two entries at the venue");
    }
    ToldIntent one = told.intents.get(intent);
    boolean closes = one != null && one.intent.kind() != IntentKind.EXIT;
    if (closes && sells > bought && !breached) {
      wrong.add("%s bought %s and may sell %s".formatted(intent, bought, sells));
    }
    if (one != null && bought > one.intent.quantity().raw() && !breached && !one.boughtTooMuch) {
      wrong.add("%s bought %s of %s".formatted(intent, bought, one.intent.quantity()));
    }
  }

  private static long mostRaw(VenueOrder order) {
    return Math.max(order.quantityRaw, order.changedRaw);
  }

  /// The orders that rest.
  Set<OrderId> live() {
    Set<OrderId> live = new TreeSet<>();
    for (VenueOrder order : venue.orders.values()) {
      if (!order.isOver()) {
        live.add(order.place.order());
      }
    }
    return live;
  }

  /// Whether every trade is known on both sides.
  List<String> compare() {
    List<String> wrong = new ArrayList<>();
    for (VenueOrder order : venue.orders.values()) {
      ToldOrder known = told.orders.get(order.place.order());
      if (known == null || known.filledRaw != order.filledRaw) {
        wrong.add(
            "%s filled %s and is believed to have filled %s"
                .formatted(
                    order.place.order(),
                    order.filledRaw,
                    known == null ? "nothing" : known.filledRaw));
      }
    }
    return wrong;
  }
}
