package headroom.core.chaos;

import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.RejectKind;
import headroom.core.num.Price;
import java.util.List;

/// What follows from the answers of a venue.
final class Answered {
  private static final List<Long> AGAIN_AFTER_MS = List.of(250L, 500L, 1_000L);

  private final Told told;

  Answered(Told told) {
    this.told = told;
  }

  void on(OrderEvent answer) {
    ToldOrder order = told.orders.get(answer.order());
    if (order == null) {
      return;
    }
    switch (answer) {
      case OrderEvent.Accepted _ -> rests(order);
      case OrderEvent.Rejected rejected -> rejected(order, rejected.kind());
      case OrderEvent.Filled filled ->
          traded(order, order.trade(filled.fill(), filled.quantity().raw()), filled.price());
      case OrderEvent.CancelPending _ -> {
        // Nothing is final yet.
      }
      case OrderEvent.Canceled canceled -> {
        traded(order, order.atLeast(canceled.filledRaw()), worst(order));
        canceled(order);
      }
      case OrderEvent.Expired expired -> {
        traded(order, order.atLeast(expired.filledRaw()), worst(order));
        expired(order);
      }
      case OrderEvent.CancelRejected _ -> cancelRejected(order);
      case OrderEvent.Replaced replaced -> replaced(order, replaced.quantity().raw());
      case OrderEvent.ReplaceRejected _ -> replaceRejected(order);
      case OrderEvent.Open open -> {
        traded(order, order.atLeast(open.filledRaw()), worst(order));
        open(order);
      }
      case OrderEvent.NotSent _ -> notSent(order);
    }
  }

  private static Price worst(ToldOrder order) {
    Price limit = order.place.limit();
    return limit == null ? order.intent.intent.limit() : limit;
  }

  private void rests(ToldOrder order) {
    if (order.stage != ToldOrder.Stage.SENT) {
      return;
    }
    order.stage = ToldOrder.Stage.RESTS;
    if (!order.closesLot()) {
      order.intent.rejections = 0;
      if (order.inherits != null) {
        told.tally.count(Happening.STEALS);
        order.inherits = null;
        order.intent.aborts = 0;
      }
    }
  }

  private void traded(ToldOrder order, long newsRaw, Price price) {
    if (newsRaw <= 0) {
      return;
    }
    boolean wasOver = !order.isLive();
    if (wasOver) {
      told.tally.count(Happening.LATE_FILLS);
    }
    rests(order);
    ToldIntent one = order.intent;
    if (order.closesLot()) {
      one.breached |= wasOver;
      one.openRaw = Math.max(0, one.openRaw - newsRaw);
      if (one.openRaw == 0 && one.order != null) {
        told.reserve(one.order);
      }
      endIfComplete(order);
      return;
    }
    if (order.remainingRaw() > 0) {
      told.tally.count(Happening.PARTIAL_FILLS);
    }
    one.remainingRaw = Math.max(0, one.remainingRaw - newsRaw);
    if (one.opens()) {
      long[] paid = told.limits.ofOrder(one, order.valuePriceRaw, newsRaw);
      for (int c = 0; c < paid.length; c++) {
        told.limits.spentRaw[c] += told.limits.rules.get(c).positions() ? 0 : paid[c];
      }
      told.bought(one, newsRaw, price);
      told.brakes.traded(told.nowNs, Limits.productUp(price.raw(), newsRaw));
    }
    if (wasOver) {
      if (order.cancelConfirmed) {
        told.tally.count(Happening.BREACHES);
      }
      one.boughtTooMuch = true;
      if (one.order != null) {
        told.reserve(one.order);
      }
      if (one.remainingRaw == 0) {
        one.steal = null;
      }
      if (!one.over && one.order == null && one.steal == null) {
        goesOn(one);
      }
    } else if (order.remainingRaw() == 0) {
      if (order.stage == ToldOrder.Stage.CANCELS && order.steal != null) {
        told.tally.count(Happening.FILL_BEAT_CANCEL);
        order.steal.pending.remove(order);
      }
      ends(order);
      goesOn(one);
    } else {
      told.reserve(order);
    }
    deduct(order, newsRaw);
  }

