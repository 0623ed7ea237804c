package headroom.core.engine;

import headroom.core.engine.Cause.ExitReason;
import headroom.core.engine.Command.Purpose;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.OrderId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import org.jspecify.annotations.Nullable;

/// Closes positions as their intents planned it.
///
/// **Invariant:** every open lot has its exit working, on its way, or the reason on record.
final class Exits {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final Book book;

  Exits(Book book) {
    this.book = book;
  }

  /// An entry traded: its position grows.
  void entered(Watch watch, long tradedRaw, Price price) {
    Lot lot = watch.lot;
    if (lot == null) {
      lot = new Lot(watch, book.capacity.nothing());
      watch.lot = lot;
      watchHolding(lot);
    }
    if (!book.lots.contains(lot)) {
      book.lots.add(lot);
      watch.market.lots.add(lot);
    }
    lot.openRaw += tradedRaw;
    if (watch.market.markRaw == 0) {
      watch.market.markRaw = price.raw();
    }
    book.value(lot);
    book.moveLevels(watch.market);
  }

  /// The last day ends a little before the end of the session, or of the UTC day for crypto.
  private void watchHolding(Lot lot) {
    ExitPlan plan = lot.watch.intent.exit();
    if (!plan.sessionEnd() && plan.maxHoldDays() < 0) {
      return;
    }
    int days = plan.sessionEnd() ? 0 : plan.maxHoldDays();
    ExitReason reason = plan.sessionEnd() ? ExitReason.SESSION_END : ExitReason.MAX_HOLD;
    long endNs =
        lot.watch.market.instrument.isStock()
            ? book.session.closesNs(lot.watch.intent, days)
            : (Math.floorDiv(book.nowNs, DAY_NS) + 1 + days) * DAY_NS;
    long dueNs = endNs == Long.MAX_VALUE ? endNs : endNs - book.settings.pauses().exitLeadNs();
    book.timers.at(
        dueNs,
        Timers.Kind.HOLD,
        () -> {
          if (lot.closing != null) {
            return false;
          }
          // What is bought after this is sold at once.
          lot.closing = reason;
          return lot.isOpen();
        });
  }

  /// A price of an instrument is known: have stops been reached?
  void priced(Market market) {
    for (int i = 0; i < market.lots.size(); i++) {
      Lot lot = market.lots.get(i);
      Price stop = lot.watch.intent.exit().stop();
      if (lot.isOpen() && stop != null && lot.closing == null) {
        long reference = market.referenceRaw(lot.exitSide(), book.session.core(), book.nowNs, 0);
        boolean reached =
            lot.exitSide() == Side.SELL ? reference <= stop.raw() : reference >= stop.raw();
        if (reference != 0 && reached) {
          lot.closing = ExitReason.STOP;
          book.moveLevels(market);
        }
      }
    }
  }

  /// Sends what has become due.
  void settle() {
    for (int i = 0; i < book.lots.size(); i++) {
      advance(book.lots.get(i));
    }
  }

  private void advance(Lot lot) {
    Working exit = lot.exit;
    ExitReason closing = lot.closing;
    if (closing != null) {
      giveUpReducing(lot, closing);
    }
    Working reduction = lot.reduction;
    if (reduction != null && reduction.isOfOldShares() && isFree(reduction)) {
      cancel(reduction, new Cause.Split());
    }
    if (exit != null) {
      adjust(lot, exit, closing);
      return;
    }
    if (lot.isOpen() && lot.reducingRaw == 0 && lot.keepsRaw() == 0) {
      lot.withoutExit = "below the venue's step";
    }
    if (lot.keepsRaw() == 0 || book.nowNs < lot.retryFromNs) {
      return;
    }
    Price takeProfit = lot.watch.intent.exit().takeProfit();
    if (closing != null) {
      boolean tradable = !lot.watch.market.instrument.isStock() || book.session.isOpen();
      if (tradable) {
        send(lot, null, lot.watch.market.lastRaw(lot.exitSide()), closing);
      } else {
        lot.withoutExit = "session closed";
      }
    } else if (takeProfit != null) {
      send(lot, takeProfit, takeProfit.raw(), ExitReason.TAKE_PROFIT);
    }
  }

  /// What is closed as a whole need not be reduced.
  private void giveUpReducing(Lot lot, ExitReason closing) {
    Working reduction = lot.reduction;
    if (reduction == null) {
      lot.reducingRaw = 0;
    } else if (isFree(reduction)) {
      cancel(reduction, new Cause.Exit(closing));
    }
  }

  /// Whether an exit can be changed or cancelled now.
  boolean isFree(Working exit) {
    return exit.state == Working.State.RESTING
        && exit.limit != null
        && book.nowNs >= exit.sparedUntilNs
        && !book.dryRun;
  }

