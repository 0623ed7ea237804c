package headroom.core.capacity;

import java.util.List;

/// The lists of constraints that an account may be under, by the name that settings use.
public enum AccountModel {
  /// A US margin account: stocks at `1/m`, crypto in full, against equity; and crypto orders
  /// against settled cash.
  MARGIN,
  /// Crypto up to equity and stocks up to `m` times equity, independent of each other.
  POOLED,
  /// Crypto up to equity, and both together up to `m` times equity.
  GROSS,
  /// Opening orders up to settled cash; positions are paid for.
  CASH,
  /// No constraint at all: a yardstick, since no policy can fill more.
  UNBOUNDED;

  /// Stocks may be held to four times the equity by day: a quarter of their value is the least
  /// margin that FINRA rule 4210 asks for.
  public static final int DAY_MULTIPLIER = 4;

  /// Whether it limits stocks by a multiple of equity that is smaller overnight.
  public boolean isLeveraged() {
    return switch (this) {
      case MARGIN, POOLED, GROSS -> true;
      case CASH, UNBOUNDED -> false;
    };
  }

  /// The word used in settings.
  public String word() {
    return switch (this) {
      case MARGIN -> "margin";
      case POOLED -> "pooled";
      case GROSS -> "gross";
      case CASH -> "cash";
      case UNBOUNDED -> "unbounded";
    };
  }

  /// The constraints of this model.
  ///
  /// @param multiplier how many times equity stocks may use; 1 to 4
  public List<Constraint> constraints(int multiplier) {
    if (multiplier < 1 || multiplier > 4) {
      throw new IllegalArgumentException("multiplier must be from 1 to 4, was " + multiplier);
    }
    return switch (this) {
      case MARGIN ->
          List.of(
              new AccountConstraint(
                  "margin", AccountConstraint.Figure.EQUITY, 1, multiplier, 1, true),
              // Without margin stocks are paid for as crypto is.
              new AccountConstraint(
                  "settled-cash",
                  AccountConstraint.Figure.SETTLED_CASH,
                  1,
                  multiplier == 1 ? 1 : 0,
                  1,
                  false));
      case POOLED ->
          List.of(
              new AccountConstraint("crypto", AccountConstraint.Figure.EQUITY, 1, 0, 1, true),
              new AccountConstraint(
                  "stocks", AccountConstraint.Figure.EQUITY, multiplier, 1, 0, true));
      case GROSS ->
          List.of(
              new AccountConstraint("crypto", AccountConstraint.Figure.EQUITY, 1, 0, 1, true),
              new AccountConstraint(
                  "gross", AccountConstraint.Figure.EQUITY, multiplier, 1, 1, true));
      case CASH ->
          List.of(
              new AccountConstraint(
                  "settled-cash", AccountConstraint.Figure.SETTLED_CASH, 1, 1, 1, false));
      case UNBOUNDED -> List.of();
    };
  }
}
