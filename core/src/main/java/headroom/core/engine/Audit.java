package headroom.core.engine;

import java.util.ArrayList;
import java.util.List;

/// Checks what must hold after every input, from what is remembered and not from the running sums.
final class Audit {
  private final Book book;
  private final List<String> violations = new ArrayList<>();

  Audit(Book book) {
    this.book = book;
  }

  List<String> violations() {
    sums();
    intents();
    orders();
    lots();
    return List.copyOf(violations);
  }

  private void sums() {
    int constraints = book.capacity.constraints().size();
    long[] orders = new long[constraints];
    for (Working order : book.orders.values()) {
      add(orders, order.usage);
    }
    long[] positions = new long[constraints];
    for (Lot lot : book.lots) {
      add(positions, lot.usage);
    }
    long[] earmarks = new long[constraints];
    for (Steal steal : book.steals) {
      add(earmarks, steal.earmark);
    }
    for (int c = 0; c < constraints; c++) {
      String name = book.capacity.constraints().get(c).name();
      same(name + " of orders", orders[c], book.capacity.ordersRaw(c));
      same(name + " of positions", positions[c], book.capacity.positionsRaw(c));
      same(name + " promised", earmarks[c], book.capacity.earmarkedRaw(c));
    }
  }

  private static void add(long[] sums, long[] parts) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += parts[c];
    }
  }

  private void same(String what, long parts, long sum) {
    if (parts != sum) {
      violations.add("%s must be the sum of its parts %s, was %s".formatted(what, parts, sum));
    }
  }

  private void intents() {
    int live = 0;
    for (Watch watch : book.watches.values()) {
      Working order = watch.order;
      boolean hasOrder = order != null && order.isLive() && order.watch == watch;
      if (watch.state.hasOrder() != hasOrder || (order != null && !hasOrder)) {
        violations.add(
            "intent %s must have a live order exactly in its states, was %s"
                .formatted(watch, order));
      }
      boolean steals = watch.steal != null && book.steals.contains(watch.steal);
      if ((watch.state == IntentState.STEALING) != steals) {
        violations.add("intent %s must have a steal exactly while stealing".formatted(watch));
      }
      live += watch.state.isLive() ? 1 : 0;
      if (watch.state.isLive() && watch.remainingRaw <= 0 && order == null) {
        violations.add("intent %s must want something".formatted(watch));
      }
    }
    for (Watch watch : book.live) {
      if (!watch.state.isLive()) {
        violations.add("intent %s must not be watched after its end".formatted(watch));
      }
    }
    if (live != book.live.size()) {
      violations.add(
          "as many intents must be watched as are live, %s, was %s"
              .formatted(live, book.live.size()));
    }
  }

  private void orders() {
    for (Working order : book.orders.values()) {
      if (order.filledRaw > order.quantityRaw) {
        violations.add("order %s must not fill more than its quantity".formatted(order));
      }
      Lot lot = order.lot;
      boolean known =
          lot == null ? order.watch.order == order : lot.exit == order || lot.reduction == order;
      if (order.isLive() && !known) {
        violations.add("order %s must belong to an intent or a position".formatted(order));
      }
      List<Working> listed = order.isEntry() ? book.entries.oldestFirst() : book.exits;
      if (order.isLive() != listed.contains(order)) {
        violations.add("order %s must be listed exactly while it is live".formatted(order));
      }
    }
  }

  private void lots() {
    for (Lot lot : book.lots) {
      Working exit = lot.exit;
      Working reduction = lot.reduction;
      long closes = exit == null ? 0 : exit.remainingRaw();
      closes += reduction == null ? 0 : reduction.remainingRaw();
      boolean changes = exit != null && (exit.replacingRaw != 0 || exit.isOfOldShares());
      changes |= reduction != null && reduction.isOfOldShares();
      if (closes > lot.openRaw && !changes && !lot.breached) {
        violations.add("exits of %s must not exceed its position".formatted(lot.watch));
      }
      boolean planned = lot.watch.intent.exit().takeProfit() != null || lot.closing != null;
      boolean reduced = lot.isOpen() && lot.keepsRaw() == 0;
      if (planned && exit == null && lot.withoutExit == null && !reduced) {
        violations.add("position of %s must have its exit or a reason".formatted(lot.watch));
      }
    }
  }
}
