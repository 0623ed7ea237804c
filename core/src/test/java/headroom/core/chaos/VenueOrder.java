package headroom.core.chaos;

import headroom.core.engine.Command;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.RejectKind;
import java.util.ArrayList;
import java.util.List;

/// An order as the venue knows it.
final class VenueOrder {
  /// How it stands.
  enum State {
    UNDER_WAY,
    LIVE,
    FILLED,
    CANCELED,
    REJECTED,
    NEVER_CAME
  }

  final Command.Place place;
  final List<OrderEvent.Filled> fills = new ArrayList<>();
  State state = State.UNDER_WAY;
  RejectKind rejection = RejectKind.UNKNOWN;
  long quantityRaw;
  long filledRaw;

  /// Whether it traded after its end was reported.
  boolean breached;

  /// When the last command about it arrives.
  long commandsArriveNs;

  /// The whole quantity that the last change asked for; 0 if none did.
  long changedRaw;

  VenueOrder(Command.Place place) {
    this.place = place;
    this.quantityRaw = place.quantity().raw();
  }

  boolean isEntry() {
    return place.purpose() == Command.Purpose.ENTRY;
  }

  boolean isLive() {
    return state == State.LIVE;
  }

  /// Whether it may still trade, as far as the venue knows.
  boolean isOver() {
    return state != State.LIVE && state != State.UNDER_WAY;
  }

  long remainingRaw() {
    return quantityRaw - filledRaw;
  }
}
