package headroom.core.engine;

import headroom.core.capacity.Holder;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.market.Instrument;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Takes in intents and lets them go.
final class Intents {
  private final Book book;
  private final Ranks ranks;
  private final Steals steals;
  private final Forecasts forecasts;

  Intents(Book book, Ranks ranks, Steals steals, Forecasts forecasts) {
    this.book = book;
    this.ranks = ranks;
    this.steals = steals;
    this.forecasts = forecasts;
  }

  void submit(Intent intent) {
    Market market = book.market(intent.instrument());
    watch(onVenueSteps(intent, market.instrument), market);
  }

  private void requireNew(Intent intent) {
    if (book.watches.containsKey(intent.id())) {
      throw new IllegalArgumentException("intent must have a new id, was " + intent.id());
    }
  }

  /// The intent as the venue would show it: its limits on the tick, its quantity on the step.
  private static Intent onVenueSteps(Intent intent, Instrument instrument) {
    long limitRaw = instrument.limitOnTickRaw(intent.side(), intent.limit().raw());
    long quantityRaw = instrument.quantityOnStepRaw(intent.quantity().raw());
    if (limitRaw <= 0 || quantityRaw <= 0) {
      throw new IllegalArgumentException(
          "limit and quantity of %s must be at least one tick and one step of %s, was %s and %s"
              .formatted(intent.id(), instrument.id(), intent.limit(), intent.quantity()));
    }
    ExitPlan exit = intent.exit();
    Price takeProfit = exit.takeProfit();
    if (takeProfit != null) {
      long raw = instrument.limitOnTickRaw(intent.side().opposite(), takeProfit.raw());
      exit = new ExitPlan(new Price(raw), exit.stop(), exit.maxHoldDays(), exit.sessionEnd());
    }
    return intent.at(new Price(limitRaw), new Quantity(quantityRaw), exit);
  }

  private Watch watch(Intent intent, Market market) {
    requireNew(intent);
    int priority = book.settings.rationing().priority(intent.owner());
    long number = book.watches.size() + 1L;
    Watch watch = new Watch(forecasts.filledIn(intent), market, book.nowNs, number, priority);
    book.watches.put(intent.id(), watch);
    book.live.add(watch);
    market.watches.add(watch);
    book.flaggedAtOnce += intent.atOnce() ? 1 : 0;
    book.changes.touch(watch);
    book.counters.count(Counter.INTENTS);
    ranks.touch();
    book.moveLevels(market);
    watchExpiry(watch);
    return watch;
  }

  private void watchExpiry(Watch watch) {
    long expiresNs = watch.intent.expiresNs();
    book.timers.at(
        expiresNs,
        Timers.Kind.EXPIRY,
        watch,
        () -> watch.state.isLive() && watch.intent.expiresNs() == expiresNs && expire(watch));
  }

  /// Its time is over.
  boolean expire(Watch watch) {
    if (watch.expired) {
      return false;
    }
    watch.expired = true;
    book.moveLevels(watch.market);
    if (endsWithSession(watch)) {
      return true;
    }
    leave(watch, new Cause.Expired());
    return true;
  }

  /// A day order that the venue ends at the close anyway needs no cancel.
  private boolean endsWithSession(Watch watch) {
    Working order = watch.order;
    return order != null
        && watch.opens()
        && watch.market.instrument.isStock()
        && watch.intent.expiresNs() >= book.session.of(order.extended).closesNs();
  }

  void withdraw(IntentId id) {
    Watch watch = book.watches.get(id);
    if (watch != null && watch.state.isLive() && !watch.withdrawn) {
      watch.withdrawn = true;
      leave(watch, new Cause.Withdrawn());
    }
  }

  /// Ends an intent, by a cancel if it has an order.
  private void leave(Watch watch, Cause cause) {
    ranks.touch();
    book.changes.touch(watch);
    Steal steal = watch.steal;
    if (steal != null) {
      steals.abort(steal, "closed." + cause.word());
    }
    Working order = watch.order;
    if (order == null) {
      book.end(watch, IntentState.DONE, cause.word());
      return;
    }
    stop(order, cause);
  }

