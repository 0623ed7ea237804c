package headroom.bench.naive;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.num.Quantity;
import headroom.core.steal.StealRules;

/// How intents and thefts end before they are filled.
final class Endings {
  private final Ledger ledger;

  Endings(Ledger ledger) {
    this.ledger = ledger;
  }

  void expireDue() {
    for (Want want : ledger.live()) {
      if (want.live && ledger.nowNs >= want.intent.expiresNs()) {
        expire(want);
      }
    }
  }

  void expire(Want want) {
    if (want.expired) {
      return;
    }
    want.expired = true;
    int session = ledger.hours.sessionAt(ledger.nowNs);
    boolean endsWithSession =
        want.order != null
            && want.instrument.isStock()
            && (session < 0 || want.intent.expiresNs() >= ledger.hours.closesNs(session));
    if (!endsWithSession) {
      leave(want, new Cause.Expired());
    }
  }

  void withdraw(Want want) {
    if (want.live && !want.withdrawn) {
      want.withdrawn = true;
      leave(want, new Cause.Withdrawn());
    }
  }

  private void leave(Want want, Cause cause) {
    if (want.theft != null) {
      abort(want.theft);
    }
    Order order = want.order;
    if (order == null) {
      want.live = false;
    } else if (order.state == Order.State.RESTING) {
      order.thief = null;
      cancel(order, cause);
    } else if (order.state == Order.State.PLACING && order.cancelCause == null) {
      order.cancelCause = cause;
    }
  }

  void cancel(Order order, Cause cause) {
    order.state = Order.State.CANCELING;
    order.cancelCause = cause;
    ledger.commands.add(
        new Command.Cancel(
            order.id,
            order.want.intent.id(),
            order.want.intent.instrument(),
            order.side,
            new Quantity(order.restRaw()),
            order.limit,
            cause));
  }

  void abort(Theft theft) {
    StealRules rules = ledger.settings.steals();
    Want thief = theft.thief;
    ledger.thefts.remove(theft);
    thief.theft = null;
    thief.needsPriceAfter = ledger.ticker(thief).count;
    thief.aborts++;
    boolean parks = thief.aborts >= rules.parkAfter();
    thief.stealFromNs = ledger.nowNs + (parks ? rules.parkNs() : rules.stealRetryNs());
    thief.aborts = parks ? 0 : thief.aborts;
  }

  /// An order is over: the intent goes on with the rest, or ends.
  void goOn(Want want) {
    want.order = null;
    boolean ends =
        want.remainingRaw <= 0
            || want.isOver(ledger.nowNs)
            || ledger.isBelowMinimum(want.instrument, want.limitRaw(), want.remainingRaw);
    if (ends) {
      want.live = false;
    }
  }
}
