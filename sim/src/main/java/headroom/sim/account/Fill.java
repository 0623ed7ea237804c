package headroom.sim.account;

import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;

/// One trade at the venue.
///
/// @param timeNs when it happened there, in nanoseconds since 1970 UTC
/// @param opens whether it opened a position or closed one
/// @param quantity all that was traded
/// @param fee what it cost beside the price, in money
/// @param form how that is charged
/// @param withheldRaw what was kept of the units that were bought, in billionths; 0 if the fee is
///   charged otherwise
/// @param maker whether the order was resting
/// @param conceded what is in the price against that of the path; nothing for a resting order
public record Fill(
    long timeNs,
    OrderId order,
    IntentId intent,
    InstrumentId instrument,
    Side side,
    boolean opens,
    Quantity quantity,
    Price price,
    Money fee,
    Form form,
    long withheldRaw,
    boolean maker,
    Concession conceded) {
  /// How a fee is charged.
  public enum Form {
    /// In money, at once.
    CASH,
    /// Out of the units received.
    UNITS,
    /// In money, with all others of the day: what is named here is the share before rounding.
    DAILY
  }

  /// A trade at the price of the path, whose fee is charged in money at once.
  public Fill(
      long timeNs,
      OrderId order,
      IntentId intent,
      InstrumentId instrument,
      Side side,
      boolean opens,
      Quantity quantity,
      Price price,
      Money fee,
      boolean maker) {
    this(
        timeNs,
        order,
        intent,
        instrument,
        side,
        opens,
        quantity,
        price,
        fee,
        Form.CASH,
        0,
        maker,
        Concession.NONE);
  }

  /// What the position changes by, in billionths of a unit.
  long receivedRaw() {
    return quantity.raw() - withheldRaw;
  }
}
