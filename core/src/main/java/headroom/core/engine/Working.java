package headroom.core.engine;

import headroom.core.intent.OrderId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One order that the engine sent. It is kept after its end, because answers repeat and come late.
///
/// Not thread safe; owned by the engine.
final class Working {
  /// Where an order is in its life.
  enum State {
    PLACING,
    RESTING,
    CANCELING,
    OVER
  }

  final OrderId id;
  final Watch watch;
  final Command.Purpose purpose;
  final Side side;

  /// The limit; null for a market order.
  final @Nullable Price limit;

  final long sentNs;

  /// How many splits of its instrument there were when it was sent.
  final int splits;

  /// What a unit reserves, in billionths: the limit, or what a short sale is valued at.
  final long valuePriceRaw;

  /// Whether it works before and after the core session too.
  boolean extended;

  /// The whole quantity, with what was filled, in billionths.
  long quantityRaw;

  long filledRaw;
  State state = State.PLACING;

  /// What it reserves of each constraint.
  long[] usage;

  /// The steal that it was placed by; null once that is settled.
  @Nullable Steal inherits;

  /// The steal that cancels it.
  @Nullable Steal thief;

  /// Why it is being cancelled, or is to be cancelled as soon as it rests.
  @Nullable Cause cancelCause;

  /// Whether a cancel of ours was ever sent: a late confirmation is then nobody else's.
  boolean cancelAsked;

  /// When the venue is asked, unless it has answered by then.
  long answerDueNs;

  /// Until when it is spared because its cancel was rejected.
  long sparedUntilNs = Long.MIN_VALUE;

  /// Whether its cancel was confirmed: a fill after that breaches the account.
  boolean cancelConfirmed;

  /// What was filled by the venue's sum before the trades themselves were reported.
  long unreportedRaw;

  /// The quantity asked for by a change that is under way; 0 if none is.
  long replacingRaw;

  /// The largest quantity asked for by a change whose answer was lost; 0 if none was. Nobody knows
  /// then how much the order may still fill.
  long doubtedRaw;

  /// The quantity of the last change that no answer has named yet; 0 if there is none.
  long unnamedRaw;

  /// Whether changes of it were under way together. They may have acted in another order than they
  /// were answered: its quantity is a guess from then on.
  boolean mayBeOvertaken;

  /// The most that was filled when the venue last said that it is open, in billionths.
  long openAtRaw;

  /// Whether it is going to be asked about because of that.
  boolean isAskedAboutSoon;

  /// What an exit closes.
  @Nullable Lot lot;

  /// The intents that wait for its end because a plan put them in its place.
  final List<Watch> replacedBy = new ArrayList<>(0);

  /// The intents that wait for its end because it would trade with them.
  final List<Watch> inTheWayOf = new ArrayList<>(0);

  private final Set<String> fills = new TreeSet<>();

  Working(
      OrderId id,
      Watch watch,
      Command.Purpose purpose,
      Side side,
      @Nullable Price limit,
      long quantityRaw,
      long valuePriceRaw,
      long[] usage,
      long sentNs) {
    this.id = id;
    this.watch = watch;
    this.purpose = purpose;
    this.side = side;
    this.limit = limit;
    this.quantityRaw = quantityRaw;
    this.valuePriceRaw = valuePriceRaw;
    this.usage = usage;
    this.sentNs = sentNs;
    this.splits = watch.market.splits.size();
  }

  /// Whether its numbers are of shares that there are no more.
  boolean isOfOldShares() {
    return splits < watch.market.splits.size();
  }

  boolean isEntry() {
    return purpose == Command.Purpose.ENTRY;
  }

  boolean isLive() {
    return state != State.OVER;
  }

  long remainingRaw() {
    return quantityRaw - filledRaw;
  }

  /// The most that the venue may still fill: while a change is under way, nobody knows whether it
  /// has acted, and the larger quantity counts.
  long fillableRaw() {
    return Math.max(quantityRaw, Math.max(replacingRaw, doubtedRaw)) - filledRaw;
  }

  /// Whether a change of its quantity is under way, or nobody knows whether one has acted.
  boolean isBeingChanged() {
    return isLive() && (replacingRaw != 0 || doubtedRaw != 0);
  }

  /// Whether it may have been over with its last fill, because it may be smaller than is believed.
  boolean mayBeOver() {
    return isLive() && mayBeOvertaken && filledRaw > openAtRaw;
  }

  /// Whether something was asked for and not answered.
  boolean awaitsAnswer() {
    return state == State.PLACING || state == State.CANCELING || isBeingChanged();
  }

  /// Whether a trade is new.
  boolean learns(String fill) {
    return fills.add(fill);
  }

  Command.Cancel cancel(Cause cause) {
    return new Command.Cancel(
        id,
        watch.intent.id(),
        watch.intent.instrument(),
        side,
        new Quantity(remainingRaw() > 0 ? remainingRaw() : fillableRaw()),
        limit,
        cause);
  }

  @Override
  public String toString() {
    return id.value();
  }
}
