package headroom.sim.account;

import headroom.core.num.Money;

/// What the price of a trade gave away against the price of the path, as parts of one sum. None of
/// it is a line of the ledger: it is in the price.
///
/// @param spread half the spread
/// @param slippage what came on top of that
/// @param rounding up to a whole tick, against us
public record Concession(Money spread, Money slippage, Money rounding) {
  /// That of a resting order.
  public static final Concession NONE = new Concession(Money.ZERO, Money.ZERO, Money.ZERO);

  /// The sums of two.
  public Concession plus(Concession other) {
    return new Concession(
        spread.plus(other.spread), slippage.plus(other.slippage), rounding.plus(other.rounding));
  }
}
