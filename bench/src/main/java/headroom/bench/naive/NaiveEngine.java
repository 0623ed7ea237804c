package headroom.bench.naive;

import headroom.bench.Decider;
import headroom.core.calendar.TradingHours;
import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Deleveraging;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.Guards;
import headroom.core.engine.Input;
import headroom.core.engine.Rationing;
import headroom.core.engine.RejectKind;
import headroom.core.engine.Settings;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.market.Instrument;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.List;
import java.util.Objects;

/// The same decisions as the product's engine, written down in the plainest way: lists that are
/// searched from end to end, sums that are taken anew, nothing remembered that follows from
/// something else.
///
/// It knows the basic rules: long entries with exits, tolerances by regime, capacity, stealing with
/// protection, cooldowns and fights, ranks, expiry. It does not know short sales, plans, dry runs,
/// strict order, quote ages, splits, caps, tiers, priorities, brakes, modes, published forecasts, the end
/// of the day on margin, nor answers that are lost, and says so if it meets one of them.
public final class NaiveEngine implements Decider {
  private final Ledger ledger;
  private final Closing closing;
  private final Endings endings;
  private final Round round;

  public NaiveEngine(Settings settings, TradingHours hours, List<Instrument> instruments) {
    boolean basic =
        !settings.dryRun()
            && !settings.steals().strictOrder()
            && !settings.steals().withinInstrument()
            && settings.steals().protectFilledPpm() == 0
            && settings.pauses().stockQuoteAgeNs() == 0
            && settings.pauses().cryptoQuoteAgeNs() == 0
            && settings.pauses().maxThroughPpm() < 0
            && settings.rationing().equals(Rationing.NONE)
            && settings.guards().equals(Guards.NONE)
            && !settings.limitedByMorning()
            && settings.deleveraging().equals(Deleveraging.OFF);
    if (!basic) {
      throw new UnsupportedOperationException(
          "settings must be of the basic rules, was " + settings);
    }
    this.ledger = new Ledger(settings, hours, instruments);
    this.closing = new Closing(ledger);
    this.endings = new Endings(ledger);
    this.round = new Round(ledger, closing, endings);
  }

  @Override
  public List<Command> on(Input input) {
    ledger.nowNs = input.timeNs();
    ledger.commands.clear();
    apply(input.event());
    round.settle();
    ledger.wants.removeIf(want -> !want.live);
    return List.copyOf(ledger.commands);
  }

  private void apply(Event event) {
    switch (event) {
      case Event.Together together -> together.events().forEach(this::apply);
      case Event.Woke() -> {
        endings.expireDue();
        closing.due();
      }
      case Event.Priced priced -> priced.quotes().forEach(this::priced);
      case Event.AccountChanged changed -> ledger.read(changed.account());
      case Event.IntentSubmitted submitted -> submit(submitted.intent());
      case Event.IntentWithdrawn withdrawn -> withdraw(withdrawn.intent());
      case OrderEvent answer -> answer(answer);
      case Event.Forecasted _,
          Event.ModeSwitched _,
          Event.IntentReleased _,
          Event.PlanSubmitted _,
          Event.StealRemembered _,
          Event.Split _,
          Event.DryRunSwitched _ ->
          throw new UnsupportedOperationException("event must be a basic one, was " + event);
    }
  }

  private void priced(Quote quote) {
    Ticker ticker = ledger.tickers.get(quote.instrument());
    if (ticker != null) {
      ticker.quote = quote;
      ticker.quotedNs = ledger.nowNs;
      ticker.count++;
      closing.stops(quote);
    }
  }

  private void submit(Intent given) {
    if (given.side() != Side.BUY || !given.kind().opens()) {
      throw new UnsupportedOperationException("intent must be a long entry, was " + given);
    }
    Instrument instrument = ledger.instrument(given.instrument());
    Price limit = new Price(instrument.limitOnTickRaw(Side.BUY, given.limit().raw()));
    Quantity quantity = new Quantity(instrument.quantityOnStepRaw(given.quantity().raw()));
    ledger.wants.add(new Want(given.at(limit, quantity, given.exit()), instrument, ledger.nowNs));
  }

  private void withdraw(IntentId id) {
    for (Want want : ledger.wants) {
      if (want.intent.id().equals(id)) {
        endings.withdraw(want);
      }
    }
  }

