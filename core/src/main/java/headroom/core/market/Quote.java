package headroom.core.market;

import headroom.core.num.Price;

/// What an instrument can be traded at, as the venue last said.
///
/// Zero stands for "none" on either side. A price of zero or less, or a bid above the ask, is no
/// price; a locked quote (bid = ask) is one.
///
/// @param instrument which instrument
/// @param bidRaw the best bid in billionths; 0 if there is none
/// @param askRaw the best ask in billionths; 0 if there is none
/// @param lastRaw the last trade in billionths; 0 if there is none
/// @param stampNs the venue's own time of the quote, or of its receipt if that is earlier
public record Quote(InstrumentId instrument, long bidRaw, long askRaw, long lastRaw, long stampNs) {

  /// A quote whose both sides are one price: what a bar's path gives.
  public static Quote at(InstrumentId instrument, long priceRaw, long stampNs) {
    return new Quote(instrument, priceRaw, priceRaw, priceRaw, stampNs);
  }

  /// A quote whose both sides are one price.
  public static Quote at(InstrumentId instrument, Price price, long stampNs) {
    return at(instrument, price.raw(), stampNs);
  }

  /// The price that nearness is judged by: for a buy the ask, then the bid, then the last trade;
  /// for a sell the bid, then the ask, then the last trade. 0 if there is none.
  public long referenceRaw(Side side) {
    if (bidRaw > 0 && askRaw > 0 && bidRaw > askRaw) {
      return 0;
    }
    long first = side == Side.BUY ? askRaw : bidRaw;
    long second = side == Side.BUY ? bidRaw : askRaw;
    if (first > 0) {
      return first;
    }
    return second > 0 ? second : Math.max(0, lastRaw);
  }
}
