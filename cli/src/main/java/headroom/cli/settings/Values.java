package headroom.cli.settings;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.data.Durations;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Texts as numbers.
///
/// What reads a text throws `NumberFormatException` if it is not written as it must be, and
/// `ArithmeticException` if the number has too many digits.
final class Values {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /// No exponent, and never so many digits that they cost anything.
  private static final Pattern PLAIN = Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,30})?");

  private Values() {}

  /// Whether a text is a decimal number and nothing more.
  static boolean isPlain(String text) {
    return PLAIN.matcher(text.strip()).matches();
  }

  /// Whether a text is a number of 1 or more that says neither `%` nor `ppm`. For a ratio that can
  /// mean two things.
  static boolean isUnsignedWhole(String text) {
    return isPlain(text) && decimal(text).compareTo(BigDecimal.ONE) >= 0;
  }

  /// A complaint with the question what a number without a sign was to be.
  static String askForSign(Exception complaint, String text) {
    boolean percent = decimal(text).compareTo(BigDecimal.valueOf(100)) <= 0;
    return "%s: a ratio without a sign must be below 1; did you mean %s%s?"
        .formatted(complaint.getMessage(), text.strip(), percent ? "%" : "ppm");
  }

  /// A share as a fraction: `0.4%`, `0.004` or `4000ppm`.
  static BigDecimal share(String text) {
    String number = text.strip();
    if (number.endsWith("%")) {
      return decimal(number.substring(0, number.length() - 1)).movePointLeft(2);
    }
    if (number.endsWith("ppm")) {
      return decimal(number.substring(0, number.length() - 3)).movePointLeft(6);
    }
    return decimal(number);
  }

  /// A ratio in parts per million.
  static int ppm(String text) {
    return share(text).multiply(MILLION).intValueExact();
  }

  /// Parts per million as people write them: `0.66%`.
  static String percent(int ppm) {
    return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + "%";
  }

  /// A length of time in nanoseconds: `250ms`, `120s`, `5m`, `1h`, `1d` or ISO-8601.
  static long durationNs(String text) {
    return Durations.ns(text);
  }

  /// Nanoseconds as people write them: `120s`, `250ms`.
  static String duration(long ns) {
    if (ns % Fixed.ONE == 0) {
      return ns / Fixed.ONE + "s";
    }
    return BigDecimal.valueOf(ns, 6).stripTrailingZeros().toPlainString() + "ms";
  }

  static Money money(String text) {
    return new Money(Fixed.raw(decimal(text)));
  }

  private static BigDecimal decimal(String text) {
    if (!isPlain(text)) {
      throw new NumberFormatException(text);
    }
    return new BigDecimal(text.strip());
  }
}
