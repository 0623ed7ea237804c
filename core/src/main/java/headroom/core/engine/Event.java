package headroom.core.engine;

import headroom.core.capacity.AccountRead;
import headroom.core.intent.Forecast;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Something that happened. Past tense; it carries facts, never a decision, and never the engine's
/// time: that, and the order of events, is stamped once, by [Loop], in [Input].
public sealed interface Event {

  /// Several events of one instant that are applied in this order and then settled once: the timers
  /// of an instant, or a fill and the account that it left behind.
  record Together(List<Event> events) implements Event {
    public Together {
      events = List.copyOf(events);
    }
  }

  /// The prices of one instant. They are known together before anything is decided.
  record Priced(List<Quote> quotes) implements Event {
    public Priced {
      quotes = List.copyOf(quotes);
    }
  }

  /// The time has come for whatever [Engine#nextTimerNs] announced.
  record Woke() implements Event {}

  /// The venue said what the account is worth.
  record AccountChanged(AccountRead account) implements Event {}

  /// A forecast was published for the intents of an instrument and a strategy: those that are
  /// there, and those yet to come that bring none of their own. One that was made before the one
  /// known says nothing.
  record Forecasted(InstrumentId instrument, String strategy, Forecast forecast) implements Event {}

  /// What is allowed at all was changed by whoever operates this.
  record ModeSwitched(TradingMode mode) implements Event {}

  /// Someone wants to trade. The id must be new.
  record IntentSubmitted(Intent intent) implements Event {}

  /// Someone no longer wants to trade; a resting order is cancelled.
  record IntentWithdrawn(IntentId intent) implements Event {}

  /// The owner lets an intent go on that was held because its order was cancelled at the venue, or
  /// because its instrument was split: its limit, quantity and exit in shares of today are meant.
  record IntentReleased(IntentId intent) implements Event {}

  /// An owner's complete set of intents of one instrument, side and kind.
  ///
  /// One that equals an intent already there stays under the old id and takes over the flags; the
  /// others there are closed. A new one must have a new id; a plan that cannot be taken whole is
  /// not taken at all.
  record PlanSubmitted(
      String owner, InstrumentId instrument, Side side, IntentKind kind, List<Intent> intents)
      implements Event {
    public PlanSubmitted {
      intents = List.copyOf(intents);
      List<String> ids = new ArrayList<>();
      for (Intent intent : intents) {
        boolean fits =
            intent.owner().equals(owner)
                && intent.instrument().equals(instrument)
                && intent.side() == side
                && intent.kind() == kind
                && !ids.contains(intent.id().value());
        if (!fits) {
          throw new IllegalArgumentException(
              "intents of a plan must have its owner, instrument, side and kind, and ids of their own, was "
                  + intent.id());
        }
        ids.add(intent.id().value());
      }
    }
  }

  /// A steal was confirmed before this engine was started; its cooldown and its part in a fight go
  /// on.
  ///
  /// @param timeNs when its cancel was confirmed
  record StealRemembered(InstrumentId thief, InstrumentId victim, long timeNs) implements Event {}

  /// From now on `newShares` of an instrument are what `oldShares` of it were, and cost as much.
  ///
  /// What was said of its orders before is in old shares, also if it comes later. Live intents of
  /// the instrument are put in terms of new shares, limits on the tick, a buy down and a sell up,
  /// quantities down to the step, and are held until [IntentReleased]; their orders are cancelled.
  /// Positions go on in new shares, down to the step each: what is left of it the venue pays in
  /// cash. The last price says nothing any more.
  ///
  /// @param newShares 1 to [Split#MOST]: 4 in a split of four for one
  /// @param oldShares 1 to [Split#MOST]: 3 in a reverse split of one for three
  record Split(InstrumentId instrument, long newShares, long oldShares) implements Event {
    /// A million.
    public static final long MOST = 1_000_000;

    public Split {
      if (newShares < 1 || newShares > MOST || oldShares < 1 || oldShares > MOST) {
        throw new IllegalArgumentException(
            "split of %s must be of 1 to %s shares for 1 to %s, was %s for %s"
                .formatted(instrument, MOST, MOST, newShares, oldShares));
      }
    }

    /// What a quantity of old shares is in new ones, down to the step; both in billionths.
    ///
    /// @param of the instrument itself
    /// @throws ArithmeticException if it does not fit
    public long unitsRaw(Instrument of, long oldRaw) {
      return of.quantityOnStepRaw(Fixed.scaled(oldRaw, newShares, oldShares, RoundingMode.FLOOR));
    }

    /// What a new share costs if an old one costs `oldRaw`, both in billionths; at most
    /// [Price#MAX_RAW].
    public long priceRaw(long oldRaw, RoundingMode rounding) {
      BigInteger shares = BigInteger.valueOf(newShares);
      BigInteger most = BigInteger.valueOf(Price.MAX_RAW).multiply(shares);
      BigInteger whole = BigInteger.valueOf(oldRaw).multiply(BigInteger.valueOf(oldShares));
      return Fixed.divide(whole.min(most), shares, rounding);
    }
  }

  /// From now on everything is decided and recorded but nothing is sent, or no longer so.
  record DryRunSwitched(boolean on) implements Event {}

  /// What the venue says about an order. Venues repeat themselves, are late and change the order of
  /// what they say; each of these may arrive twice, or after the order is thought to be over.
  sealed interface OrderEvent extends Event {

    /// Which order.
    OrderId order();

    /// The order rests at the venue.
    record Accepted(OrderId order) implements OrderEvent {}

    /// The order never rested; what it reserved is free.
    ///
    /// @param kind what sort of refusal it is; decides whether and when it is tried again
    /// @param reason the venue's words, for people, never parsed
    record Rejected(OrderId order, RejectKind kind, String reason) implements OrderEvent {}

    /// Some or all of the order traded.
    ///
    /// @param fill the venue's id for this trade; one already seen says nothing new
    /// @param price the price of this trade
    /// @param quantity the quantity of this trade, not the running total
    /// @param withheldRaw what the venue kept of the units bought as its fee, in billionths: they
    ///   are never held; 0 if it charges money
    record Filled(OrderId order, String fill, Price price, Quantity quantity, long withheldRaw)
        implements OrderEvent {
      /// A trade whose fee is charged in money.
      public Filled(OrderId order, String fill, Price price, Quantity quantity) {
        this(order, fill, price, quantity, 0);
      }
    }

    /// The venue has the request to cancel; nothing is final yet.
    record CancelPending(OrderId order) implements OrderEvent {}

    /// The order no longer rests.
    ///
    /// @param filledRaw all that was filled before, in billionths
    record Canceled(OrderId order, long filledRaw) implements OrderEvent {}

    /// The venue ended the order by itself: a day order at the close.
    ///
    /// @param filledRaw all that was filled before, in billionths
    record Expired(OrderId order, long filledRaw) implements OrderEvent {}

    /// The cancel was refused; the order is as it was.
    record CancelRejected(OrderId order, String reason) implements OrderEvent {}

    /// The order now has another quantity.
    ///
    /// @param quantity its whole quantity, with what was filled before
    record Replaced(OrderId order, Quantity quantity) implements OrderEvent {}

    /// The change of quantity was refused; the order is as it was.
    record ReplaceRejected(OrderId order, String reason) implements OrderEvent {}

    /// The answer to [Command.Ask]: the order is open.
    ///
    /// @param filledRaw all that was filled so far, in billionths
    record Open(OrderId order, long filledRaw) implements OrderEvent {}

    /// The order did not leave in time and was never sent.
    record NotSent(OrderId order) implements OrderEvent {}
  }
}
