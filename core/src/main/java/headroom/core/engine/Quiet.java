package headroom.core.engine;

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

  Quiet(Book book, Contenders contenders, StealSearch search) {
    this.book = book;
    this.contenders = contenders;
    this.search = search;
  }

  /// @param lowRaw the lowest price of each instrument, in the order in which they were given; 0 if
  ///   it has none
  /// @param highRaw the highest
  boolean isWithin(long[] lowRaw, long[] highRaw) {
    Pauses pauses = book.settings.pauses();
    if (book.changes.any() || pauses.stockQuoteAgeNs() > 0 || pauses.cryptoQuoteAgeNs() > 0) {
      return false;
    }
    List<Market> markets = book.markets();
    for (int i = 0; i < lowRaw.length; i++) {
      Market market = markets.get(i);
      if (!market.watches.isEmpty() && !isQuiet(market, lowRaw[i], highRaw[i])) {
        return false;
      }
      if (lowRaw[i] > 0 && !market.lots.isEmpty() && reachesExit(market, lowRaw[i], highRaw[i])) {
        return false;
      }
    }
    Basis basis = book.settings.policy().basis();
    boolean strict = book.settings.steals().strictOrder();
    if (strict && contenders.size() > 1 && basis != Basis.NO_PRICE) {
      // Who is waited for may be another.
      return false;
    }
    for (int i = 0; i < contenders.size(); i++) {
      if (!staysRefused(contenders.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isQuiet(Market market, long lowRaw, long highRaw) {
    for (int i = 0; i < market.watches.size(); i++) {
      Watch watch = market.watches.get(i);
      watch.lowestPpm = watch.distancePpm;
      watch.highestPpm = watch.distancePpm;
      if (lowRaw > 0 && !isQuiet(watch, lowRaw, highRaw)) {
        return false;
      }
    }
    return true;
  }

  /// Whether no tolerance of an intent is passed.
  private boolean isQuiet(Watch watch, long lowRaw, long highRaw) {
    if (watch.order == null && !watch.opens()) {
      return false;
    }
    if (watch.distancePpm == Watch.UNKNOWN || watch.market.prices <= watch.needsPriceAfter) {
      return false;
    }
    int one = Distance.ppm(watch.side(), lowRaw, watch.limitRaw());
    int other = Distance.ppm(watch.side(), highRaw, watch.limitRaw());
    watch.lowestPpm = Math.min(watch.distancePpm, Math.min(one, other));
    watch.highestPpm = Math.max(watch.distancePpm, Math.max(one, other));
    if (book.settings.pauses().maxThroughPpm() >= 0 && watch.lowestPpm == 0) {
      return false;
    }
    if (!watch.opens()) {
      return true;
    }
    boolean entry = watch.atOnce || stays(watch, book.entryPpm(watch));
    return entry
        && (watch.order == null
            ? stays(watch, book.stealPpm(watch))
            : stays(watch, book.settings.tolerances().protectPpm()));
  }

  /// Whether the distance stays within a tolerance, or outside of it.
  private static boolean stays(Watch watch, int ppm) {
    return watch.highestPpm <= ppm || watch.lowestPpm > ppm;
  }

  private static boolean reachesExit(Market market, long lowRaw, long highRaw) {
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

  /// Whether what was said of a contender remains true.
  private boolean staysRefused(Watch thief) {
    Refusal verdict = thief.verdict;
    if (verdict == null
        || verdict == Refusal.MESSAGE_BUDGET
        || verdict == Refusal.HELD_STORM_GUARD) {
      return false;
    }
    if (thief.side() == Side.SELL) {
      // What it needs follows the price.
      return false;
    }
    Basis basis = book.settings.policy().basis();
    if (!verdict.restsOnOrders() || basis == Basis.NO_PRICE) {
      return true;
    }
    List<Working> entries = book.entries.oldestFirst();
    for (int i = 0; i < entries.size(); i++) {
      Working order = entries.get(i);
      Watch holder = order.watch;
      boolean decided =
          basis == Basis.DISTANCE
              && (thief.highestPpm < holder.lowestPpm || thief.lowestPpm >= holder.highestPpm);
      if (!decided && search.compares(thief, order)) {
        return false;
      }
    }
    return true;
  }
}
