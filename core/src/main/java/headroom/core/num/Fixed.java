package headroom.core.num;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Arithmetic on whole billionths, the scale that [Price], [Quantity] and [Money] share.
///
/// Products are exact before they are rounded, and a result that does not fit is an
/// `ArithmeticException`, never a wrapped number.
public final class Fixed {

  /// Decimal places held.
  public static final int SCALE = 9;

  /// One unit in billionths.
  public static final long ONE = 1_000_000_000L;

  private Fixed() {}

  /// The billionths of a decimal.
  ///
  /// @throws ArithmeticException if it has more than nine decimals or does not fit
  public static long raw(BigDecimal decimal) {
    return decimal.movePointRight(SCALE).longValueExact();
  }

  /// The decimal of a number of billionths.
  public static BigDecimal decimal(long raw) {
    return BigDecimal.valueOf(raw, SCALE);
  }

  /// The plain decimal without trailing zeros: `0.5`, `100`, `-3.25`.
  public static String text(long raw) {
    if (raw % ONE == 0) {
      return Long.toString(raw / ONE);
    }
    return BigDecimal.valueOf(raw, SCALE).stripTrailingZeros().toPlainString();
  }

  /// `a · b / 10⁹` for two numbers of billionths, rounded as asked.
  public static long product(long aRaw, long bRaw, RoundingMode rounding) {
    return scaled(aRaw, bRaw, ONE, rounding);
  }

  /// `value · numerator / denominator`, exact and then rounded as asked.
  ///
  /// @param denominator above 0
  public static long scaled(long value, long numerator, long denominator, RoundingMode rounding) {
    long high = Math.multiplyHigh(value, numerator);
    long low = value * numerator;
    if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
      return divide(low, denominator, rounding);
    }
    BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(numerator));
    return divide(product, BigInteger.valueOf(denominator), rounding);
  }

  /// A quotient of whole numbers, rounded as asked.
  public static long divide(BigInteger dividend, BigInteger divisor, RoundingMode rounding) {
    return new BigDecimal(dividend)
        .divide(new BigDecimal(divisor), 0, rounding)
        .toBigIntegerExact()
        .longValueExact();
  }

  /// A quotient of whole numbers, rounded as asked.
  ///
  /// @param divisor above 0
  public static long divide(long dividend, long divisor, RoundingMode rounding) {
    return switch (rounding) {
      case FLOOR -> Math.floorDiv(dividend, divisor);
      case CEILING -> Math.ceilDiv(dividend, divisor);
      case DOWN -> dividend / divisor;
      case HALF_EVEN -> halfEven(dividend, divisor);
      case UP, HALF_UP, HALF_DOWN, UNNECESSARY ->
          BigDecimal.valueOf(dividend)
              .divide(BigDecimal.valueOf(divisor), 0, rounding)
              .longValueExact();
    };
  }

  private static long halfEven(long dividend, long divisor) {
    long floor = Math.floorDiv(dividend, divisor);
    long rest = dividend - floor * divisor;
    long other = divisor - rest;
    if (rest < other) {
      return floor;
    }
    return rest > other || (floor & 1) == 1 ? floor + 1 : floor;
  }
}
