package headroom.core.engine;

import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.engine.Cause.ExitReason;
import headroom.core.engine.Reductions.Position;
import headroom.core.engine.Reductions.Slice;
import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Brings stocks within what may be held overnight before each close: entries first, then parts of
/// positions.
///
/// Where stocks are traded before and after the session too, it goes on to see that entries stay
/// within that: positions are reduced in the core session only.
///
/// It looks when its timers come, and when the account or an order has changed; a price alone
/// decides nothing here. So no price needs to be given because of it.
///
/// Not thread safe; owned by the engine.
final class Overnight {
  private static final long WHOLE_PPM = 1_000_000;

  /// How often limits follow the market, and how often in the end.
  private static final long STEP_NS = 300_000_000_000L;

  private static final long LAST_STEP_NS = 30_000_000_000L;

  private final Book book;
  private final Deleveraging rules;
  private final Intents intents;
  private final Exits exits;
  private int multiplier;
  private boolean due;
  private boolean steps;

  // The present window; none if it is over.
  private long closesNs = Long.MIN_VALUE;
  private long startRaw = -1;

  /// What stocks are still allowed to be worth on the way to the limit, at the last look.
  private long targetRaw;

  /// What was free under the limit at the last look, without regard to entries.
  private long roomRaw = Long.MAX_VALUE;

  Overnight(Book book, Intents intents, Exits exits) {
    this.book = book;
    this.rules = book.settings.deleveraging();
    this.intents = intents;
    this.exits = exits;
    this.multiplier = book.settings.multiplier();
  }

  private boolean isOn() {
    return rules.isOn() && book.settings.account().isLeveraged();
  }

  /// The exchange opens or closes, or the engine starts.
  void session() {
    weigh();
    due = true;
    if (!isOn() || !book.session.isOpen()) {
      letGo();
      return;
    }
    long opened = book.session.closesNs();
    long fromNs = opened - rules.windowNs();
    if (book.nowNs < fromNs) {
      book.timers.at(fromNs, Timers.Kind.SESSION, () -> begin(opened));
    } else {
      begin(opened);
    }
  }

  /// What was to be reduced and is not is kept.
  private void letGo() {
    for (Lot lot : book.lots) {
      lot.reducingRaw = lot.reduction == null ? 0 : lot.reducingRaw;
    }
  }

  private boolean begin(long windowClosesNs) {
    if (book.nowNs >= windowClosesNs) {
      return false;
    }
    closesNs = windowClosesNs;
    startRaw = -1;
    roomRaw = Long.MAX_VALUE;
    weigh();
    return step();
  }

  /// Time for new limits.
  private boolean step() {
    long lastNs = closesNs - rules.forceNs();
    boolean last = book.nowNs >= lastNs;
    long nextNs = last ? book.nowNs + LAST_STEP_NS : Math.min(book.nowNs + STEP_NS, lastNs);
    if (nextNs < closesNs) {
      long windowClosesNs = closesNs;
      book.timers.at(nextNs, Timers.Kind.SESSION, () -> closesNs == windowClosesNs && step());
    }
    due = true;
    steps = true;
    return true;
  }

  /// Something that it looks at has changed.
  void touch() {
    due = true;
  }

  /// The account was read.
  void account() {
    due = true;
    weigh();
    Money equity = book.account.equity();
    if (isOn() && equity != null && equity.raw() <= 0) {
      intents.mode(TradingMode.KILLED);
      for (Lot lot : book.lots) {
        lot.closing = lot.closing == null ? ExitReason.RUIN : lot.closing;
      }
    }
  }

  /// What stocks are allowed to be worth at this point of the window, as of the last look; null
  /// outside of it and while equity is unknown.
  @Nullable Money target() {
    return isInWindow() && startRaw >= 0 ? new Money(targetRaw) : null;
  }

  private boolean isInWindow() {
    return book.nowNs < closesNs && book.session.isOpen();
  }

  /// Whether entries are limited by what may be held overnight.
  private boolean isLimited() {
    return isInWindow() || (book.session.isOutside() && isOn());
  }

