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

  /// Below this a rest of a division and 32 more bits fit into a `long`.
  private static final long SHORT_DENOMINATOR = 1L << 31;

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
    // A magnitude of two words, whose quotient by such a denominator is one word.
    boolean negative = high < 0;
    long highMagnitude = negative ? ~high + (low == 0 ? 1 : 0) : high;
    long lowMagnitude = negative ? -low : low;
    if (denominator < SHORT_DENOMINATOR && highMagnitude < denominator) {
      long quotient = shortQuotient(highMagnitude, lowMagnitude, denominator);
      long rest = lowMagnitude - quotient * denominator;
      if (quotient >= 0 && quotient < Long.MAX_VALUE && isUsual(rounding)) {
        long magnitude =
            quotient + (isRoundedAway(negative, quotient, rest, denominator, rounding) ? 1 : 0);
        return negative ? -magnitude : magnitude;
      }
    }
    BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(numerator));
    return divide(product, BigInteger.valueOf(denominator), rounding);
  }

  /// `(high · 2⁶⁴ + low) / denominator`, rounded down, by long division in digits of 32 bits.
  ///
  /// @param high 0 to denominator − 1
  /// @param low 64 bits without a sign
  /// @param denominator below [#SHORT_DENOMINATOR], so that a rest and a digit fit into a `long`
  private static long shortQuotient(long high, long low, long denominator) {
    long first = (high << 32) | (low >>> 32);
    long firstDigit = first / denominator;
    long second = ((first % denominator) << 32) | (low & 0xFFFF_FFFFL);
    return (firstDigit << 32) | (second / denominator);
  }

  /// The roundings that prices and amounts use; the others take the long way.
  private static boolean isUsual(RoundingMode rounding) {
    return switch (rounding) {
      case FLOOR, CEILING, DOWN, HALF_EVEN -> true;
      case UP, HALF_UP, HALF_DOWN, UNNECESSARY -> false;
    };
  }

  /// Whether a magnitude that was rounded down is to be one more.
  private static boolean isRoundedAway(
      boolean negative, long quotient, long rest, long denominator, RoundingMode rounding) {
    return switch (rounding) {
      case FLOOR -> negative && rest > 0;
      case CEILING -> !negative && rest > 0;
      case HALF_EVEN -> {
        long other = denominator - rest;
        yield rest > other || (rest == other && (quotient & 1) == 1);
      }
      case DOWN, UP, HALF_UP, HALF_DOWN, UNNECESSARY -> false;
    };
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
