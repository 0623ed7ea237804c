package headroom.core.engine;

import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.tolerance.Distance;
import java.util.Arrays;

/// The prices at which a decision about an instrument may change.
///
/// Nothing matters outside of the session in which it would. An intent without an order has its
/// entry level and, if that is another, its steal level; one that rests at any distance only the
/// latter. A live entry order has its protection level, a position its stop. Each level of a buy is
/// met from above where it begins to hold, and one billionth further out from below, where it ends;
/// those of a sell the other way round.
final class Levels {
  private final Book book;

  Levels(Book book) {
    this.book = book;
  }

  Attention of(Market market) {
    // A watch has two levels at most, a position one.
    long[] falling = new long[2 * market.watches.size() + market.lots.size()];
    long[] rising = new long[falling.length];
    int levels = 0;
    for (int i = 0; i < market.watches.size(); i++) {
      Watch watch = market.watches.get(i);
      if (!watch.opens() || !book.isOpenFor(watch)) {
        continue;
      }
      if (watch.order == null) {
        int steal = book.stealPpm(watch);
        int entry = book.isAtOnce(watch) ? steal : book.entryPpm(watch);
        put(watch, entry, falling, rising, levels++);
        if (steal != entry) {
          put(watch, steal, falling, rising, levels++);
        }
      } else if (watch.order.isEntry()) {
        put(watch, book.settings.tolerances().protectPpm(), falling, rising, levels++);
      }
    }
    int fallingLevels = levels;
    int risingLevels = levels;
    boolean stops = market.instrument.isCrypto() || book.session.isOpen();
    for (int i = 0; stops && i < market.lots.size(); i++) {
      Lot lot = market.lots.get(i);
      Price stop = lot.watch.intent.exit().stop();
      if (lot.isOpen() && stop != null && lot.closing == null) {
        if (lot.exitSide() == Side.SELL) {
          falling[fallingLevels++] = stop.raw();
        } else {
          rising[risingLevels++] = stop.raw();
        }
      }
    }
    if (fallingLevels == 0 && risingLevels == 0) {
      return Attention.NONE;
    }
    return new Attention(
        Arrays.copyOf(falling, fallingLevels), Arrays.copyOf(rising, risingLevels));
  }

  private static void put(Watch watch, int ppm, long[] falling, long[] rising, int place) {
    long inside = Distance.insideRaw(watch.side(), watch.limitRaw(), ppm);
    boolean buys = watch.side() == Side.BUY;
    falling[place] = buys ? inside : inside - 1;
    rising[place] = buys ? inside + 1 : inside;
  }
}
