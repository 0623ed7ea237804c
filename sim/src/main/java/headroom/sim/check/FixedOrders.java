package headroom.sim.check;

import headroom.core.engine.Command;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.num.Price;
import headroom.sim.account.Fill;
import headroom.sim.check.Inspection.Sent;
import headroom.sim.intents.Planned;
import headroom.sim.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The entry orders of a run as intents that rest at once: each is sent again when it was sent, and
/// taken back when it was taken back, whatever becomes of the others.
public final class FixedOrders {
  private FixedOrders() {}

  /// Intents that send the orders again, in the order in which they appear.
  ///
  /// @param intents those that the orders were of; an order lasts no longer than its intent
  public static List<Planned> of(List<Sent> orders, List<Planned> intents) {
    TreeMap<IntentId, Intent> byId = new TreeMap<>();
    intents.forEach(planned -> byId.put(planned.intent().id(), planned.intent()));
    List<Planned> fixed = new ArrayList<>();
    for (Sent sent : orders) {
      Command.Place order = sent.order();
      Intent intent = byId.get(order.intent());
      Price limit = order.limit();
      long endNs = intent == null ? 0 : Math.min(intent.expiresNs(), sent.recalledNs());
      if (intent == null || limit == null || endNs <= sent.sentNs()) {
        continue;
      }
      fixed.add(
          new Planned(
              sent.sentNs(),
              new Intent(
                  new IntentId(order.order().value()),
                  intent.owner(),
                  order.instrument(),
                  order.side(),
                  order.quantity(),
                  limit,
                  endNs,
                  intent.strategy(),
                  IntentKind.ENTRY,
                  true,
                  false,
                  null,
                  null,
                  ExitPlan.NONE,
                  List.of())));
    }
    fixed.sort(Planned.IN_ORDER);
    return fixed;
  }

  /// How many of them were filled, wholly or in part.
  ///
  /// @param outcome of a run in which they were the intents
  public static long filled(Outcome outcome) {
    return outcome.account().fills().stream()
        .map(Fill::order)
        .map(OrderId::value)
        .distinct()
        .count();
  }
}
