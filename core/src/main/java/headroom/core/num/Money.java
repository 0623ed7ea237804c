package headroom.core.num;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A signed amount of the account currency.
///
/// @param raw the amount times 10⁹
public record Money(long raw) implements Comparable<Money> {

  /// Nothing.
  public static final Money ZERO = new Money(0);

  /// Reads a decimal such as `"1000"`; more than nine decimals is an error, not a rounding.
  public static Money of(String decimal) {
    return new Money(Fixed.raw(new BigDecimal(decimal)));
  }

  /// The most that `quantity` at `price` can cost: the product, rounded up to a billionth.
  ///
  /// Reservations round up and are released as recorded, so a constraint never promises more than
  /// it has and always gets back exactly what it gave.
  ///
  /// @throws ArithmeticException if the product does not fit
  public static Money toReserve(Price price, Quantity quantity) {
    return new Money(Fixed.product(price.raw(), quantity.raw(), RoundingMode.CEILING));
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(raw, other.raw));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(raw, other.raw));
  }

  public boolean isNegative() {
    return raw < 0;
  }

  public boolean isPositive() {
    return raw > 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(raw, other.raw);
  }

  /// The plain decimal without trailing zeros.
  @Override
  public String toString() {
    return Fixed.text(raw);
  }
}
