package headroom.bench.naive;

import headroom.core.engine.Cause;
import headroom.core.intent.OrderId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import org.jspecify.annotations.Nullable;

/// An order that was sent.
final class Order {
  enum State {
    PLACING,
    RESTING,
    CANCELING,
    OVER
  }

  final OrderId id;
  final Want want;
  final @Nullable Holding closes;
  final Side side;
  final @Nullable Price limit;
  final long sentNs;
  long quantityRaw;
  long filledRaw;
  long replacingRaw;
  State state = State.PLACING;

  /// The theft that it was placed by.
  @Nullable Theft inherits;

  /// The theft that cancels it.
  @Nullable Theft thief;

  @Nullable Cause cancelCause;

  Order(
      OrderId id,
      Want want,
      @Nullable Holding closes,
      Side side,
      @Nullable Price limit,
      long quantityRaw,
      long sentNs) {
    this.id = id;
    this.want = want;
    this.closes = closes;
    this.side = side;
    this.limit = limit;
    this.quantityRaw = quantityRaw;
    this.sentNs = sentNs;
  }

  boolean isEntry() {
    return closes == null;
  }

  long restRaw() {
    return quantityRaw - filledRaw;
  }

  long fillableRaw() {
    return Math.max(quantityRaw, replacingRaw) - filledRaw;
  }
}