  void stop(Working order, Cause cause) {
    if (order.state == Working.State.RESTING) {
      cancel(order, cause);
    } else if (order.state == Working.State.PLACING && order.cancelCause == null) {
      // An order that is not known at the venue yet cannot be cancelled: at its acceptance.
      order.cancelCause = cause;
    }
    // One whose cancel is under way is looked at again if that is refused.
  }

  /// An order that was thought to be over traded after all: a new order for more than the rest is
  /// cancelled, a steal for nothing is given up.
  void wantsLess(Watch watch) {
    Working order = watch.order;
    if (order != null && order.remainingRaw() > watch.remainingRaw) {
      stop(order, new Cause.Withdrawn());
    }
    Steal steal = watch.steal;
    if (steal != null && watch.remainingRaw == 0) {
      steals.abort(steal, "closed.filled");
    }
  }

  /// Cancels a resting entry for a reason of its own.
  void cancel(Working order, Cause cause) {
    if (book.dryRun) {
      return;
    }
    order.state = Working.State.CANCELING;
    order.cancelCause = cause;
    order.cancelAsked = true;
    order.thief = null;
    order.watch.state = IntentState.CANCELING;
    // It was a possible victim.
    book.changes.everyVerdict();
    book.moveLevels(order.watch.market);
    book.send(order.cancel(cause));
    book.questions.watchAnswer(order);
  }

  /// A dry run is over: the orders that nobody wants any more, or not whole, are cancelled.
  void catchUp() {
    List<Working> ofIntents = new ArrayList<>(book.entries.oldestFirst());
    for (Working exit : book.exits) {
      if (exit.lot == null) {
        ofIntents.add(exit);
      }
    }
    for (Working order : ofIntents) {
      Cause unwanted = order.state == Working.State.RESTING ? unwanted(order) : null;
      if (unwanted != null) {
        cancel(order, unwanted);
      }
    }
  }

  /// Why an order of an intent is not to rest; null if it is.
  @Nullable Cause unwanted(Working order) {
    Watch watch = order.watch;
    boolean isOver = watch.isOver(book.nowNs);
    if (isOver && !watch.withdrawn) {
      return new Cause.Expired();
    }
    if (!isOver && order.isOfOldShares()) {
      return new Cause.Split();
    }
    if (isOver || order.remainingRaw() > watch.remainingRaw) {
      return new Cause.Withdrawn();
    }
    return book.mode == TradingMode.KILLED && order.isEntry() ? new Cause.Kill() : null;
  }

  /// Cancels all entries, or lets go on what was to be cancelled.
  void mode(TradingMode mode) {
    book.mode = mode;
    for (Working order : List.copyOf(book.entries.oldestFirst())) {
      if (mode == TradingMode.KILLED) {
        stop(order, new Cause.Kill());
      } else {
        boolean placing = order.state == Working.State.PLACING;
        order.cancelCause = placing ? unlessKilled(order.cancelCause) : order.cancelCause;
      }
    }
  }

  private static @Nullable Cause unlessKilled(@Nullable Cause cause) {
    return cause instanceof Cause.Kill ? null : cause;
  }

  /// An order is over and something is left: the intent goes on, or ends if its time is over, its
  /// owner gave up, or the rest is too small for the venue.
  void goOn(Watch watch) {
    Working last = watch.order;
    // What a split has left of it may be less than one share.
    boolean filled = last == null || !last.isOfOldShares() || last.remainingRaw() <= 0;
    watch.order = null;
    watch.state = IntentState.WAITING;
    ranks.touch();
    book.moveLevels(watch.market);
    if (watch.remainingRaw <= 0 && filled) {
      book.counters.count(Counter.FILLED);
      book.end(watch, IntentState.FILLED, null);
    } else if (watch.withdrawn) {
      book.end(watch, IntentState.DONE, new Cause.Withdrawn().word());
    } else if (watch.isOver(book.nowNs)) {
      watch.expired = true;
      book.end(watch, IntentState.DONE, new Cause.Expired().word());
    } else if (watch.opens()
        && book.isBelowMinimum(watch.market, watch.limitRaw(), watch.remainingRaw)) {
      book.end(watch, IntentState.DONE, "remainder");
    }
  }

