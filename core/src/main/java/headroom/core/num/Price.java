package headroom.core.num;

import java.math.BigDecimal;

/// A positive price of one unit of an instrument, in the account currency.
///
/// Held as a whole number of billionths, so every price a venue quotes to nine decimals is exact.
///
/// @param raw the price times 10⁹; 1 to [#MAX_RAW]
public record Price(long raw) implements Comparable<Price> {

  /// Nine million a unit. Low enough that a price times a thousand still fits in a `long`.
  public static final long MAX_RAW = 9_000_000_000_000_000L;

  public Price {
    if (raw <= 0 || raw > MAX_RAW) {
      throw new IllegalArgumentException(
          "price must be above 0 and at most 9000000, was " + Fixed.text(raw));
    }
  }

  /// Reads a decimal such as `"101.25"`; more than nine decimals is an error, not a rounding.
  public static Price of(String decimal) {
    return new Price(Fixed.raw(new BigDecimal(decimal)));
  }

  @Override
  public int compareTo(Price other) {
    return Long.compare(raw, other.raw);
  }

  /// The plain decimal without trailing zeros.
  @Override
  public String toString() {
    return Fixed.text(raw);
  }
}
