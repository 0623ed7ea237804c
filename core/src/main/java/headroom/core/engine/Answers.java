package headroom.core.engine;

import headroom.core.engine.Event.OrderEvent;
import headroom.core.num.Fixed;
import headroom.core.num.Price;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Takes in what the venue says about orders. Its answers repeat, come late and out of order.
final class Answers {
  private final Book book;
  private final Intents intents;
  private final Steals steals;
  private final Exits exits;

  Answers(Book book, Intents intents, Steals steals, Exits exits) {
    this.book = book;
    this.intents = intents;
    this.steals = steals;
    this.exits = exits;
  }

  void on(OrderEvent answer) {
    Working order = book.orders.get(answer.order());
    if (order == null) {
      book.counters.count(Counter.UNKNOWN_ORDERS);
      return;
    }
    switch (answer) {
      case OrderEvent.Accepted _ -> accepted(order);
      case OrderEvent.Rejected rejected -> rejected(order, rejected);
      case OrderEvent.Filled filled -> filled(order, filled);
      case OrderEvent.CancelPending _ -> {
        // The venue has the request; nothing is final yet.
      }
      case OrderEvent.Canceled canceled -> {
        settleFills(order, canceled.filledRaw());
        canceled(order);
      }
      case OrderEvent.Expired expired -> {
        settleFills(order, expired.filledRaw());
        expired(order);
      }
      case OrderEvent.CancelRejected _ -> cancelRejected(order);
      case OrderEvent.Replaced replaced -> exits.replaced(order, replaced.quantity().raw());
      case OrderEvent.ReplaceRejected _ -> exits.replaceRejected(order);
      case OrderEvent.Open open -> {
        settleFills(order, open.filledRaw());
        order.openAtRaw = Math.max(order.openAtRaw, open.filledRaw());
        open(order);
      }
      case OrderEvent.NotSent _ -> notSent(order);
    }
    book.changes.everyVerdict();
    book.changes.touch(order.watch);
    order.replacedBy.forEach(book.changes::touch);
    order.inTheWayOf.forEach(book.changes::touch);
  }

  private void accepted(Working order) {
    if (order.state != Working.State.PLACING) {
      return;
    }
    rests(order);
    if (order.lot != null) {
      return;
    }
    Cause cause = order.cancelCause;
    if (cause != null) {
      intents.cancel(order, cause);
    } else if (order.watch.isOver(book.nowNs)) {
      // Its time ends at this very instant; the timer only comes later in it.
      intents.expire(order.watch);
    }
  }

  private void rests(Working order) {
    order.state = Working.State.RESTING;
    book.moveLevels(order.watch.market);
    if (order.lot != null) {
      return;
    }
    Watch watch = order.watch;
    watch.state = IntentState.RESTING;
    watch.rejections = 0;
    if (order.inherits != null) {
      order.inherits = null;
      watch.aborts = 0;
      book.counters.count(Counter.STEALS);
      book.observer.succeeded(book.nowNs, watch.intent.id());
    }
    long minRestNs = book.settings.steals().minRestNs();
    if (minRestNs > 0) {
      long restedNs = order.sentNs + minRestNs;
      book.timers.at(restedNs, Timers.Kind.SPARED, () -> order.state == Working.State.RESTING);
    }
  }

  private void filled(Working order, OrderEvent.Filled fill) {
    if (!order.learns(fill.fill())) {
      return;
    }
    long news = fill.quantity().raw();
    long known = Math.min(news, order.unreportedRaw);
    order.unreportedRaw -= known;
    trade(order, news - known, fill.price());
    if (fill.withheldRaw() > 0 && order.isEntry()) {
      exits.withheld(order.watch, fill.withheldRaw());
    }
  }

  /// The venue's own sum of what was filled; a trade that was not reported yet counts at once, at
  /// the worst price that it can have had.
  private void settleFills(Working order, long filledRaw) {
    long missing = filledRaw - order.filledRaw;
    if (missing > 0) {
      order.unreportedRaw += missing;
      Price limit = order.limit;
      trade(order, missing, limit == null ? order.watch.intent.limit() : limit);
    }
  }

