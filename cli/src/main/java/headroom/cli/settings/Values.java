package headroom.cli.settings;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads values by the type of their key. A value is never guessed from how it looks.
///
/// All of them throw `IllegalArgumentException` with a sentence that follows the name of the key.
public final class Values {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern SIMPLE_DURATION =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|h|d)");

  private Values() {}

  /// A ratio in parts per million: `0.4%`, `0.004` or `4000ppm`.
  public static int ppm(String text) {
    BigDecimal ppm;
    if (text.endsWith("ppm")) {
      ppm = decimal(text.substring(0, text.length() - 3), "a ratio such as 0.4%, 0.004 or 4000ppm");
    } else {
      ppm = share(text).multiply(MILLION);
    }
    try {
      return ppm.intValueExact();
    } catch (ArithmeticException _) {
      throw new IllegalArgumentException("must be whole parts per million, was " + text);
    }
  }

  /// A share as a fraction: `50%` or `0.5`.
  public static BigDecimal share(String text) {
    String form = "a ratio such as 0.4%, 0.004 or 4000ppm";
    if (text.endsWith("%")) {
      return decimal(text.substring(0, text.length() - 1), form).divide(HUNDRED);
    }
    if (text.endsWith("ppm")) {
      return decimal(text.substring(0, text.length() - 3), form).divide(MILLION);
    }
    BigDecimal share = decimal(text, form);
    if (share.abs().compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "must be below 1 without a sign, was %s: %s%%?".formatted(text, text));
    }
    return share;
  }

  /// A length of time in nanoseconds: `250ms`, `120s`, `5m`, `1h` or ISO-8601.
  public static long durationNs(String text) {
    Matcher simple = SIMPLE_DURATION.matcher(text);
    try {
      if (simple.matches()) {
        return new BigDecimal(simple.group(1))
            .multiply(BigDecimal.valueOf(unitNs(simple.group(2))))
            .longValueExact();
      }
      return Duration.parse(text).toNanos();
    } catch (DateTimeParseException | ArithmeticException _) {
      throw new IllegalArgumentException(
          "must be a duration such as 250ms, 120s, 5m or PT2M, was " + text);
    }
  }

  private static long unitNs(String unit) {
    return switch (unit) {
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 86_400_000_000_000L;
    };
  }

  /// A duration as people write it: `250ms`, `120s`.
  public static String duration(long ns) {
    return ns % 1_000_000_000L == 0 ? ns / 1_000_000_000L + "s" : ns / 1_000_000L + "ms";
  }

  public static Money money(String text) {
    return new Money(raw(text));
  }

  private static long raw(String text) {
    try {
      return Fixed.raw(decimal(text, "an amount such as 10000 or 10000.00"));
    } catch (ArithmeticException _) {
      throw new IllegalArgumentException("must have at most nine decimals, was " + text);
    }
  }

  public static int integer(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("must be a whole number, was " + text);
    }
  }

  public static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("must be a whole number, was " + text);
    }
  }

  public static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, was " + text);
    };
  }

  /// One of some words, exactly as they are written.
  public static String word(String text, List<String> words) {
    if (!words.contains(text)) {
      throw new IllegalArgumentException(
          "must be one of %s, was %s".formatted(String.join(", ", words), text));
    }
    return text;
  }

  private static BigDecimal decimal(String text, String form) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("must be %s, was %s".formatted(form, text));
    }
  }
}
