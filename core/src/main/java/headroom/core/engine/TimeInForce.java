package headroom.core.engine;

import headroom.core.market.Instrument;
import headroom.core.num.Fixed;

/// How long an order rests if nobody cancels it.
public enum TimeInForce {
  /// The venue ends it at the close.
  DAY,
  /// Until it is cancelled.
  GTC;

  /// What the venues take: stock entries are day orders whatever their size; good till cancelled is
  /// for exits in whole shares, and for crypto.
  public static TimeInForce of(Command.Purpose purpose, Instrument instrument, long quantityRaw) {
    if (instrument.isCrypto()) {
      return GTC;
    }
    boolean whole = quantityRaw % Fixed.ONE == 0;
    return purpose == Command.Purpose.EXIT && whole ? GTC : DAY;
  }
}