  /// Cancels a take-profit that gives way, or resizes one whose lot has grown.
  private void adjust(Lot lot, Working exit, @Nullable ExitReason closing) {
    if (!isFree(exit)) {
      return;
    }
    if (exit.isOfOldShares()) {
      cancel(exit, new Cause.Split());
    } else if (closing != null || !lot.isOpen()) {
      cancel(exit, new Cause.Exit(closing == null ? ExitReason.TAKE_PROFIT : closing));
    } else if (lot.keepsRaw() == 0) {
      cancel(exit, new Cause.Deleverage());
    } else if (exit.replacingRaw == 0
        && (exit.remainingRaw() != lot.keepsRaw() || exit.doubtedRaw != 0)) {
      boolean givesWay = exit.remainingRaw() > lot.keepsRaw() && lot.reducingRaw > 0;
      exit.replacingRaw = exit.filledRaw + lot.keepsRaw();
      exit.mayBeOvertaken |= exit.unnamedRaw != 0;
      exit.unnamedRaw = exit.replacingRaw;
      book.send(
          new Command.Replace(
              exit.id,
              lot.watch.intent.id(),
              lot.watch.intent.instrument(),
              exit.side,
              new Quantity(exit.replacingRaw),
              exit.limit,
              givesWay ? new Cause.Deleverage() : new Cause.Exit(ExitReason.TAKE_PROFIT)));
      book.questions.watchAnswer(exit);
      book.questions.askIfMayBeOver(exit);
    }
  }

  void cancel(Working exit, Cause cause) {
    exit.state = Working.State.CANCELING;
    exit.cancelCause = cause;
    book.send(exit.cancel(cause));
    book.questions.watchAnswer(exit);
  }

  private void send(Lot lot, @Nullable Price limit, long priceRaw, ExitReason reason) {
    if (isRefused(lot, priceRaw, lot.keepsRaw())) {
      return;
    }
    Watch watch = lot.watch;
    // Nothing but limits is taken outside of the core session.
    boolean extended = limit != null && book.session.extendsFor(watch.intent);
    TimeInForce rests =
        TimeInForce.of(Purpose.EXIT, watch.market.instrument, lot.keepsRaw(), extended);
    lot.exit = send(lot, limit, lot.keepsRaw(), rests, new Cause.Exit(reason));
    lot.withoutExit = null;
  }

  private boolean isRefused(Lot lot, long priceRaw, long quantityRaw) {
    if (book.isBelowMinimum(lot.watch.market, priceRaw, quantityRaw)) {
      lot.withoutExit = "below the venue's minimum";
    } else if (book.dryRun) {
      lot.withoutExit = "dry run";
    } else {
      return false;
    }
    return true;
  }

  /// Sends what reduces a lot for the night, as soon as its exit leaves that much alone.
  ///
  /// @param limit null for a market order
  void reduce(Lot lot, @Nullable Price limit) {
    Working exit = lot.exit;
    long held = exit == null ? 0 : exit.fillableRaw();
    boolean known = exit == null || !exit.isOfOldShares();
    if (lot.reduction == null && known && held <= lot.openRaw - lot.reducingRaw) {
      book.counters.count(Counter.DELEVERAGE_REDUCTIONS);
      lot.reduction = send(lot, limit, lot.reducingRaw, TimeInForce.DAY, new Cause.Deleverage());
    }
  }

  private Working send(
      Lot lot, @Nullable Price limit, long quantityRaw, TimeInForce rests, Cause cause) {
    Watch watch = lot.watch;
    lot.exits++;
    Working exit =
        new Working(
            OrderId.exit(watch.intent.id(), lot.exits),
            watch,
            Purpose.EXIT,
            lot.exitSide(),
            limit,
            quantityRaw,
            0,
            book.capacity.nothing(),
            book.nowNs);
    exit.lot = lot;
    exit.extended = rests.isExtended();
    book.remember(exit);
    book.send(
        new Command.Place(
            exit.id,
            watch.intent.id(),
            watch.intent.instrument(),
            exit.side,
            new Quantity(quantityRaw),
            limit,
            Purpose.EXIT,
            rests,
            cause));
    book.questions.watchAnswer(exit);
    book.questions.watchClose(exit, rests);
    return exit;
  }

