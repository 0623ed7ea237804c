package headroom.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// Numbers for people to read: a space before units, commas between thousands, a real minus.
final class Text {
  private static final double PPM_OF_PERCENT = 10_000;

  private Text() {}

  static String count(long number) {
    return minus(String.format(Locale.ROOT, "%,d", number));
  }

  /// Such as `1 order`, `1,200 orders`.
  static String count(long number, String what) {
    return count(number) + " " + what + (number == 1 ? "" : "s");
  }

  /// Cents, half to even.
  static String money(BigDecimal dollars) {
    return minus(String.format(Locale.ROOT, "%,.2f", dollars.setScale(2, RoundingMode.HALF_EVEN)));
  }

  static String money(String dollars) {
    return money(new BigDecimal(dollars));
  }

  static String money(double dollars) {
    return minus(String.format(Locale.ROOT, "%,.2f", dollars));
  }

  static String share(double fraction) {
    double percent = fraction * 100;
    boolean isWhole = percent == 0 || percent == 100;
    boolean fine = !isWhole && (Math.abs(percent) < 10 || percent > 99);
    return minus(String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", percent));
  }

  /// With one place.
  static String percent(double fraction) {
    return minus(String.format(Locale.ROOT, "%.1f %%", fraction * 100));
  }

  static String number(double value) {
    return minus(String.format(Locale.ROOT, "%,.2f", value));
  }

  /// Parts per million as per cent.
  static String ppm(int ppm) {
    return minus(
        BigDecimal.valueOf(ppm).movePointLeft(4).setScale(4).stripTrailingZeros().scale() > 2
            ? String.format(Locale.ROOT, "%.4f", ppm / PPM_OF_PERCENT).replaceFirst("0+$", "")
                + " %"
            : String.format(Locale.ROOT, "%.2f %%", ppm / PPM_OF_PERCENT));
  }

  /// In the unit that fits.
  static String duration(double seconds) {
    if (seconds < 1) {
      return Math.round(seconds * 1_000) + " ms";
    }
    if (seconds < 60) {
      return Math.round(seconds) + " s";
    }
    Duration duration = Duration.ofSeconds(Math.round(seconds));
    if (duration.toMinutes() < 60) {
      return "%s min".formatted(duration.toMinutes());
    }
    if (duration.toHours() < 48) {
      return duration.toMinutesPart() == 0
          ? "%s h".formatted(duration.toHours())
          : "%s h %s min".formatted(duration.toHours(), duration.toMinutesPart());
    }
    return "%s days".formatted(count(duration.toDays()));
  }

  /// Without an exponent and without a needless end.
  static String plain(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
  }

  private static String minus(String text) {
    return text.startsWith("-") ? "\u2212" + text.substring(1) : text;
  }
}
