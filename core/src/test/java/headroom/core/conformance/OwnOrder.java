package headroom.core.conformance;

import headroom.core.engine.Command;
import headroom.core.num.Fixed;
import java.math.RoundingMode;

/// An own order as the venue sees it.
final class OwnOrder {
  final Command.Place place;
  final long valuePriceRaw;
  long filledRaw;
  boolean accepted;
  boolean over;
  String lastFill = "";

  OwnOrder(Command.Place place, long valuePriceRaw) {
    this.place = place;
    this.valuePriceRaw = valuePriceRaw;
  }

  long remainingRaw() {
    return place.quantity().raw() - filledRaw;
  }

  /// What it would take of capacity.
  long valueRaw() {
    boolean counts = place.purpose() == Command.Purpose.ENTRY && !over;
    return counts ? Fixed.product(valuePriceRaw, remainingRaw(), RoundingMode.CEILING) : 0;
  }
}
