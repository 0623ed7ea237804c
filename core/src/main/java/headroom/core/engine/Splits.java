package headroom.core.engine;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of intents, orders and positions when the shares of an instrument are split.
///
/// Everybody who wants the instrument is held until its owner says that the new numbers are meant.
/// Orders keep the numbers under which the venue knows them, and are cancelled; what they still
/// trade is counted in shares of today.
final class Splits {
  private final Book book;
  private final Intents intents;
  private final Steals steals;
  private final Exits exits;

  Splits(Book book, Intents intents, Steals steals, Exits exits) {
    this.book = book;
    this.intents = intents;
    this.steals = steals;
    this.exits = exits;
  }

  void apply(Event.Split split) {
    Market market = book.market(split.instrument());
    market.splits.add(split);
    market.forgetQuote();
    if (market.markRaw > 0) {
      market.markRaw = Math.max(1, split.priceRaw(market.markRaw, RoundingMode.HALF_EVEN));
    }
    List.copyOf(market.watches).forEach(this::hold);
    List.copyOf(market.lots).forEach(lot -> carry(lot, split));
    book.moveLevels(market);
    book.changes.everybody();
  }

  private void hold(Watch watch) {
    catchUp(watch);
    watch.held = Refusal.HELD_CORPORATE_ACTION;
    Steal steal = watch.steal;
    if (steal != null) {
      steals.abort(steal, Refusal.HELD_CORPORATE_ACTION.word());
    }
    Working order = watch.order;
    if (order != null) {
      intents.stop(order, new Cause.Split());
    } else if (watch.remainingRaw <= 0) {
      book.end(watch, IntentState.DONE, "remainder");
    }
  }

  /// A position is worth the same in other shares; its exit is cancelled by the settlement.
  private void carry(Lot lot, Event.Split split) {
    Watch watch = lot.watch;
    catchUp(watch);
    Instrument instrument = watch.market.instrument;
    lot.openRaw = split.unitsRaw(instrument, lot.openRaw);
    lot.reducingRaw = Math.min(lot.openRaw, split.unitsRaw(instrument, lot.reducingRaw));
    book.value(lot);
    Working entry = watch.order;
    if (!lot.isOpen() && entry != null) {
      // Where intents are counted, its order stands for it again.
      book.reserve(entry);
    }
    exits.forgetIfClosed(lot);
  }

  /// Puts an intent in terms of the shares of today.
  static void catchUp(Watch watch) {
    Market market = watch.market;
    if (watch.splits == market.splits.size()) {
      return;
    }
    for (Event.Split split : market.splits.subList(watch.splits, market.splits.size())) {
      Intent intent = watch.intent;
      watch.intent = scaled(intent, market.instrument, split);
      boolean exists = limitRaw(intent, market.instrument, split) > 0;
      watch.remainingRaw = exists ? split.unitsRaw(market.instrument, watch.remainingRaw) : 0;
    }
    watch.splits = market.splits.size();
    watch.need = null;
  }

  /// A quantity of an order in shares of today, down to whole ones.
  static long todayRaw(Working order, long orderedRaw) {
    Market market = order.watch.market;
    long raw = orderedRaw;
    for (Event.Split split : market.splits.subList(order.splits, market.splits.size())) {
      raw = split.unitsRaw(market.instrument, raw);
    }
    return raw;
  }

  /// The same intent in other shares. Its prices are rounded to where they cost nobody more: a buy
  /// down, a sell up.
  private static Intent scaled(Intent intent, Instrument instrument, Event.Split split) {
    long least = instrument.tickAtRaw(1);
    long limitRaw = Math.max(least, limitRaw(intent, instrument, split));
    long quantityRaw = split.unitsRaw(instrument, intent.quantity().raw());
    boolean buys = intent.side() == Side.BUY;
    ExitPlan exit = intent.exit();
    return intent.at(
        new Price(limitRaw),
        new Quantity(Math.max(instrument.stepRaw(), quantityRaw)),
        new ExitPlan(
            beyond(exit.takeProfit(), buys, limitRaw, instrument, split),
            beyond(exit.stop(), !buys, limitRaw, instrument, split),
            exit.maxHoldDays(),
            exit.sessionEnd()));
  }

  /// On the tick; 0 if it would be below the smallest price.
  private static long limitRaw(Intent intent, Instrument instrument, Event.Split split) {
    return onTickRaw(intent.limit().raw(), intent.side() == Side.SELL, instrument, split);
  }

  private static long onTickRaw(long raw, boolean up, Instrument instrument, Event.Split split) {
    return up
        ? instrument.tickUpRaw(split.priceRaw(raw, RoundingMode.CEILING))
        : instrument.tickDownRaw(split.priceRaw(raw, RoundingMode.FLOOR));
  }

  /// A price on the far side of a limit, rounded away from it; null if there is none on the tick.
  private static @Nullable Price beyond(
      @Nullable Price price,
      boolean above,
      long limitRaw,
      Instrument instrument,
      Event.Split split) {
    if (price == null) {
      return null;
    }
    long raw = onTickRaw(price.raw(), above, instrument, split);
    // Two prices that differed may meet on one tick.
    raw =
        above
            ? Math.max(raw, instrument.tickUpRaw(limitRaw + 1))
            : Math.min(raw, instrument.tickDownRaw(limitRaw - 1));
    return raw > 0 && raw <= Price.MAX_RAW ? new Price(raw) : null;
  }
}
