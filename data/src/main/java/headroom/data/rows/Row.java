package headroom.data.rows;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.data.Durations;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of one row as text, read by the type that is asked for. What cannot be read is a
/// complaint and null.
///
/// Not thread safe; owned by the reading of one file.
public final class Row {

  private static final int MOST_SHOWN = 60;
  private static final int MOST_PPM = 1_000_000;

  private static final String NUMBER = "[-+]?\\d{1,40}(?:\\.\\d{0,40})?(?:[eE][-+]?\\d{1,3})?";
  private static final Pattern DECIMAL = Pattern.compile(NUMBER);
  private static final Pattern RATIO = Pattern.compile("(" + NUMBER + ") ?(%|ppm|)");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final long line;
  private final Fields fields;
  private final Map<String, String> texts = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> doubted;

  Row(long line, Fields fields) {
    this(line, fields, Set.of());
  }

  /// @param fields what is read
  /// @param doubted fields of which something is said already where they are named, such as in the
  ///   header; that a row does not have them is no fault of its own
  Row(long line, Fields fields, Set<String> doubted) {
    this.line = line;
    this.fields = fields;
    this.doubted = new HashSet<>(doubted);
  }

  public long line() {
    return line;
  }

  /// What is wrong, in the order in which it was noticed.
  public List<String> complaints() {
    return complaints;
  }

  public void complain(String complaint) {
    complaints.add(complaint);
  }

  /// Complains that fields are absent, unless one of them is doubted: the complaint would only
  /// follow from another.
  public void complainIfAbsent(List<String> names, String complaint) {
    if (Collections.disjoint(doubted, names)) {
      complain(complaint);
    }
  }

  /// A field may be absent for a reason that was given already: its name was mistyped, or its value
  /// could not be taken.
  void doubt(String name) {
    doubted.add(name);
  }

