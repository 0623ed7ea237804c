package headroom.sim.account;

import headroom.core.intent.IntentId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Quantity;

/// A position that was opened and closed again.
///
/// @param openedNs when it was first filled
/// @param closedNs when nothing was left
/// @param side the side of the entry
/// @param quantity all that was bought, or sold short
/// @param entryAmount what was paid for it, or received
/// @param exitAmount what was received for it, or paid
/// @param fees of all its fills
public record Trade(
    long openedNs,
    long closedNs,
    IntentId intent,
    InstrumentId instrument,
    Side side,
    Quantity quantity,
    Money entryAmount,
    Money exitAmount,
    Money fees) {
  /// Profit before fees.
  public Money grossPnl() {
    return side == Side.BUY ? exitAmount.minus(entryAmount) : entryAmount.minus(exitAmount);
  }

  /// Profit after fees.
  public Money netPnl() {
    return grossPnl().minus(fees);
  }
}
