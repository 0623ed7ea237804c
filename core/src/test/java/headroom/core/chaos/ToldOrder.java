package headroom.core.chaos;

import headroom.core.engine.Command;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An order as far as the engine asked for it and was told about it.
final class ToldOrder {
  /// How far it is.
  enum Stage {
    SENT,
    RESTS,
    CANCELS,
    OVER
  }

  final Command.Place place;
  final ToldIntent intent;
  final long sentNs;
  final long valuePriceRaw;

  /// The steal whose thief it was placed for; null once it rested.
  @Nullable ToldSteal inherits;

  /// The intents that a plan put in its place.
  final List<ToldIntent> replacedBy = new ArrayList<>(0);

  Stage stage = Stage.SENT;
  long quantityRaw;
  long filledRaw;

  /// What a change under way asks for; 0 if none is.
  long askedRaw;

  /// The largest quantity asked for by a change whose answer was lost; 0 if none was.
  long doubtedRaw;

  /// When something was last asked for.
  long askedNs;

  /// What it reserves of each constraint.
  long[] usage;

  /// The steal that cancels it.
  @Nullable ToldSteal steal;

  boolean cancelAsked;
  boolean cancelConfirmed;

  /// Whether the engine was just told that it is still open.
  boolean saidOpen;

  long sparedUntilNs = Long.MIN_VALUE;

  /// When a refused cancel is no longer thought of.
  final List<Long> forgetsNs = new ArrayList<>(0);

  private final Set<String> fills = new TreeSet<>();
  private long sumRaw;

  ToldOrder(Command.Place place, ToldIntent intent, long sentNs, long valuePriceRaw, long[] usage) {
    this.place = place;
    this.intent = intent;
    this.sentNs = sentNs;
    this.askedNs = sentNs;
    this.valuePriceRaw = valuePriceRaw;
    this.quantityRaw = place.quantity().raw();
    this.usage = usage;
  }

  OrderId id() {
    return place.order();
  }

  boolean isEntry() {
    return place.purpose() == Command.Purpose.ENTRY;
  }

  /// Whether it closes what its intent opened; else it is the order of the intent itself.
  boolean closesLot() {
    return !isEntry() && intent.intent.kind() != IntentKind.EXIT;
  }

  boolean isLive() {
    return stage != Stage.OVER;
  }

  /// Whether nobody knows how large it is.
  boolean isUnsure() {
    return askedRaw != 0 || doubtedRaw != 0;
  }

  /// The most that may still trade.
  long mostRaw() {
    return Math.max(quantityRaw, Math.max(askedRaw, doubtedRaw)) - filledRaw;
  }

  long remainingRaw() {
    return quantityRaw - filledRaw;
  }

  Side side() {
    return place.side();
  }

  /// The venue reports a trade.
  ///
  /// @return how much of it is new
  long trade(String fill, long tradedRaw) {
    if (!fills.add(fill)) {
      return 0;
    }
    sumRaw += tradedRaw;
    return atLeast(sumRaw);
  }

  /// The venue reports the sum of what was filled.
  ///
  /// @return how much of it is new
  long atLeast(long totalRaw) {
    long news = Math.max(0, totalRaw - filledRaw);
    filledRaw += news;
    if (closesLot()) {
      // Only a change that was asked for can have made it larger.
      quantityRaw = Math.max(quantityRaw, filledRaw);
    }
    return news;
  }

  @Override
  public String toString() {
    return id().value();
  }
}
