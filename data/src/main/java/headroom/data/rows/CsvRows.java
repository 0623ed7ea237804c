package headroom.data.rows;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file below its header.
///
/// Not thread safe; owned by the reading of one file.
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {

  private final Fields known;
  private final RowTaker taker;
  private final List<String> header = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private final Set<String> doubted = new HashSet<>();
  private final Set<String> twice = new HashSet<>();
  private long line;

  private CsvRows(Fields known, RowTaker taker) {
    this.known = known;
    this.taker = taker;
  }

  static void read(String text, Fields known, RowTaker taker) {
    CsvRows rows = new CsvRows(known, taker);
    CsvReader<Boolean> csv =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(rows, text);
    try {
      csv.forEach(read -> {});
    } catch (CsvParseException broken) {
      taker.bad(
          rows.line,
          "row must be CSV with closed quotes, was not, and nothing below it could be read: "
              + broken.getMessage());
      return;
    }
    if (rows.header.isEmpty()) {
      taker.bad(0, "file must begin with a header such as %s, had none".formatted(known.example()));
    }
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
    fields.clear();
  }

  @Override
  protected void handleField(int field, char[] buffer, int from, int length, boolean quoted) {
    fields.add(new String(buffer, from, length));
  }

  /// Whether there was anything.
  @Override
  protected Boolean buildRecord() {
    if (getRecordType() == RecordType.EMPTY) {
      return false;
    }
    if (header.isEmpty()) {
      readHeader();
      return true;
    }
    if (fields.size() != header.size()) {
      taker.bad(line, "row must have %s columns, had %s".formatted(header.size(), fields.size()));
      return true;
    }
    Row row = new Row(line, known, doubted);
    for (int i = 0; i < fields.size(); i++) {
      if (!twice.contains(header.get(i))) {
        row.put(header.get(i), fields.get(i));
      }
    }
    taker.row(row);
    return true;
  }

  /// Names what is wrong with the header. The rows are read all the same, so that their faults are
  /// named in the same run, but not for what the header leaves open.
  private void readHeader() {
    for (String field : fields) {
      header.add(field.strip());
    }
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!known.isKnown(name)) {
        taker.bad(line, known.unknown("column", name));
      } else if (!seen.add(name) && twice.add(name)) {
        taker.bad(line, "column %s must occur once, was there twice".formatted(name));
      }
    }
    for (String name : header) {
      @Nullable String nearest = known.isKnown(name) ? null : known.nearest(name);
      if (nearest != null && !seen.contains(nearest)) {
        doubted.add(nearest);
      }
    }
    doubted.addAll(twice);
    for (String name : known.required()) {
      if (!seen.contains(name)) {
        doubted.add(name);
        taker.bad(line, "column %s must be there, was missing".formatted(name));
      }
    }
    if (!known.sizes().isEmpty() && Collections.disjoint(seen, known.sizes())) {
      doubted.addAll(known.sizes());
      taker.bad(
          line,
          "column %s must be there, was missing".formatted(String.join(" or ", known.sizes())));
    }
  }
}
