package headroom.data;

import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time as people write them: `250ms`, `120s`, `5m`, `1h`, `1d`, or ISO-8601 such as
/// `PT2M`.
public final class Durations {
  private static final Pattern SIMPLE =
      Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h|d)");

  private Durations() {}

  /// A text in nanoseconds.
  ///
  /// @throws NumberFormatException if it is not written as a duration
  /// @throws ArithmeticException if it is no whole number of nanoseconds of 64 bits
  public static long ns(String text) {
    Matcher simple = SIMPLE.matcher(text.strip());
    if (simple.matches()) {
      return new BigDecimal(simple.group(1))
          .multiply(BigDecimal.valueOf(unitNs(simple.group(2))))
          .longValueExact();
    }
    try {
      return Duration.parse(text.strip().toUpperCase(Locale.ROOT)).toNanos();
    } catch (DateTimeParseException _) {
      throw new NumberFormatException(text);
    }
  }

  /// The shortest way to write a whole number of minutes or more: `5m`, `1h`, `1d`; else in
  /// seconds.
  public static String text(long ns) {
    for (String unit : List.of("d", "h", "m")) {
      if (ns > 0 && ns % unitNs(unit) == 0) {
        return ns / unitNs(unit) + unit;
      }
    }
    return Fixed.text(ns) + "s";
  }

  private static long unitNs(String unit) {
    return switch (unit) {
      case "ms" -> Fixed.ONE / 1_000;
      case "s" -> Fixed.ONE;
      case "m" -> 60 * Fixed.ONE;
      case "h" -> 3_600 * Fixed.ONE;
      default -> 86_400 * Fixed.ONE;
    };
  }
}
