package headroom.core.engine;

import static java.util.Objects.requireNonNull;

import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.steal.StealPolicy.Basis;
import headroom.core.tolerance.Distance;
import java.util.List;

/// Finds out whether prices can change anything while they stay within bounds.
///
/// It may say no without need, but never yes without right: then a price within the bounds leads to
/// no command, and changes no state, verdict or count.
final class Quiet {
  private final Book book;
  private final Contenders contenders;
  private final StealSearch search;
  private final Bands bands;

  Quiet(Book book, Contenders contenders, StealSearch search) {
    this.book = book;
    this.contenders = contenders;
    this.search = search;
    this.bands = new Bands(book);
  }

  /// @param lowRaw the lowest price of each instrument, in the order in which they were given; 0 if
  ///   it has none
  /// @param highRaw the highest
  boolean isWithin(long[] lowRaw, long[] highRaw) {
    for (int i = 0; i < lowRaw.length; i++) {
      if (lowRaw[i] > 0 && !isWithin(i, lowRaw[i], highRaw[i])) {
        return false;
      }
    }
    Basis basis = book.settings.policy().basis();
    boolean strict = book.settings.steals().strictOrder();
    if (strict && contenders.size() > 1 && basis != Basis.NO_PRICE) {
      // Who is waited for may be another.
      return false;
    }
    boolean restOnOrders = false;
    for (int i = 0; i < contenders.size(); i++) {
      Watch thief = contenders.get(i);
      if (mayChangeByItself(thief)) {
        return false;
      }
      restOnOrders |= requireNonNull(thief.verdict).restsOnOrders();
    }
    return !restOnOrders || basis == Basis.NO_PRICE || allStayRefused(lowRaw, highRaw);
  }

  /// Whether prices of one instrument alone can change nothing.
  ///
  /// @param place of the instrument in the order in which they were given
  boolean isWithin(int place, long lowRaw, long highRaw) {
    Pauses pauses = book.settings.pauses();
    if (book.changes.any() || pauses.stockQuoteAgeNs() > 0 || pauses.cryptoQuoteAgeNs() > 0) {
      return false;
    }
    Market market = book.markets().get(place);
    return (market.watches.isEmpty() || bands.holds(market, lowRaw, highRaw))
        && (market.lots.isEmpty() || !reachesExit(market, lowRaw, highRaw));
  }

  private boolean reachesExit(Market market, long lowRaw, long highRaw) {
    if (market.instrument.isStock() && !book.session.isOpen()) {
      // Stops and market orders wait for the core session.
      return false;
    }
    for (int i = 0; i < market.lots.size(); i++) {
      Lot lot = market.lots.get(i);
      if (!lot.isOpen()) {
        continue;
      }
      if (lot.closing != null) {
        if (lot.exit == null) {
          return true;
        }
        continue;
      }
      Price stop = lot.watch.intent.exit().stop();
      boolean falls = lot.exitSide() == Side.SELL;
      if (stop != null && (falls ? lowRaw <= stop.raw() : highRaw >= stop.raw())) {
        return true;
      }
    }
    return false;
  }

  /// Whether what was said of a contender may become false whoever else moves.
  private static boolean mayChangeByItself(Watch thief) {
    Refusal verdict = thief.verdict;
    return verdict == null
        || verdict == Refusal.MESSAGE_BUDGET
        || verdict == Refusal.HELD_STORM_GUARD
        // What a short sale needs follows the price.
        || thief.side() == Side.SELL;
  }

  /// Whether no order passes a contender that compares itself with it.
  private boolean allStayRefused(long[] lowRaw, long[] highRaw) {
    List<Working> entries = book.entries.oldestFirst();
    for (int i = 0; i < entries.size(); i++) {
      bound(entries.get(i).watch, lowRaw, highRaw);
    }
    boolean byDistance = book.settings.policy().basis() == Basis.DISTANCE;
    for (int i = 0; i < contenders.size(); i++) {
      Watch thief = contenders.get(i);
      if (requireNonNull(thief.verdict).restsOnOrders()) {
        bound(thief, lowRaw, highRaw);
        if (!staysRefused(thief, entries, byDistance)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean staysRefused(Watch thief, List<Working> entries, boolean byDistance) {
    for (int i = 0; i < entries.size(); i++) {
      Working order = entries.get(i);
      Watch holder = order.watch;
      boolean decided =
          byDistance
              && (thief.highestPpm < holder.lowestPpm || thief.lowestPpm >= holder.highestPpm);
      if (!decided && search.compares(thief, order)) {
        return false;
      }
    }
    return true;
  }

  /// How far and how near an intent may come meanwhile.
  private static void bound(Watch watch, long[] lowRaw, long[] highRaw) {
    watch.lowestPpm = watch.distancePpm;
    watch.highestPpm = watch.distancePpm;
    int place = watch.market.place;
    if (place < lowRaw.length && lowRaw[place] > 0) {
      int one = Distance.ppm(watch.side(), lowRaw[place], watch.limitRaw());
      int other = Distance.ppm(watch.side(), highRaw[place], watch.limitRaw());
      watch.lowestPpm = Math.min(watch.distancePpm, Math.min(one, other));
      watch.highestPpm = Math.max(watch.distancePpm, Math.max(one, other));
    }
  }
}
