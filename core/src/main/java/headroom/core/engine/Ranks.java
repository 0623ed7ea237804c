package headroom.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Ranks of the live crypto entries by forecast: 1 is the best, and an unknown forecast has none.
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

  /// Ranks again if anything changed.
  void refresh() {
    if (!stale && ended == book.ended && book.nowNs < validToNs) {
      return;
    }
    stale = false;
    ended = book.ended;
    validToNs = Long.MAX_VALUE;
    List<Watch> ranked = new ArrayList<>();
    for (Watch watch : book.live) {
      boolean takesPart =
          watch.market.instrument.isCrypto()
              && watch.opens()
              && watch.knowsForecast()
              && !watch.isOver(book.nowNs);
      watch.rank = 0;
      if (takesPart) {
        ranked.add(watch);
        validToNs = Math.min(validToNs, watch.intent.expiresNs());
      }
    }
    ranked.sort(BEST_FIRST);
    for (int i = 0; i < ranked.size(); i++) {
      ranked.get(i).rank = i + 1;
    }
    book.levels++;
  }
}
