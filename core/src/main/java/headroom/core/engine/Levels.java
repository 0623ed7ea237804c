package headroom.core.engine;

import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.tolerance.Distance;
import java.util.ArrayList;
import java.util.List;

/// The prices at which a decision about an instrument may change.
///
/// An intent without an order has its entry level and, if that is another, its steal level; one
/// that rests at any distance only the latter. A live entry order has its protection level, a
/// position its stop. Each level of a buy is met from above where it begins to hold, and one
/// billionth further out from below, where it ends; those of a sell the other way round.
final class Levels {
  private final Book book;

  Levels(Book book) {
    this.book = book;
  }

  Attention of(Market market) {
    List<Long> falling = new ArrayList<>();
    List<Long> rising = new ArrayList<>();
    for (Watch watch : market.watches) {
      if (!watch.opens()) {
        continue;
      }
      if (watch.order == null) {
        int steal = book.stealPpm(watch);
        int entry = book.isAtOnce(watch) ? steal : book.entryPpm(watch);
        add(watch, entry, falling, rising);
        if (steal != entry) {
          add(watch, steal, falling, rising);
        }
      } else if (watch.order.isEntry()) {
        add(watch, book.settings.tolerances().protectPpm(), falling, rising);
      }
    }
    for (Lot lot : market.lots) {
      Price stop = lot.watch.intent.exit().stop();
      if (lot.isOpen() && stop != null && lot.closing == null) {
        (lot.exitSide() == Side.SELL ? falling : rising).add(stop.raw());
      }
    }
    if (falling.isEmpty() && rising.isEmpty()) {
      return Attention.NONE;
    }
    return new Attention(
        falling.stream().mapToLong(Long::longValue).toArray(),
        rising.stream().mapToLong(Long::longValue).toArray());
  }

  private static void add(Watch watch, int ppm, List<Long> falling, List<Long> rising) {
    long inside = Distance.insideRaw(watch.side(), watch.limitRaw(), ppm);
    if (watch.side() == Side.BUY) {
      falling.add(inside);
      rising.add(inside + 1);
    } else {
      rising.add(inside);
      falling.add(inside - 1);
    }
  }
}
