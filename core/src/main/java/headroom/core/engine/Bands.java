package headroom.core.engine;

import headroom.core.market.Side;
import headroom.core.tolerance.Distance;

/// The prices of an instrument between which none of its intents passes a tolerance.
///
/// A band is kept at the market until a level moves or a price leaves it.
final class Bands {
  private final Book book;

  Bands(Book book) {
    this.book = book;
  }

  /// Whether the last price and all within bounds lie on the same side of every tolerance.
  boolean holds(Market market, long lowRaw, long highRaw) {
    long bidRaw = market.lastRaw(Side.SELL);
    long askRaw = market.lastRaw(Side.BUY);
    if (Math.min(bidRaw, askRaw) == 0) {
      // The last quote was no price: with the next one distances are known again.
      return false;
    }
    long lowestRaw = Math.min(lowRaw, Math.min(bidRaw, askRaw));
    long highestRaw = Math.max(highRaw, Math.max(bidRaw, askRaw));
    boolean known =
        market.bandOf == book.levelMovesOf(market)
            && market.bandLowRaw <= Math.min(bidRaw, askRaw)
            && market.bandHighRaw >= Math.max(bidRaw, askRaw);
    if (!known && !reckon(market)) {
      return false;
    }
    return market.bandLowRaw <= lowestRaw && market.bandHighRaw >= highestRaw;
  }

  /// @return whether there is a band: not as long as the next price changes something whatever it
  ///   is
  private boolean reckon(Market market) {
    market.bandOf = -1;
    market.bandLowRaw = 0;
    market.bandHighRaw = Long.MAX_VALUE;
    for (int i = 0; i < market.watches.size(); i++) {
      Watch watch = market.watches.get(i);
      boolean isPaused = market.prices <= watch.needsPriceAfter;
      if (!isPaused && !book.isOpenFor(watch)) {
        continue;
      }
      boolean waitsForPrice = isPaused || watch.distancePpm == Watch.UNKNOWN;
      if (waitsForPrice || (watch.order == null && !watch.opens())) {
        return false;
      }
      narrow(watch);
    }
    market.bandOf = book.levelMovesOf(market);
    return true;
  }

  private void narrow(Watch watch) {
    if (book.settings.pauses().maxThroughPpm() >= 0) {
      if (watch.distancePpm == 0) {
        // How far it is through its limit may matter.
        narrow(watch.market, 1, 0);
      }
      narrow(watch, 0);
    }
    if (watch.opens()) {
      if (!watch.atOnce) {
        narrow(watch, book.entryPpm(watch));
      }
      narrow(
          watch,
          watch.order == null ? book.stealPpm(watch) : book.settings.tolerances().protectPpm());
    }
  }

  /// Keeps the prices on the same side of one tolerance.
  private static void narrow(Watch watch, int ppm) {
    long insideRaw = Distance.insideRaw(watch.side(), watch.limitRaw(), ppm);
    boolean inside = watch.distancePpm <= ppm;
    boolean buys = watch.side() == Side.BUY;
    if (inside == buys) {
      narrow(watch.market, 0, buys ? insideRaw : insideRaw - 1);
    } else {
      narrow(watch.market, buys ? insideRaw + 1 : insideRaw, Long.MAX_VALUE);
    }
  }

  private static void narrow(Market market, long lowRaw, long highRaw) {
    market.bandLowRaw = Math.max(market.bandLowRaw, lowRaw);
    market.bandHighRaw = Math.min(market.bandHighRaw, highRaw);
  }
}