  void release(IntentId id) {
    Watch watch = book.watches.get(id);
    if (watch != null) {
      watch.held = null;
    }
  }

  void remember(Event.StealRemembered steal) {
    steals.recorded(steal.thief(), steal.victim(), steal.timeNs());
  }

  void plan(Event.PlanSubmitted plan) {
    Market market = book.market(plan.instrument());
    List<Watch> before = new ArrayList<>();
    List<Working> replaced = new ArrayList<>();
    for (Watch watch : book.live) {
      if (isOf(watch.intent, plan)) {
        if (!watch.withdrawn) {
          before.add(watch);
        } else if (watch.order != null) {
          // An earlier plan still cancels it.
          replaced.add(watch.order);
        }
      }
    }
    List<Intent> fresh = new ArrayList<>();
    SequencedMap<Watch, Intent> kept = new LinkedHashMap<>();
    for (Intent given : plan.intents()) {
      Intent intent = onVenueSteps(given, market.instrument);
      Watch same = same(before, intent);
      if (same != null) {
        before.remove(same);
        kept.put(same, intent);
      } else {
        requireNew(intent);
        fresh.add(intent);
      }
    }
    // Nothing was changed so far: a plan is taken whole or not at all.
    kept.forEach(this::renew);
    for (Watch watch : before) {
      if (watch.order != null) {
        replaced.add(watch.order);
      }
      watch.withdrawn = true;
      leave(watch, new Cause.Withdrawn());
    }
    for (Intent intent : fresh) {
      Watch watch = watch(intent, market);
      watch.replaces.addAll(replaced);
      replaced.forEach(order -> order.replacedBy.add(watch));
    }
  }

  private static boolean isOf(Intent intent, Event.PlanSubmitted plan) {
    return intent.owner().equals(plan.owner())
        && intent.instrument().equals(plan.instrument())
        && intent.side() == plan.side()
        && intent.kind() == plan.kind();
  }

  private @Nullable Watch same(List<Watch> before, Intent intent) {
    for (Watch watch : before) {
      Intent old = watch.intent;
      if (old.limit().equals(intent.limit())
          && old.quantity().equals(intent.quantity())
          && old.strategy().equals(intent.strategy())
          && !watch.isOver(book.nowNs)
          && canTakeOver(watch, intent)) {
        return watch;
      }
    }
    return null;
  }

  /// In which sessions an order works cannot be changed at the venue.
  private boolean canTakeOver(Watch watch, Intent intent) {
    Working order = watch.order;
    return order == null
        || watch.market.instrument.isCrypto()
        || order.extended == book.session.extendsFor(intent);
  }

  private void renew(Watch watch, Intent intent) {
    boolean sameExpiry = watch.intent.expiresNs() == intent.expiresNs();
    book.flaggedAtOnce -= watch.intent.atOnce() ? 1 : 0;
    watch.intent = forecasts.filledIn(watch.intent.withFlagsOf(intent));
    book.flaggedAtOnce += watch.intent.atOnce() ? 1 : 0;
    watch.need = null;
    watch.holder = Holder.of(watch.intent, watch.market.instrument);
    if (watch.order != null) {
      book.reserve(watch.order);
    }
    if (watch.lot != null) {
      book.value(watch.lot);
    }
    if (watch.held == Refusal.HELD_PARKED || watch.held == Refusal.HELD_CORPORATE_ACTION) {
      watch.held = null;
    }
    ranks.touch();
    book.moveLevels(watch.market);
    if (!sameExpiry) {
      watchExpiry(watch);
    }
  }

  /// What an order filled after it was replaced is not asked for again by what replaced it.
  void deduct(Working order, long filledRaw) {
    long left = filledRaw;
    for (Watch watch : order.replacedBy) {
      if (watch.state.isLive() && left > 0) {
        long deducted = Math.min(left, watch.remainingRaw);
        watch.remainingRaw -= deducted;
        left -= deducted;
        wantsLess(watch);
        if (watch.remainingRaw == 0 && watch.order == null) {
          book.end(watch, IntentState.DONE, "replaced-was-filled");
        }
      }
    }
  }
}