  private void trade(Working order, long newsRaw, Price price) {
    long tradedRaw = Math.min(newsRaw, order.fillableRaw());
    if (tradedRaw <= 0) {
      return;
    }
    boolean wasPlacing = order.state == Working.State.PLACING;
    if (wasPlacing) {
      rests(order);
    }
    long before = Splits.todayRaw(order, order.filledRaw);
    order.filledRaw += tradedRaw;
    long unitsRaw = Splits.todayRaw(order, order.filledRaw) - before;
    if (order.remainingRaw() > 0) {
      book.counters.count(Counter.PARTIAL_FILLS);
    }
    if (order.lot != null) {
      exits.traded(order, unitsRaw);
      return;
    }
    Watch watch = order.watch;
    Splits.catchUp(watch);
    watch.remainingRaw = Math.max(0, watch.remainingRaw - unitsRaw);
    if (watch.opens()) {
      book.capacity.spend(book.orderUsage(watch, order.valuePriceRaw, tradedRaw));
      if (unitsRaw > 0) {
        exits.entered(watch, unitsRaw, price);
      }
      book.storm.traded(book.nowNs, Fixed.product(price.raw(), tradedRaw, RoundingMode.CEILING));
      if (book.storm.holdsEntries()) {
        // Those too who have long been waiting for capacity.
        book.changes.everybody();
      }
    }
    if (order.state == Working.State.OVER) {
      late(order);
    } else if (order.remainingRaw() == 0) {
      complete(order);
    } else {
      book.reserve(order);
    }
    intents.deduct(order, unitsRaw);
    Cause cause = order.cancelCause;
    if (wasPlacing && cause != null && order.state == Working.State.RESTING) {
      intents.cancel(order, cause);
    }
  }

  /// A trade after the end of its order is a fact all the same; the account may be used beyond its
  /// limit by it, and that is the venue's doing.
  private void late(Working order) {
    if (order.cancelConfirmed) {
      book.counters.count(Counter.BREACHES);
    }
    Watch watch = order.watch;
    Working next = watch.order;
    if (next != null) {
      // Where intents are counted, its position stands for the order that followed.
      book.reserve(next);
    }
    intents.wantsLess(watch);
    if (watch.state.isLive() && watch.order == null && watch.steal == null) {
      intents.goOn(watch);
    }
  }

  private void complete(Working order) {
    if (order.state == Working.State.CANCELING && order.thief != null) {
      book.counters.count(Counter.FILL_BEAT_CANCEL);
      steals.dropped(order);
    }
    over(order);
    intents.goOn(order.watch);
  }

  /// The order is over; what it reserved is free.
  private void over(Working order) {
    order.state = Working.State.OVER;
    book.reserve(order);
    book.ended(order);
    book.moveLevels(order.watch.market);
  }

  private void canceled(Working order) {
    if (order.state == Working.State.OVER) {
      return;
    }
    if (order.lot != null) {
      exits.over(order, "cancelled at the venue");
      return;
    }
    boolean asked = order.cancelAsked;
    boolean explained =
        asked
            || (order.watch.market.instrument.isStock()
                && !book.session.of(order.extended).isOpen());
    long[] released = order.usage;
    over(order);
    order.cancelConfirmed = asked;
    steals.confirmed(order, released);
    if (!explained) {
      order.watch.held = Refusal.HELD_CANCELLED_AT_VENUE;
    }
    intents.goOn(order.watch);
  }

  private void expired(Working order) {
    if (order.state == Working.State.OVER) {
      return;
    }
    if (order.lot != null) {
      exits.over(order, "ended at the close");
      return;
    }
    long[] released = order.usage;
    over(order);
    steals.released(order, released);
    intents.goOn(order.watch);
  }

  private void cancelRejected(Working order) {
    if (order.state != Working.State.CANCELING) {
      return;
    }
    steals.rejected(order);
    order.state = Working.State.RESTING;
    order.sparedUntilNs = book.nowNs + book.settings.steals().stealRetryNs();
    order.cancelCause = null;
    book.moveLevels(order.watch.market);
    if (order.lot == null) {
      order.watch.state = IntentState.RESTING;
    }
    book.timers.at(
        order.sparedUntilNs,
        Timers.Kind.SPARED,
        () -> {
          boolean rests = order.state == Working.State.RESTING;
          if (rests) {
            // A confirmation that comes later still is no answer to that cancel.
            order.thief = null;
            order.cancelAsked = false;
            // Or it was refused because the order is over, and that was never heard of.
            book.request(new Command.Ask(order.id));
          }
          Cause unwanted = rests && order.lot == null ? intents.unwanted(order) : null;
          if (unwanted != null) {
            intents.cancel(order, unwanted);
          }
          return rests;
        });
  }

