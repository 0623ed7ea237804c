package headroom.core.chaos;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Instrument;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import org.jspecify.annotations.Nullable;

/// What the engine was told of one instrument's price.
final class ToldMarket {
  final Instrument instrument;
  private @Nullable Quote quote;
  private long receivedNs;
  long prices;
  long markRaw;

  ToldMarket(Instrument instrument) {
    this.instrument = instrument;
  }

  void quoted(Quote told, long nowNs) {
    quote = told;
    receivedNs = nowNs;
    prices++;
  }

  /// The price that nearness is judged by; 0 if there is none.
  ///
  /// @param hours the sessions in which whoever asks may trade
  long referenceRaw(Side side, TradingHours hours, long nowNs, long maxAgeNs) {
    if (quote == null) {
      return 0;
    }
    if (instrument.isStock()) {
      boolean ofToday = hours.isOpen(nowNs) && receivedNs >= hours.opensNs(hours.sessionAt(nowNs));
      if (!ofToday) {
        return 0;
      }
    }
    boolean stale = maxAgeNs > 0 && nowNs - Math.min(receivedNs, quote.stampNs()) > maxAgeNs;
    return stale ? 0 : lastRaw(side);
  }

  /// The last price told for a side; 0 if it is none.
  long lastRaw(Side side) {
    if (quote == null
        || (quote.bidRaw() > 0 && quote.askRaw() > 0 && quote.bidRaw() > quote.askRaw())) {
      return 0;
    }
    long wanted = side == Side.BUY ? quote.askRaw() : quote.bidRaw();
    long other = side == Side.BUY ? quote.bidRaw() : quote.askRaw();
    return wanted > 0 ? wanted : other > 0 ? other : Math.max(0, quote.lastRaw());
  }
}
