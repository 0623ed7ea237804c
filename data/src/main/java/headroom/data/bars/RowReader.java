package headroom.data.bars;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import headroom.core.num.Fixed;
import headroom.core.num.Price;
import headroom.data.calendar.ExchangeCalendar;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one file into [Columns], looking at each row by itself.
///
/// Fields are read where the parser holds them; no text is made of a good one.
///
/// Not thread safe; owned by the reader of one file.
final class RowReader extends AbstractBaseCsvCallbackHandler<Boolean> {

  static final String HEADER = "timestamp,open,high,low,close,volume";

  private static final List<String> NAMES = List.of(HEADER.split(",", -1));
  private static final int TIME = 0;
  private static final int OPEN = 1;
  private static final int HIGH = 2;
  private static final int LOW = 3;
  private static final int CLOSE = 4;
  private static final int VOLUME = 5;
  private static final int MOST_SHOWN = 60;

  private static final long FIRST_NS = Timestamps.yearNs(ExchangeCalendar.FIRST_YEAR);
  private static final long END_NS = Timestamps.yearNs(ExchangeCalendar.LAST_YEAR + 1);

  private final Columns columns;
  private final String file;
  private final List<Problem> problems;

  private final long[] row = new long[NAMES.size()];
  private final List<String> complaints = new ArrayList<>();
  private final List<String> header = new ArrayList<>();
  private boolean headerRead;
  private int rows;

  RowReader(String file, Columns columns, List<Problem> problems) {
    this.file = file;
    this.columns = columns;
    this.problems = problems;
  }

  /// Rows seen below the header, good and bad.
  int rows() {
    return rows;
  }

  boolean isHeaderRead() {
    return headerRead;
  }

  @Override
  protected void handleBegin(long startingLine) {
    complaints.clear();
  }

  @Override
  protected void handleField(int field, char[] buffer, int from, int length, boolean quoted) {
    if (quoted) {
      requireOneLine(buffer, from, length);
    }
    if (!headerRead) {
      header.add(new String(buffer, from, length));
    } else if (field == TIME) {
      row[TIME] = timeNs(buffer, from, length);
    } else if (field <= CLOSE) {
      row[field] = priceRaw(field, buffer, from, length);
    } else if (field == VOLUME) {
      row[VOLUME] = volumeRaw(buffer, from, length);
    }
  }

  @Override
  protected Boolean buildRecord() {
    if (getRecordType() == RecordType.EMPTY) {
      return false;
    }
    if (!headerRead) {
      headerRead = true;
      requireHeader();
      return true;
    }
    rows++;
    if (getFieldCount() != NAMES.size()) {
      complaints.clear();
      complaints.add("row must have %s columns, had %s".formatted(NAMES.size(), getFieldCount()));
    } else if (complaints.isEmpty()) {
      checkRange();
    }
    if (complaints.isEmpty()) {
      columns.add(
          row[TIME],
          row[OPEN],
          row[HIGH],
          row[LOW],
          row[CLOSE],
          row[VOLUME],
          getStartingLineNumber());
      return true;
    }
    for (String complaint : complaints) {
      problems.add(new Problem(file, getStartingLineNumber(), complaint));
    }
    return false;
  }

  /// A quote that stays open would swallow rows until the next one.
  private void requireOneLine(char[] buffer, int from, int length) {
    for (int at = from; at < from + length; at++) {
      if (buffer[at] == '\n' || buffer[at] == '\r') {
        throw new BadFileException(
            getStartingLineNumber(), "quotes must close in the line they open in, did not");
      }
    }
  }

  private void requireHeader() {
    String found = String.join(",", header);
    String withoutMark = found.startsWith("\uFEFF") ? found.substring(1) : found;
    if (!withoutMark.equals(HEADER)) {
      throw new BadFileException(
          getStartingLineNumber(),
          "header must be %s, %s %s"
              .formatted(
                  HEADER, isRow() ? "was missing: the first line was" : "was", shown(found)));
    }
  }

  /// Whether the place of the header holds a row: a time and numbers.
  private boolean isRow() {
    return header.size() == NAMES.size()
        && header.stream().skip(1).allMatch(field -> Decimals.decimal(field) != null);
  }

  private long timeNs(char[] buffer, int from, int length) {
    long ns = Timestamps.plainNs(buffer, from, length);
    if (ns == Timestamps.NOT_PLAIN) {
      String text = new String(buffer, from, length);
      @Nullable OffsetDateTime time = Timestamps.parse(text);
      if (time == null) {
        complaints.add(
            "timestamp must be ISO-8601 in UTC such as 2025-01-02T14:30:00Z, was " + shown(text));
        return 0;
      }
      if (!time.getOffset().equals(ZoneOffset.UTC)) {
        complaints.add("timestamp must be in UTC, was " + shown(text));
        return 0;
      }
      ns = isCovered(time) ? Timestamps.ns(time) : 0;
    }
    if (ns < FIRST_NS || ns >= END_NS) {
      complaints.add(
          "timestamp must be from the years %s to %s, was %s"
              .formatted(
                  ExchangeCalendar.FIRST_YEAR,
                  ExchangeCalendar.LAST_YEAR,
                  shown(new String(buffer, from, length))));
    }
    return ns;
  }

  private static boolean isCovered(OffsetDateTime time) {
    return time.getYear() >= ExchangeCalendar.FIRST_YEAR
        && time.getYear() <= ExchangeCalendar.LAST_YEAR;
  }

  private long priceRaw(int field, char[] buffer, int from, int length) {
    long raw = Decimals.plainRaw(buffer, from, length);
    if (raw > 0 && raw <= Price.MAX_RAW) {
      return raw;
    }
    String text = new String(buffer, from, length);
    @Nullable BigDecimal decimal = Decimals.decimal(text);
    String name = NAMES.get(field);
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
  private long volumeRaw(char[] buffer, int from, int length) {
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

  private void checkRange() {
    if (row[HIGH] < row[LOW]) {
      complaints.add(
          "high must be at least the low %s, was %s"
              .formatted(Fixed.text(row[LOW]), Fixed.text(row[HIGH])));
      return;
    }
    checkInside(OPEN);
    checkInside(CLOSE);
  }

  private void checkInside(int field) {
    if (row[field] < row[LOW] || row[field] > row[HIGH]) {
      complaints.add(
          "%s must be from the low %s to the high %s, was %s"
              .formatted(
                  NAMES.get(field),
                  Fixed.text(row[LOW]),
                  Fixed.text(row[HIGH]),
                  Fixed.text(row[field])));
    }
  }

  private static String shown(String text) {
    return text.length() <= MOST_SHOWN
        ? "'" + text + "'"
        : "'" + text.substring(0, MOST_SHOWN) + "…'";
  }
}
