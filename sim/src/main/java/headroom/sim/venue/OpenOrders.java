package headroom.sim.venue;

import headroom.core.intent.OrderId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The orders that rest at the venue, by instrument and age, and those that did.
///
/// Not thread safe; owned by the venue.
final class OpenOrders {
  private static final Comparator<Resting> OLDEST_FIRST =
      Comparator.comparingLong(order -> order.age);

  private final SequencedMap<OrderId, Resting> everAccepted = new LinkedHashMap<>();
  private final List<List<Resting>> open = new ArrayList<>();
  private long nextFillNs = Long.MAX_VALUE;
  private boolean fillKnown = true;

  OpenOrders(int instruments) {
    for (int i = 0; i < instruments; i++) {
      open.add(new ArrayList<>());
    }
  }

  void add(Resting order) {
    everAccepted.put(order.place.order(), order);
    open.get(order.index).add(order);
  }

  void remove(Resting order) {
    order.live = false;
    fillsAt(order, Long.MAX_VALUE);
    open.get(order.index).remove(order);
  }

  /// An order that rests or did; null if there was none.
  @Nullable Resting find(OrderId id) {
    return everAccepted.get(id);
  }

  /// An order that rests; null if it does not.
  @Nullable Resting findOpen(OrderId id) {
    Resting order = everAccepted.get(id);
    return order != null && order.live ? order : null;
  }

  /// Those of an instrument, oldest first; it changes with them.
  List<Resting> of(int index) {
    return open.get(index);
  }

  /// Those that end with a session, oldest first.
  ///
  /// @param extended whether it is the extended session
  List<Resting> endingWith(boolean extended) {
    return open.stream()
        .flatMap(List::stream)
        .filter(order -> order.endsWithSession(extended))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /// Says when the path fills an order; `Long.MAX_VALUE` if it does not.
  void fillsAt(Resting order, long timeNs) {
    order.fillsNs = timeNs;
    fillKnown = false;
  }

  /// When the path fills the first of them.
  long nextFillNs() {
    // Asked before every step, and most steps change no order.
    if (!fillKnown) {
      nextFillNs = Long.MAX_VALUE;
      for (List<Resting> orders : open) {
        for (int i = 0; i < orders.size(); i++) {
          nextFillNs = Math.min(nextFillNs, orders.get(i).fillsNs);
        }
      }
      fillKnown = true;
    }
    return nextFillNs;
  }

  List<OrderId> ids() {
    return open.stream().flatMap(List::stream).map(order -> order.place.order()).toList();
  }
}
