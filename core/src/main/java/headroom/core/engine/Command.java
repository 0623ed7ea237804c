package headroom.core.engine;

import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import org.jspecify.annotations.Nullable;

/// Something the engine wants done. A request: only an [Event] says that it happened.
public sealed interface Command {

  /// Which order it is about.
  OrderId order();

  /// The word used in files.
  String word();

  /// Send a new order.
  ///
  /// @param limit the limit; null for a market order
  /// @param purpose whether it opens or closes a position
  record Place(
      OrderId order,
      IntentId intent,
      InstrumentId instrument,
      Side side,
      Quantity quantity,
      @Nullable Price limit,
      Purpose purpose,
      TimeInForce timeInForce,
      Cause cause)
      implements Command {
    @Override
    public String word() {
      return "place";
    }
  }

  /// Change the whole quantity of an order.
  ///
  /// @param quantity the new quantity, with what was filled before
  record Replace(
      OrderId order,
      IntentId intent,
      InstrumentId instrument,
      Side side,
      Quantity quantity,
      @Nullable Price limit,
      Cause cause)
      implements Command {
    @Override
    public String word() {
      return "replace";
    }
  }

  /// Cancel what is left of an order.
  ///
  /// @param quantity what is left of it, as far as is known
  /// @param limit its limit; null for a market order
  record Cancel(
      OrderId order,
      IntentId intent,
      InstrumentId instrument,
      Side side,
      Quantity quantity,
      @Nullable Price limit,
      Cause cause)
      implements Command {
    @Override
    public String word() {
      return "cancel";
    }
  }

  /// Say what became of an order: its answer is overdue.
  record Ask(OrderId order) implements Command {
    @Override
    public String word() {
      return "ask";
    }
  }

  /// What an order does to the position.
  enum Purpose {
    ENTRY,
    EXIT
  }
}
