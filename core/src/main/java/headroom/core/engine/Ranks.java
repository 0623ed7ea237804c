package headroom.core.engine;

import headroom.core.calendar.Regime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Ranks of the live entries by forecast: 1 is the best, and an unknown forecast has none. Stocks
/// are ranked only where tiers ask for it.
final class Ranks {
  private static final Comparator<Watch> BEST_FIRST =
      Comparator.<Watch>comparingLong(watch -> -watch.forecastRaw())
          .thenComparing(watch -> watch.intent.instrument())
          .thenComparing(watch -> watch.intent.id());

  private final Book book;
  private boolean stale = true;
  private long ended;

  /// When the first of those that are ranked expires, and the others move up.
  private long validToNs = Long.MIN_VALUE;

  Ranks(Book book) {
    this.book = book;
  }

  /// A forecast, or the set of live intents, has changed.
  void touch() {
    stale = true;
  }

  /// Whether anything is decided by a rank now.
  private boolean matter() {
    return !book.settings.rationing().tiers().isEmpty()
        || book.flaggedAtOnce > 0
        || (book.settings.atOnceRanks() > 0 && book.session.regime() == Regime.OUT_OF_HOURS);
  }

  private void rank(Watch watch, int rank, int tierRank) {
    if (watch.rank != rank || watch.tierRank != tierRank) {
      watch.rank = rank;
      watch.tierRank = tierRank;
      book.changes.touch(watch);
      book.moveLevels(watch.market);
    }
  }

  /// Ranks again if anything changed.
  void refresh() {
    if ((!stale && ended == book.ended && book.nowNs < validToNs) || !matter()) {
      return;
    }
    stale = false;
    ended = book.ended;
    validToNs = Long.MAX_VALUE;
    boolean tiers = !book.settings.rationing().tiers().isEmpty();
    List<Watch> crypto = new ArrayList<>();
    List<Watch> stocks = new ArrayList<>();
    for (Watch watch : book.live) {
      boolean isCrypto = watch.market.instrument.isCrypto();
      boolean takesPart =
          (isCrypto || tiers)
              && watch.opens()
              && watch.knowsForecast()
              && !watch.isOver(book.nowNs);
      if (!takesPart) {
        rank(watch, 0, 0);
      } else {
        (isCrypto ? crypto : stocks).add(watch);
        validToNs = Math.min(validToNs, watch.intent.expiresNs());
      }
    }
    crypto.sort(BEST_FIRST);
    for (int i = 0; i < crypto.size(); i++) {
      rank(crypto.get(i), i + 1, i + 1);
    }
    stocks.sort(BEST_FIRST);
    for (int i = 0; i < stocks.size(); i++) {
      rank(stocks.get(i), 0, i + 1);
    }
  }
}
