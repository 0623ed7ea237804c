package headroom.data.bars;

import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decimals in a buffer of characters as whole billionths.
final class Decimals {

  /// What [#plainRaw] says of everything that is not a plain decimal.
  static final long NOT_PLAIN = Long.MIN_VALUE;

  /// Nine digits before and nine after the point fit in a `long` whatever they are.
  private static final int MOST_DIGITS = 9;

  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d{1,3})?");

  private Decimals() {}

  /// The billionths of digits with at most one point, nine digits on either side at most, and no
  /// sign; [#NOT_PLAIN] for anything else, which may still be a decimal.
  static long plainRaw(char[] buffer, int from, int length) {
    int end = from + length;
    long value = 0;
    int at = from;
    while (at < end && isDigit(buffer[at])) {
      value = value * 10 + (buffer[at++] - '0');
    }
    int whole = at - from;
    if (whole == 0 || whole > MOST_DIGITS) {
      return NOT_PLAIN;
    }
    int decimals = 0;
    if (at < end && buffer[at] == '.') {
      decimals = end - ++at;
      if (decimals > MOST_DIGITS) {
        return NOT_PLAIN;
      }
      while (at < end && isDigit(buffer[at])) {
        value = value * 10 + (buffer[at++] - '0');
      }
    }
    if (at < end) {
      return NOT_PLAIN;
    }
    for (int i = decimals; i < Fixed.SCALE; i++) {
      value *= 10;
    }
    return value;
  }

  /// The decimal that a text stands for, also with a sign or an exponent; null if it is none.
  static @Nullable BigDecimal decimal(String text) {
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  /// Whether nine decimals hold the whole of a number.
  static boolean isExact(BigDecimal decimal) {
    return decimal.stripTrailingZeros().scale() <= Fixed.SCALE;
  }

  /// The billionths of a number, rounded down, and at most what a `long` holds.
  static long saturatedRaw(BigDecimal decimal) {
    BigDecimal raw = decimal.movePointRight(Fixed.SCALE).setScale(0, RoundingMode.DOWN);
    return raw.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