  /// Keeps a field; one that is blank counts as not given.
  void put(String name, String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || !fields.isRead(name)) {
      return;
    }
    texts.put(name, stripped);
    if (stripped.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
      complain("%s must be in one line without control characters, was not".formatted(name));
    }
  }

  public @Nullable String text(String name) {
    return texts.get(name);
  }

  public String text(String name, String otherwise) {
    return texts.getOrDefault(name, otherwise);
  }

  public @Nullable String required(String name) {
    String text = texts.get(name);
    if (text == null) {
      complainIfAbsent(List.of(name), name + " must be given, was empty");
    }
    return text;
  }

  public boolean flag(String name) {
    String text = text(name, "false");
    if (!text.equals("true") && !text.equals("false")) {
      complain("%s must be true or false, was %s".formatted(name, shown(text)));
      doubt(name);
    }
    return text.equals("true");
  }

  public @Nullable Price price(String name) {
    @Nullable Long raw = positiveRaw(name, Price.MAX_RAW);
    return raw == null ? null : new Price(raw);
  }

  /// A positive number in billionths.
  public @Nullable Long positiveRaw(String name, long mostRaw) {
    @Nullable BigDecimal decimal = decimal(name);
    if (decimal == null) {
      return null;
    }
    if (decimal.signum() <= 0 || decimal.compareTo(Fixed.decimal(mostRaw)) > 0) {
      complain(
          "%s must be above 0 and at most %s, was %s"
              .formatted(name, Fixed.text(mostRaw), shown(text(name, ""))));
      return null;
    }
    return exactRaw(name, decimal);
  }

  /// An amount of either sign.
  public @Nullable Money money(String name) {
    @Nullable BigDecimal decimal = decimal(name);
    if (decimal == null) {
      return null;
    }
    if (decimal.abs().compareTo(Fixed.decimal(Long.MAX_VALUE)) > 0) {
      complain(
          "%s must be at most %s either way, was %s"
              .formatted(name, Fixed.text(Long.MAX_VALUE), shown(text(name, ""))));
      return null;
    }
    @Nullable Long raw = exactRaw(name, decimal);
    return raw == null ? null : new Money(raw);
  }

  private @Nullable BigDecimal decimal(String name) {
    String text = texts.get(name);
    if (text == null) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches()) {
      complain("%s must be a decimal number, was %s".formatted(name, shown(text)));
      return null;
    }
    return new BigDecimal(text);
  }

  private @Nullable Long exactRaw(String name, BigDecimal decimal) {
    if (decimal.stripTrailingZeros().scale() > Fixed.SCALE) {
      complain("%s must have at most nine decimals, was %s".formatted(name, shown(text(name, ""))));
      return null;
    }
    return Fixed.raw(decimal);
  }

  /// A ratio in parts per million, 1 to a million.
  public @Nullable Integer ppm(String name) {
    String text = texts.get(name);
    if (text == null) {
      return null;
    }
    Matcher ratio = RATIO.matcher(text);
    if (!ratio.matches()) {
      complain(
          "%s must be a ratio such as 0.4%%, 0.004 or 4000ppm, was %s"
              .formatted(name, shown(text)));
      return null;
    }
    BigDecimal number = new BigDecimal(ratio.group(1));
    String unit = ratio.group(2);
    if (unit.isEmpty() && number.compareTo(BigDecimal.ONE) >= 0) {
      complain(
          "%s without a sign must be below 1, was %s: %s%%?".formatted(name, shown(text), text));
      return null;
    }
    BigDecimal ppm =
        switch (unit) {
          case "ppm" -> number;
          case "%" -> number.movePointRight(4);
          default -> number.movePointRight(6);
        };
    if (ppm.compareTo(BigDecimal.ONE) < 0 || ppm.compareTo(BigDecimal.valueOf(MOST_PPM)) > 0) {
      complain("%s must be from 1ppm to 100%%, was %s".formatted(name, shown(text)));
      return null;
    }
    if (ppm.stripTrailingZeros().scale() > 0) {
      complain("%s must be in whole ppm, was %s".formatted(name, shown(text)));
      return null;
    }
    return ppm.intValueExact();
  }

  /// A whole number from 0 to `most`; −1 if none is given or it is bad.
  public int whole(String name, int most) {
    String text = texts.get(name);
    if (text == null) {
      return -1;
    }
    if (!WHOLE.matcher(text).matches() || Integer.parseInt(text) > most) {
      complain("%s must be a whole number from 0 to %s, was %s".formatted(name, most, shown(text)));
      return -1;
    }
    return Integer.parseInt(text);
  }

  /// An instant in nanoseconds since 1970 UTC.
  public @Nullable Long timeNs(String name) {
    String text = texts.get(name);
    if (text == null) {
      return null;
    }
    try {
      return ns(OffsetDateTime.parse(text));
    } catch (DateTimeException notOne) {
      complain(
          "%s must be ISO-8601 with an offset, such as 2025-01-02T14:30:00Z, was %s"
              .formatted(name, shown(text)));
    } catch (ArithmeticException tooFar) {
      complain("%s must be from the years 1678 to 2261, was %s".formatted(name, shown(text)));
    }
    return null;
  }

  /// A length of time in nanoseconds, above 0.
  ///
  /// @param otherwise if none is given, or it is bad
  public long durationNs(String name, long otherwise) {
    String text = texts.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long ns = Durations.ns(text);
      if (ns > 0) {
        return ns;
      }
    } catch (ArithmeticException | NumberFormatException notOne) {
      // Said below, together with one that is not above 0.
    }
    complain(
        "%s must be a duration above 0 such as 90s, 15m, 12h or PT12H, was %s"
            .formatted(name, shown(text)));
    return otherwise;
  }

  /// The fields whose names have a form, as they are written.
  public SequencedMap<String, String> texts(Pattern names) {
    SequencedMap<String, String> found = new TreeMap<>();
    texts.forEach((name, text) -> {
      if (names.matcher(name).matches()) {
        found.put(name, text);
      }
    });
    return found;
  }

  /// Counted from the second after it, so that also the first instant of a `long` fits.
  private static long ns(OffsetDateTime time) {
    long nextNs = Math.multiplyExact(time.toEpochSecond() + 1, Fixed.ONE);
    return Math.addExact(nextNs, time.getNano() - Fixed.ONE);
  }

  /// A text between quotes, cut if it is long.
  public static String shown(String text) {
    return text.length() <= MOST_SHOWN
        ? "'" + text + "'"
        : "'" + text.substring(0, MOST_SHOWN) + "…'";
  }
}
