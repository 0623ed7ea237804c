package headroom.data.bars;

import headroom.core.num.Fixed;
import headroom.core.num.Price;
import headroom.data.calendar.ExchangeCalendar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must hold of the fields of one row, and what is said of one of which it does not.
///
/// Not thread safe; owned by the reader of one file.
final class RowCheck {

  private static final int MOST_SHOWN = 60;

  private static final long FIRST_NS = Timestamps.yearNs(ExchangeCalendar.FIRST_YEAR);
  private static final long END_NS = Timestamps.yearNs(ExchangeCalendar.LAST_YEAR + 1);

  private final List<String> complaints = new ArrayList<>();

  /// What is wrong with the row at hand; whoever begins another clears it.
  List<String> complaints() {
    return complaints;
  }

  /// Whether the calendar goes so far.
  static boolean isCovered(long ns) {
    return ns >= FIRST_NS && ns < END_NS;
  }

  void complainOfYear(String text) {
    complaints.add(
        "timestamp must be from the years %s to %s, was %s"
            .formatted(ExchangeCalendar.FIRST_YEAR, ExchangeCalendar.LAST_YEAR, shown(text)));
  }

  /// A price in billionths; 0, with a complaint, if it is none.
  long priceRaw(String name, char[] buffer, int from, int length) {
    long raw = Decimals.plainRaw(buffer, from, length);
    if (raw > 0 && raw <= Price.MAX_RAW) {
      return raw;
    }
    String text = new String(buffer, from, length);
    @Nullable BigDecimal decimal = Decimals.decimal(text);
    if (decimal == null) {
      complaints.add("%s must be a decimal number, was %s".formatted(name, shown(text)));
    } else if (decimal.signum() <= 0 || decimal.compareTo(Fixed.decimal(Price.MAX_RAW)) > 0) {
      complaints.add(
          "%s must be above 0 and at most %s, was %s"
              .formatted(name, Fixed.text(Price.MAX_RAW), shown(text)));
    } else if (!Decimals.isExact(decimal)) {
      complaints.add("%s must have at most nine decimals, was %s".formatted(name, shown(text)));
    } else {
      return Fixed.raw(decimal);
    }
    return 0;
  }

  /// A volume only limits what can be filled, so more decimals than nine are rounded down.
  long volumeRaw(char[] buffer, int from, int length) {
    long raw = Decimals.plainRaw(buffer, from, length);
    if (raw >= 0) {
      return raw;
    }
    String text = new String(buffer, from, length);
    @Nullable BigDecimal decimal = Decimals.decimal(text);
    if (decimal == null) {
      complaints.add("volume must be a decimal number, was " + shown(text));
    } else if (decimal.signum() < 0) {
      complaints.add("volume must be at least 0, was " + shown(text));
    } else {
      return Decimals.saturatedRaw(decimal);
    }
    return 0;
  }

  /// Complains of prices that do not lie between low and high.
  void requireRange(long openRaw, long highRaw, long lowRaw, long closeRaw) {
    if (highRaw < lowRaw) {
      complaints.add(
          "high must be at least the low %s, was %s"
              .formatted(Fixed.text(lowRaw), Fixed.text(highRaw)));
      return;
    }
    requireInside("open", openRaw, highRaw, lowRaw);
    requireInside("close", closeRaw, highRaw, lowRaw);
  }

  private void requireInside(String name, long raw, long highRaw, long lowRaw) {
    if (raw < lowRaw || raw > highRaw) {
      complaints.add(
          "%s must be from the low %s to the high %s, was %s"
              .formatted(name, Fixed.text(lowRaw), Fixed.text(highRaw), Fixed.text(raw)));
    }
  }

  static String shown(String text) {
    return text.length() <= MOST_SHOWN
        ? "'" + text + "'"
        : "'" + text.substring(0, MOST_SHOWN) + "…'";
  }
}