  private static void deduct(ToldOrder order, long newsRaw) {
    long left = newsRaw;
    for (ToldIntent heir : order.replacedBy) {
      if (!heir.over && left > 0) {
        long part = Math.min(left, heir.remainingRaw);
        heir.remainingRaw -= part;
        left -= part;
        heir.boughtTooMuch |= heir.order != null;
        if (heir.remainingRaw == 0) {
          heir.steal = null;
          heir.over |= heir.order == null;
        }
      }
    }
  }

  private void endIfComplete(ToldOrder exit) {
    if (exit.isLive() && exit.mostRaw() == 0) {
      ends(exit);
    }
  }

  private void ends(ToldOrder order) {
    order.stage = ToldOrder.Stage.OVER;
    order.usage = new long[told.limits.size()];
    told.liveOrders.remove(order);
    if (order.closesLot() && order.intent.exit == order) {
      order.intent.exit = null;
    }
  }

  /// An order of an intent is over.
  private void goesOn(ToldIntent one) {
    one.order = null;
    one.over |=
        one.remainingRaw <= 0
            || one.isOver(told.nowNs)
            || (one.opens()
                && told.isBelowMinimum(one, one.intent.limit().raw(), one.remainingRaw));
  }

  private void canceled(ToldOrder order) {
    if (!order.isLive()) {
      return;
    }
    ToldIntent one = order.intent;
    long[] released = order.usage;
    ends(order);
    if (order.closesLot()) {
      return;
    }
    order.cancelConfirmed = order.cancelAsked;
    boolean atClose =
        one.instrument().isStock()
            && !told.setup.hoursOf(order.place.timeInForce().isExtended()).isOpen(told.nowNs);
    one.canceledByOthers |= !order.cancelAsked && !atClose;
    one.held |= one.canceledByOthers;
    ToldSteal steal = order.steal;
    if (steal != null) {
      told.tally.count(Happening.STOLEN);
      if (steal.thief.market == one.market) {
        told.tally.count(Happening.STEALS_WITHIN_INSTRUMENT);
      }
      steal.releasedNs = told.nowNs;
      told.feuds.confirm(
          steal.thief.intent.instrument(),
          one.intent.instrument(),
          told.nowNs,
          told.isExempt(steal.thief.intent.instrument(), one.intent.instrument()));
    }
    release(order, released);
    goesOn(one);
  }

  private static void release(ToldOrder order, long[] released) {
    ToldSteal steal = order.steal;
    order.steal = null;
    if (steal != null) {
      steal.pending.remove(order);
      if (steal.waits()) {
        Told.add(steal.earmark, released);
      }
    }
  }

  private void expired(ToldOrder order) {
    if (!order.isLive()) {
      return;
    }
    long[] released = order.usage;
    ends(order);
    if (!order.closesLot()) {
      release(order, released);
      goesOn(order.intent);
    }
  }

  private void cancelRejected(ToldOrder order) {
    if (order.stage != ToldOrder.Stage.CANCELS) {
      return;
    }
    told.tally.count(Happening.CANCEL_REJECTED);
    if (order.steal != null) {
      order.steal.pending.remove(order);
    }
    order.stage = ToldOrder.Stage.RESTS;
    order.sparedUntilNs = told.nowNs + told.settings.steals().stealRetryNs();
    order.forgetsNs.add(order.sparedUntilNs);
  }

  private void open(ToldOrder order) {
    told.tally.count(Happening.OPEN_ANSWERS);
    rests(order);
    order.saidOpen = true;
    if (order.stage == ToldOrder.Stage.RESTS) {
      order.doubtedRaw = Math.max(order.doubtedRaw, order.askedRaw);
      order.askedRaw = 0;
    }
  }

