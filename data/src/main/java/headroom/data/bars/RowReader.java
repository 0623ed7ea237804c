package headroom.data.bars;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import headroom.data.calendar.ExchangeCalendar;
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

  private final Columns columns;
  private final String file;
  private final List<Problem> problems;

  private final long[] row = new long[NAMES.size()];
  private final RowCheck check = new RowCheck();
  private final List<String> complaints = check.complaints();
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
      row[field] = check.priceRaw(NAMES.get(field), buffer, from, length);
    } else if (field == VOLUME) {
      row[VOLUME] = check.volumeRaw(buffer, from, length);
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
      check.requireRange(row[OPEN], row[HIGH], row[LOW], row[CLOSE]);
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
                  HEADER,
                  isRow() ? "was missing: the first line was" : "was",
                  RowCheck.shown(found)));
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
            "timestamp must be ISO-8601 in UTC such as 2025-01-02T14:30:00Z, was "
                + RowCheck.shown(text));
        return 0;
      }
      if (!time.getOffset().equals(ZoneOffset.UTC)) {
        complaints.add("timestamp must be in UTC, was " + RowCheck.shown(text));
        return 0;
      }
      ns = isCovered(time) ? Timestamps.ns(time) : 0;
    }
    if (!RowCheck.isCovered(ns)) {
      check.complainOfYear(new String(buffer, from, length));
    }
    return ns;
  }

  private static boolean isCovered(OffsetDateTime time) {
    return time.getYear() >= ExchangeCalendar.FIRST_YEAR
        && time.getYear() <= ExchangeCalendar.LAST_YEAR;
  }
}
