package headroom.core.engine;

import headroom.core.market.Instrument;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the engine knows of one instrument's price.
///
/// Not thread safe; owned by the engine.
final class Market {
  final Instrument instrument;

  /// Its place in the order in which the instruments were given.
  final int place;

  /// The live intents of it, oldest first.
  final List<Watch> watches = new ArrayList<>();

  /// The positions in it that are not over, oldest first.
  final List<Lot> lots = new ArrayList<>();

  /// Its splits so far, oldest first.
  final List<Event.Split> splits = new ArrayList<>(0);

  private @Nullable Quote quote;
  private long quotedNs = Long.MIN_VALUE;

  /// How many prices were given so far: "a price has come since" compares two of these.
  long prices;

  // The prices between which no tolerance is passed, as long as no level moves; see Bands.
  long bandLowRaw;
  long bandHighRaw;

  /// The number of the levels that the band was made from.
  long bandOf = -1;

  /// How often its own levels may have moved; see [Book#levelMovesOf].
  long levelMoves;

  /// When its cooldown ends or ended; `Long.MIN_VALUE` if it never had one.
  long cooldownEndNs = Long.MIN_VALUE;

  /// At which price positions are valued, in billionths; 0 while unknown.
  long markRaw;

  Market(Instrument instrument, int place) {
    this.instrument = instrument;
    this.place = place;
  }

  void quoted(Quote newQuote, long nowNs) {
    quote = newQuote;
    quotedNs = nowNs;
    prices++;
  }

  /// The last price is none any more.
  void forgetQuote() {
    quote = null;
    quotedNs = Long.MIN_VALUE;
  }

  /// The price that nearness is judged by; 0 if it is unknown or stale.
  ///
  /// The price of a stock is unknown outside the session and before the first one of it.
  ///
  /// @param span the session in which whoever asks may trade
  /// @param maxAgeNs from which age it is stale; 0: never
  long referenceRaw(Side side, Span span, long nowNs, long maxAgeNs) {
    if (quote == null) {
      return 0;
    }
    if (instrument.isStock() && quotedNs < span.pricedFromNs()) {
      return 0;
    }
    if (maxAgeNs > 0 && nowNs - Math.min(quotedNs, quote.stampNs()) > maxAgeNs) {
      return 0;
    }
    return quote.referenceRaw(side);
  }

  /// The first instant at which the price is stale; `Long.MAX_VALUE` if there is none.
  long staleFromNs(long maxAgeNs) {
    return quote == null ? Long.MAX_VALUE : Math.min(quotedNs, quote.stampNs()) + maxAgeNs + 1;
  }

  /// The last price given for a side, however old it is; 0 if there never was one.
  long lastRaw(Side side) {
    return quote == null ? 0 : quote.referenceRaw(side);
  }
}
