package headroom.core.num;

import java.math.BigDecimal;

/// A positive number of units of an instrument; the side of a trade is carried separately.
///
/// @param raw the quantity times 10⁹; at least 1
public record Quantity(long raw) implements Comparable<Quantity> {

  public Quantity {
    if (raw <= 0) {
      throw new IllegalArgumentException("quantity must be above 0, was " + Fixed.text(raw));
    }
  }

  /// Reads a decimal such as `"0.5"`; more than nine decimals is an error, not a rounding.
  public static Quantity of(String decimal) {
    return new Quantity(Fixed.raw(new BigDecimal(decimal)));
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(raw, other.raw);
  }

  /// The plain decimal without trailing zeros.
  @Override
  public String toString() {
    return Fixed.text(raw);
  }
}