  private void replaced(ToldOrder order, long quantityRaw) {
    boolean asked = quantityRaw == order.askedRaw || quantityRaw == order.doubtedRaw;
    if (quantityRaw >= Math.max(order.askedRaw, order.doubtedRaw)) {
      order.askedRaw = 0;
      order.doubtedRaw = 0;
    }
    if (order.isLive()) {
      // What nobody asked for repeats an old answer; it is believed only if it says more.
      long known = asked ? quantityRaw : Math.max(quantityRaw, order.quantityRaw);
      order.quantityRaw = Math.max(known, order.filledRaw);
      endIfComplete(order);
    }
  }

  private void replaceRejected(ToldOrder order) {
    told.tally.count(Happening.REPLACE_REJECTED);
    order.askedRaw = 0;
    endIfComplete(order);
    if (order.isLive()) {
      order.sparedUntilNs = told.nowNs + told.settings.steals().stealRetryNs();
    }
  }

  private void rejected(ToldOrder order, RejectKind kind) {
    if (!order.isLive()) {
      return;
    }
    told.tally.count(Happening.REJECTED);
    ToldIntent one = order.intent;
    long[] need = order.usage;
    ToldSteal steal = order.inherits;
    ends(order);
    if (order.closesLot()) {
      one.exitFromNs = told.nowNs + told.settings.pauses().rejectRetryNs();
      return;
    }
    release(order, need);
    goesOn(one);
    if (one.over) {
      return;
    }
    boolean again =
        kind == RejectKind.FUNDS
            && steal != null
            && steal.releasedNs != Long.MIN_VALUE
            && told.nowNs - steal.releasedNs <= told.settings.steals().releaseGraceNs()
            && steal.refusals < AGAIN_AFTER_MS.size();
    if (steal != null && again) {
      told.tally.count(Happening.FUNDS_RETRIES);
      steal.againFromNs = told.nowNs + AGAIN_AFTER_MS.get(steal.refusals) * 1_000_000;
      steal.refusals++;
      steal.earmark = need;
      one.steal = steal;
      return;
    }
    if (steal != null) {
      aborted(one);
    }
    pause(one, kind);
  }

  /// A thief whose steal came to nothing does not steal for a while.
  void aborted(ToldIntent thief) {
    told.tally.count(Happening.ABORTED);
    thief.steal = null;
    thief.needsPriceAfter = thief.market.prices;
    thief.aborts++;
    boolean parks = thief.aborts >= told.settings.steals().parkAfter();
    thief.aborts = parks ? 0 : thief.aborts;
    thief.stealFromNs =
        told.nowNs
            + (parks ? told.settings.steals().parkNs() : told.settings.steals().stealRetryNs());
  }

  private void pause(ToldIntent one, RejectKind kind) {
    one.needsPriceAfter = one.market.prices;
    switch (kind) {
      case FUNDS, HALTED, CLOSED, RATE, UNKNOWN -> {
        long pauseNs = told.settings.pauses().rejectRetryNs() << Math.min(one.rejections, 20);
        one.rejections++;
        one.retryFromNs = told.nowNs + Math.min(pauseNs, told.settings.pauses().rejectRetryMaxNs());
      }
      case WASH_TRADE -> {
        // Until the opposite order is over, or for the same pause if there is none.
        one.washed = true;
      }
      case NOT_TRADABLE, PERMISSION -> one.held = true;
      case INCREMENT, MINIMUM -> {
        one.over = true;
        one.refusedForGood = true;
      }
    }
  }

  private void notSent(ToldOrder order) {
    if (order.stage != ToldOrder.Stage.SENT) {
      return;
    }
    told.tally.count(Happening.NOT_SENT);
    ToldSteal steal = order.inherits;
    ends(order);
    if (!order.closesLot()) {
      goesOn(order.intent);
      if (steal != null) {
        aborted(order.intent);
        order.intent.needsPriceAfter = Long.MIN_VALUE;
      }
    }
  }
}