  /// Puts the multiplier of the time of day in force.
  private void weigh() {
    int now = multiplierNow();
    if (now == multiplier) {
      return;
    }
    multiplier = now;
    book.capacity.become(book.settings.constraints(now));
    book.weigh();
  }

  private int multiplierNow() {
    int most = book.settings.multiplier();
    int said = book.account.multiplier();
    int day = said == 0 ? most : Math.min(most, said);
    boolean byDay =
        book.session.isOpen() && book.nowNs < book.session.closesNs() - rules.windowNs();
    return !isOn() || byDay ? day : Math.min(day, rules.overnightMultiplier());
  }

  void settle() {
    if (!due || !isLimited()) {
      return;
    }
    due = false;
    Money equity = book.account.equity();
    if (equity == null || book.dryRun) {
      return;
    }
    long exposure = exposureRaw();
    long limit = limitRaw(equity);
    roomRaw = limit - exposure;
    cancelEntries(exposure, limit);
    if (!isInWindow()) {
      return;
    }
    startRaw = startRaw < 0 ? exposure : startRaw;
    if (steps) {
      steps = false;
      followMarket();
    }
    reduce(exposure, limit);
  }

  /// Whether entries of it are limited by what may be held overnight.
  boolean holds(Watch watch) {
    return watch.market.instrument.isStock() && isLimited() && roomRaw != Long.MAX_VALUE;
  }

  /// Whether one more entry would be cancelled again at once.
  boolean exceedsRoom(long valueRaw) {
    return entriesRaw() + valueRaw > roomRaw;
  }

  /// What stocks may be worth, in billionths: at the end a little less, because prices move until
  /// the close.
  private long limitRaw(Money equity) {
    long now = Math.max(0, Math.addExact(equity.raw(), changeRaw()));
    long whole = Math.multiplyExact(now, multiplier);
    return isEnd()
        ? Fixed.scaled(whole, WHOLE_PPM - rules.cushionPpm(), WHOLE_PPM, RoundingMode.FLOOR)
        : whole;
  }

  private boolean isEnd() {
    return !book.session.isOpen() || book.nowNs >= closesNs - rules.forceNs();
  }

  /// How much of the window is over: all of it when the end begins.
  private long progressPpm() {
    long lengthNs = rules.windowNs() - rules.forceNs();
    long overNs = book.nowNs - (closesNs - rules.windowNs());
    return Math.clamp(overNs * WHOLE_PPM / lengthNs, 0, WHOLE_PPM);
  }

  /// What positions have gained since the account was read.
  private long changeRaw() {
    long change = 0;
    for (Lot lot : book.lots) {
      Market market = lot.watch.market;
      long moved = priceRaw(lot) - market.markRaw;
      long gained = Fixed.product(moved, lot.openRaw, RoundingMode.FLOOR);
      change += lot.watch.side() == Side.BUY ? gained : -gained;
    }
    return change;
  }

  private static long priceRaw(Lot lot) {
    long last = lot.watch.market.lastRaw(lot.exitSide());
    return last == 0 ? lot.watch.market.markRaw : last;
  }

  private long exposureRaw() {
    long exposure = 0;
    for (Lot lot : book.lots) {
      if (lot.watch.market.instrument.isStock()) {
        exposure += Fixed.product(priceRaw(lot), lot.openRaw, RoundingMode.CEILING);
      }
    }
    for (Stranger stranger : book.account.strangers()) {
      boolean stock = stranger.assetClass() == AssetClass.STOCK;
      exposure += stock && !stranger.isOrder() ? stranger.value().raw() : 0;
    }
    return exposure;
  }

  /// What entries of stocks are worth that are to stay.
  private long entriesRaw() {
    long value = 0;
    for (Working order : book.entries.oldestFirst()) {
      value += stays(order) ? valueRaw(order) : 0;
    }
    return value;
  }

  private static boolean stays(Working order) {
    return order.watch.market.instrument.isStock()
        && order.state != Working.State.CANCELING
        && order.cancelCause == null;
  }

