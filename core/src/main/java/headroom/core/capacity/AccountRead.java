package headroom.core.capacity;

import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the venue says of the account: a fact, valid until the next one.
///
/// A figure that could not be read is null. It is unknown then, never zero.
///
/// @param equity cash plus the value of all positions
/// @param cash cash, negative if borrowed
/// @param settledCash the part of cash that may pay for opening orders
/// @param marks the price at which each position is valued
/// @param strangers open entry orders and positions in the account that the engine did not cause;
///   they use capacity and are never touched
/// @param multiplier how many times equity the account may hold in stocks by day: 1, 2 or 4; 0 if
///   nothing but the settings says so
/// @param stockPower what stocks and opening orders for them may be worth together, because of what
///   the last close left; null if nothing but the multiplier limits them
/// @param requirements the stocks of whose value more must be owned than the multiplier says
public record AccountRead(
    @Nullable Money equity,
    @Nullable Money cash,
    @Nullable Money settledCash,
    List<Mark> marks,
    List<Stranger> strangers,
    int multiplier,
    @Nullable Money stockPower,
    List<Requirement> requirements) {

  /// The account cannot be read.
  public static final AccountRead UNKNOWN = new AccountRead(null, null, null, List.of(), List.of());

  public AccountRead {
    marks = List.copyOf(marks);
    strangers = List.copyOf(strangers);
    requirements = List.copyOf(requirements);
    if (multiplier < 0 || multiplier > 4) {
      throw new IllegalArgumentException("multiplier must be from 0 to 4, was " + multiplier);
    }
  }

  /// An account without margin rules of its own.
  public AccountRead(
      @Nullable Money equity,
      @Nullable Money cash,
      @Nullable Money settledCash,
      List<Mark> marks,
      List<Stranger> strangers) {
    this(equity, cash, settledCash, marks, strangers, 0, null, List.of());
  }

  /// An account that holds nothing but settled cash.
  public static AccountRead ofCash(Money cash) {
    return new AccountRead(cash, cash, cash, List.of(), List.of());
  }

  /// The price at which positions of an instrument are valued.
  public record Mark(InstrumentId instrument, Price price) {}

  /// How much of the value of a stock must be owned.
  ///
  /// @param side the side of the entry
  /// @param ppm in parts per million of the value, above 0
  public record Requirement(InstrumentId instrument, Side side, int ppm) {}

  /// An order or a position of somebody else in the same account.
  ///
  /// @param id the venue's name for it
  /// @param isOrder an open entry order; otherwise a position
  /// @param value what it is worth or would cost, above 0
  public record Stranger(
      String id,
      InstrumentId instrument,
      AssetClass assetClass,
      boolean isOrder,
      Side side,
      Money value) {

    /// An open entry order at a limit.
    public static Stranger order(
        String id,
        InstrumentId instrument,
        AssetClass assetClass,
        Side side,
        Price limit,
        Quantity quantity) {
      return new Stranger(id, instrument, assetClass, true, side, Money.toReserve(limit, quantity));
    }
  }
}
