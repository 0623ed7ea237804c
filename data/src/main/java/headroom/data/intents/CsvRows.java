package headroom.data.intents;

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

/// The rows of a CSV file below its header.
///
/// Not thread safe; owned by the reading of one file.
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {

  private final Intake intake;
  private final List<String> header = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private final Set<String> doubted = new HashSet<>();
  private final Set<String> twice = new HashSet<>();
  private long line;

  private CsvRows(Intake intake) {
    this.intake = intake;
  }

  static void read(String text, Intake intake) {
    CsvRows rows = new CsvRows(intake);
    CsvReader<Boolean> csv =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(rows, text);
    try {
      csv.forEach(read -> {});
    } catch (CsvParseException broken) {
      intake.bad(
          rows.line,
          "row must be CSV with closed quotes, was not, and nothing below it could be read: "
              + broken.getMessage());
      return;
    }
    if (rows.header.isEmpty()) {
      intake.bad(
          0, "file must begin with a header such as id,symbol,side,quantity,limit, had none");
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
      intake.bad(line, "row must have %s columns, had %s".formatted(header.size(), fields.size()));
      return true;
    }
    Row row = new Row(line, doubted);
    for (int i = 0; i < fields.size(); i++) {
      if (!twice.contains(header.get(i))) {
        row.put(header.get(i), fields.get(i));
      }
    }
    intake.row(row);
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
      if (!Fields.isKnown(name)) {
        intake.bad(line, Fields.unknown("column", name));
      } else if (!seen.add(name) && twice.add(name)) {
        intake.bad(line, "column %s must occur once, was there twice".formatted(name));
      }
    }
    for (String name : header) {
      if (!Fields.isKnown(name) && !seen.contains(Fields.nearest(name))) {
        doubted.add(Fields.nearest(name));
      }
    }
    doubted.addAll(twice);
    for (String name : Fields.REQUIRED) {
      if (!seen.contains(name)) {
        doubted.add(name);
        intake.bad(line, "column %s must be there, was missing".formatted(name));
      }
    }
    if (Collections.disjoint(seen, Fields.SIZES)) {
      doubted.addAll(Fields.SIZES);
      intake.bad(line, "column quantity or notional must be there, was missing");
    }
  }
}
