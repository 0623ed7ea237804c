package headroom.data.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import headroom.data.columnar.Columnar;
import headroom.data.columnar.ColumnarFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;

/// The rows of a file of columns. The names of the columns count as line 1, so that problems are
/// named as of a CSV file.
final class ColumnarRows {

  private ColumnarRows() {}

  static void read(Path file, Fields known, RowTaker taker) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      ColumnarFiles files = Columnar.required();
      csv.writeRecord(files.header(file));
      files.read(file, row -> csv.writeRecord(row.stream().map(ColumnarRows::inOneLine).toList()));
    } catch (IOException | IllegalArgumentException unreadable) {
      taker.bad(0, String.valueOf(unreadable.getMessage()));
      return;
    }
    CsvRows.read(text.toString(), known, taker);
  }

  /// A field of several lines stays bad and does not move the lines of those below.
  private static String inOneLine(String field) {
    return field.replace('\n', '\u0000').replace('\r', '\u0000');
  }
}