  /// An exit traded: its position shrinks.
  void traded(Working exit, long tradedRaw) {
    Lot lot = exit.lot;
    if (lot == null) {
      return;
    }
    if (!exit.isLive()) {
      book.counters.count(Counter.BREACHES);
      lot.breached = true;
    }
    lot.openRaw = Math.max(0, lot.openRaw - tradedRaw);
    if (lot.reduction == exit) {
      lot.reducingRaw = Math.max(0, lot.reducingRaw - tradedRaw);
    } else if (lot.reduction == null) {
      lot.reducingRaw = Math.min(lot.reducingRaw, lot.openRaw);
    }
    book.value(lot);
    Working entry = lot.watch.order;
    if (!lot.isOpen() && entry != null) {
      // Where intents are counted, its order stands for it again.
      book.reserve(entry);
    }
    // A trade of more than the old quantity says that the change has acted.
    exit.quantityRaw = Math.max(exit.quantityRaw, exit.filledRaw);
    endIfComplete(exit, lot);
    book.questions.askIfMayBeOver(exit);
    forgetIfClosed(lot);
  }

  /// The venue kept a part of what an entry bought.
  void withheld(Watch watch, long unitsRaw) {
    Lot lot = watch.lot;
    if (lot != null) {
      lot.openRaw = Math.max(0, lot.openRaw - unitsRaw);
      book.value(lot);
      forgetIfClosed(lot);
    }
  }

  /// A lot is over when nothing is held and no exit of it can trade any more.
  void forgetIfClosed(Lot lot) {
    if (!lot.isOpen() && lot.exit == null && lot.reduction == null) {
      book.lots.remove(lot);
      lot.watch.market.lots.remove(lot);
      book.moveLevels(lot.watch.market);
    }
  }

  /// An exit that nothing more can fill is over.
  private void endIfComplete(Working exit, Lot lot) {
    if (exit.fillableRaw() == 0 && exit.isLive()) {
      end(exit, lot);
    }
  }

  private void end(Working exit, Lot lot) {
    exit.state = Working.State.OVER;
    book.ended(exit);
    if (lot.exit == exit) {
      lot.exit = null;
    }
    if (lot.reduction == exit) {
      lot.reduction = null;
      lot.reducingRaw = 0;
    }
    forgetIfClosed(lot);
    book.moveLevels(lot.watch.market);
  }

  /// An exit is over with something left.
  ///
  /// @param why the reason, if nobody here asked for it
  void over(Working exit, String why) {
    Lot lot = exit.lot;
    if (lot == null) {
      return;
    }
    boolean asked = exit.state == Working.State.CANCELING;
    end(exit, lot);
    if (!asked) {
      lot.withoutExit = why;
    }
  }

  /// An exit was refused; it is tried again after a pause.
  void rejected(Working exit, String reason) {
    Lot lot = exit.lot;
    if (lot == null) {
      return;
    }
    end(exit, lot);
    lot.withoutExit = "rejected: " + reason;
    long retryNs = book.nowNs + book.settings.pauses().rejectRetryNs();
    lot.retryFromNs = retryNs;
    book.timers.at(retryNs, Timers.Kind.PAUSE, () -> lot.isOpen() && lot.retryFromNs == retryNs);
  }

  /// An exit has another quantity now. A late answer to an earlier change says nothing of a larger
  /// one that followed.
  void replaced(Working exit, long quantityRaw) {
    boolean asked = quantityRaw == exit.replacingRaw || quantityRaw == exit.doubtedRaw;
    if (quantityRaw == exit.unnamedRaw) {
      exit.unnamedRaw = 0;
    }
    if (quantityRaw >= Math.max(exit.replacingRaw, exit.doubtedRaw)) {
      exit.replacingRaw = 0;
      exit.doubtedRaw = 0;
    }
    if (exit.isLive()) {
      // An answer to no change under way repeats an old one: it never says that less is open.
      long known = asked ? quantityRaw : Math.max(quantityRaw, exit.quantityRaw);
      exit.quantityRaw = Math.max(known, exit.filledRaw);
      endIfChangedTooLate(exit);
    }
  }

  /// All of its quantity was filled while the change was under way.
  private void endIfChangedTooLate(Working exit) {
    Lot lot = exit.lot;
    if (lot != null) {
      endIfComplete(exit, lot);
    }
  }

  /// An exit keeps its quantity; the change is tried again after a pause.
  void replaceRejected(Working exit) {
    exit.replacingRaw = 0;
    endIfChangedTooLate(exit);
    if (exit.isLive()) {
      exit.sparedUntilNs = book.nowNs + book.settings.steals().stealRetryNs();
      book.timers.at(
          exit.sparedUntilNs,
          Timers.Kind.PAUSE,
          () -> {
            if (exit.isLive()) {
              // It may have been refused because the exit is over, and that was never heard of.
              book.request(new Command.Ask(exit.id));
            }
            return exit.isLive();
          });
    }
  }
}