  private static long valueRaw(Working order) {
    return Fixed.product(order.valuePriceRaw, order.remainingRaw(), RoundingMode.CEILING);
  }

  private void cancelEntries(long exposureRaw, long limitRaw) {
    long excess = exposureRaw + entriesRaw() - limitRaw;
    if (excess <= 0) {
      return;
    }
    List<Working> entries =
        book.entries.firstVictimFirst().stream().filter(Overnight::stays).toList();
    for (Working order : entries) {
      if (excess > 0 && book.nowNs >= order.sparedUntilNs) {
        excess -= valueRaw(order);
        book.counters.count(Counter.DELEVERAGE_CANCELS);
        intents.stop(order, new Cause.Deleverage());
      }
    }
  }

  private void reduce(long exposureRaw, long limitRaw) {
    targetRaw = Reductions.targetRaw(limitRaw, startRaw, progressPpm());
    long excess = exposureRaw - targetRaw;
    List<Position> positions = new ArrayList<>();
    for (Lot lot : book.lots) {
      if (!lot.isOpen() || lot.watch.market.instrument.isCrypto()) {
        continue;
      }
      long going = lot.closing != null ? lot.openRaw : lot.reducingRaw;
      excess -= Fixed.product(priceRaw(lot), going, RoundingMode.FLOOR);
      if (going == 0 && book.nowNs >= lot.retryFromNs && isPriced(lot)) {
        positions.add(position(lot));
      }
    }
    if (excess > 0 && (isEnd() || !isBeingMoved())) {
      long least = Reductions.leastRaw(rules.minimumSlice(), isEnd());
      for (Slice slice : Reductions.choose(positions, excess, least)) {
        slice.lot().reducingRaw = slice.quantityRaw();
      }
    }
    for (Lot lot : book.lots) {
      if (lot.reducingRaw > 0 && lot.closing == null && isPriced(lot)) {
        exits.reduce(lot, limit(lot));
      }
    }
  }

  /// Orders whose limit is not the right one any more give way to others.
  private void followMarket() {
    for (Lot lot : book.lots) {
      Working reduction = lot.reduction;
      if (reduction != null
          && exits.isFree(reduction)
          && isPriced(lot)
          && !Objects.equals(reduction.limit, limit(lot))) {
        exits.cancel(reduction, new Cause.Deleverage());
      }
    }
  }

  private boolean isPriced(Lot lot) {
    return lot.watch.market.referenceRaw(lot.exitSide(), book.session.core(), book.nowNs, 0) > 0;
  }

  /// The limit that a reduction has now; null at market.
  private @Nullable Price limit(Lot lot) {
    if (rules.atMarket() && isEnd()) {
      return null;
    }
    Instrument instrument = lot.watch.market.instrument;
    int offset = Reductions.offsetPpm(rules, progressPpm());
    boolean sells = lot.exitSide() == Side.SELL;
    long raw =
        Fixed.scaled(
            priceRaw(lot),
            WHOLE_PPM + (sells ? offset : -offset),
            WHOLE_PPM,
            RoundingMode.HALF_EVEN);
    long tick = instrument.tickAtRaw(raw);
    return new Price(Math.max(tick, instrument.limitOnTickRaw(lot.exitSide(), raw)));
  }

  /// Whether a reduction is on its way to another limit; it comes back for more, and before others.
  /// In the end nobody is waited for.
  private boolean isBeingMoved() {
    for (Lot lot : book.lots) {
      Working reduction = lot.reduction;
      if (reduction != null && reduction.state == Working.State.CANCELING) {
        return true;
      }
    }
    return false;
  }

  private static Position position(Lot lot) {
    Watch watch = lot.watch;
    long notional =
        Fixed.product(watch.limitRaw(), watch.intent.quantity().raw(), RoundingMode.CEILING);
    return new Position(lot, watch.forecastRaw(), notional, lot.openRaw, priceRaw(lot));
  }
}
