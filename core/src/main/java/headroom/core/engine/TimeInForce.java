package headroom.core.engine;

import headroom.core.market.Instrument;
import headroom.core.num.Fixed;

/// How long an order rests if nobody cancels it, and in which sessions it works.
public enum TimeInForce {
  /// The venue ends it at the close.
  DAY,
  /// It works before and after the core session too, and the venue ends it with the extended one.
  DAY_EXTENDED,
  /// Until it is cancelled.
  GTC,
  /// Until it is cancelled; it works before and after the core session too.
  GTC_EXTENDED;

  /// Whether the venue ends it with the day.
  public boolean isDay() {
    return switch (this) {
      case DAY, DAY_EXTENDED -> true;
      case GTC, GTC_EXTENDED -> false;
    };
  }

  /// Whether it works before and after the core session too.
  public boolean isExtended() {
    return switch (this) {
      case DAY_EXTENDED, GTC_EXTENDED -> true;
      case DAY, GTC -> false;
    };
  }

  /// What the venues take in the core session: stock entries are day orders whatever their size;
  /// good till cancelled is for exits in whole shares, and for crypto.
  public static TimeInForce of(Command.Purpose purpose, Instrument instrument, long quantityRaw) {
    return of(purpose, instrument, quantityRaw, false);
  }

  /// What the venues take, in the core session or before and after it too.
  ///
  /// @param extended whether it is to, if it is one of a stock; it must have a limit then
  public static TimeInForce of(
      Command.Purpose purpose, Instrument instrument, long quantityRaw, boolean extended) {
    if (instrument.isCrypto()) {
      return GTC;
    }
    boolean whole = quantityRaw % Fixed.ONE == 0;
    boolean lasts = purpose == Command.Purpose.EXIT && whole;
    if (extended) {
      return lasts ? GTC_EXTENDED : DAY_EXTENDED;
    }
    return lasts ? GTC : DAY;
  }
}