  private void open(Working order) {
    if (order.state == Working.State.PLACING) {
      accepted(order);
    } else if (order.state == Working.State.CANCELING && order.cancelCause != null) {
      // In a dry run it is asked about again once that is over.
      book.request(order.cancel(order.cancelCause));
    } else if (order.isBeingChanged()) {
      // It is sent again by the settlement. Whether it has acted is not said.
      order.doubtedRaw = Math.max(order.doubtedRaw, order.replacingRaw);
      order.replacingRaw = 0;
    }
  }

  /// The venue does not want it, be it at once or after it was accepted.
  private void rejected(Working order, OrderEvent.Rejected rejected) {
    if (order.state == Working.State.OVER) {
      return;
    }
    book.counters.count(Counter.REJECTED);
    if (order.lot != null) {
      exits.rejected(order, rejected.reason());
      return;
    }
    Watch watch = order.watch;
    Steal steal = order.inherits;
    long[] need = order.usage;
    over(order);
    steals.released(order, need);
    intents.goOn(watch);
    if (!watch.state.isLive()) {
      if (steal != null) {
        steals.abort(steal, "closed." + watch.end);
      }
      return;
    }
    if (rejected.kind() == RejectKind.FUNDS && steal != null && steals.refusedFunds(steal, need)) {
      return;
    }
    if (steal != null) {
      boolean dishonoured = rejected.kind() == RejectKind.FUNDS && steal.refusals > 0;
      steals.abort(steal, dishonoured ? Refusal.RELEASE_NOT_HONOURED.word() : "rejected");
    } else if (rejected.kind() == RejectKind.FUNDS) {
      book.counters.count(Counter.LEDGER_MISMATCHES);
    }
    pause(watch, rejected);
  }

  private void pause(Watch watch, OrderEvent.Rejected rejected) {
    watch.needsPriceAfter = watch.market.prices;
    book.moveLevels(watch.market);
    switch (rejected.kind().cure()) {
      case TIME -> {
        Working opposite = rejected.kind() == RejectKind.WASH_TRADE ? opposite(watch) : null;
        watch.standsInTheWay = opposite;
        if (opposite != null) {
          opposite.inTheWayOf.add(watch);
        }
        if (opposite == null) {
          Pauses pauses = book.settings.pauses();
          int doublings = Math.min(watch.rejections, 30);
          watch.rejections++;
          long pauseNs = Math.min(pauses.rejectRetryMaxNs(), pauses.rejectRetryNs() << doublings);
          watch.retryFromNs = book.nowNs + (pauseNs > 0 ? pauseNs : pauses.rejectRetryMaxNs());
          book.settleAt(watch.retryFromNs, watch);
        }
      }
      case OTHERS -> watch.held = Refusal.HELD_PARKED;
      case NONE -> book.end(watch, IntentState.DONE, "rejected: " + rejected.reason());
    }
  }

  /// A live order of ours on the other side of the same instrument.
  private @Nullable Working opposite(Watch watch) {
    for (Working order : book.exits) {
      if (order.watch.market == watch.market && order.side != watch.side()) {
        return order;
      }
    }
    for (Working order : book.entries.oldestFirst()) {
      if (order.watch.market == watch.market && order.side != watch.side()) {
        return order;
      }
    }
    return null;
  }

  /// It waited too long to be sent: it is decided again.
  private void notSent(Working order) {
    if (order.state != Working.State.PLACING) {
      return;
    }
    if (order.lot != null) {
      exits.over(order, "not sent");
      return;
    }
    Watch watch = order.watch;
    Steal steal = order.inherits;
    over(order);
    intents.goOn(watch);
    if (steal != null) {
      steals.abort(steal, "not-sent");
      watch.needsPriceAfter = Long.MIN_VALUE;
    }
  }
}