  private void answer(OrderEvent answer) {
    Order order = Objects.requireNonNull(ledger.orders.get(answer.order()));
    switch (answer) {
      case OrderEvent.Accepted _ -> accepted(order);
      case OrderEvent.Rejected rejected -> rejected(order, rejected.kind());
      case OrderEvent.Filled filled -> filled(order, filled.quantity().raw(), filled.price());
      case OrderEvent.Canceled _ -> ended(order, true);
      case OrderEvent.Expired _ -> ended(order, false);
      case OrderEvent.Replaced replaced -> {
        if (order.closes != null) {
          closing.replaced(order.closes, order, replaced.quantity().raw());
        }
      }
      case OrderEvent.ReplaceRejected _ -> {
        if (order.state != Order.State.OVER) {
          throw new UnsupportedOperationException("change must not be refused, was " + order.id);
        }
        order.replacingRaw = 0;
      }
      case OrderEvent.CancelRejected _ -> {
        if (order.state != Order.State.OVER) {
          throw new UnsupportedOperationException("cancel must not be refused, was " + order.id);
        }
      }
      case OrderEvent.CancelPending _ -> {
        // Nothing is final yet.
      }
      case OrderEvent.Open _, OrderEvent.NotSent _ ->
          throw new UnsupportedOperationException("answer must be a basic one, was " + answer);
    }
  }

  private void accepted(Order order) {
    if (order.state != Order.State.PLACING) {
      return;
    }
    rests(order);
    if (order.closes != null) {
      return;
    }
    Cause cause = order.cancelCause;
    if (cause != null) {
      endings.cancel(order, cause);
    } else if (order.want.isOver(ledger.nowNs)) {
      endings.expire(order.want);
    }
  }

  private static void rests(Order order) {
    order.state = Order.State.RESTING;
    if (order.closes == null) {
      order.want.rejections = 0;
      order.want.aborts = order.inherits == null ? order.want.aborts : 0;
      order.inherits = null;
    }
  }

  private void rejected(Order order, RejectKind kind) {
    if (kind != RejectKind.CLOSED) {
      throw new UnsupportedOperationException("rejection must be CLOSED, was " + kind);
    }
    if (order.closes != null) {
      closing.rejected(order.closes, order);
      return;
    }
    Want want = order.want;
    over(order);
    endings.goOn(want);
    if (order.inherits != null) {
      endings.abort(order.inherits);
    }
    if (want.live) {
      long pauseNs = ledger.settings.pauses().rejectRetryNs() << want.rejections;
      want.rejections++;
      want.retryFromNs =
          ledger.nowNs + Math.min(pauseNs, ledger.settings.pauses().rejectRetryMaxNs());
      want.needsPriceAfter = ledger.ticker(want).count;
    }
  }

  private void filled(Order order, long quantityRaw, Price price) {
    long tradedRaw = Math.min(quantityRaw, order.fillableRaw());
    if (order.state == Order.State.PLACING) {
      rests(order);
    }
    order.filledRaw += tradedRaw;
    if (order.closes != null) {
      closing.traded(order.closes, order, tradedRaw);
      return;
    }
    Want want = order.want;
    want.remainingRaw -= tradedRaw;
    ledger.spend(want, tradedRaw);
    closing.entered(want, tradedRaw, price);
    if (order.restRaw() == 0) {
      drop(order);
      over(order);
      endings.goOn(want);
    }
  }

  private void over(Order order) {
    order.state = Order.State.OVER;
    ledger.entries.remove(order);
  }

  /// A victim is over; its thief waits for the others.
  private static void drop(Order victim) {
    if (victim.thief != null) {
      victim.thief.pending.remove(victim);
      victim.thief = null;
    }
  }

  private void ended(Order order, boolean canceled) {
    if (order.state == Order.State.OVER) {
      return;
    }
    if (order.closes != null) {
      closing.over(order.closes, order);
      return;
    }
    long[] released = ledger.held(order);
    Theft theft = order.thief;
    over(order);
    if (theft != null && canceled) {
      ledger.history.record(
          theft.thief.intent.instrument(),
          order.want.intent.instrument(),
          ledger.nowNs,
          ledger.settings.fights().isExempt(theft.thief.instrument, order.want.instrument));
    }
    drop(order);
    if (theft != null && ledger.thefts.contains(theft)) {
      for (int c = 0; c < released.length; c++) {
        theft.earmark[c] += released[c];
      }
    }
    endings.goOn(order.want);
  }
}
