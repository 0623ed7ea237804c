package headroom.data.bars;

import headroom.data.columnar.Columnar;
import headroom.data.columnar.ColumnarFiles;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a file of columns in a data folder: those of the CSV header, in any order and with
/// others beside them.
///
/// Times without zone are UTC, as all times of a data folder are. Rows are counted from 1. Prices
/// that were computed in binary and have more than nine decimals are rounded to nine.
///
/// @param columns the good rows
/// @param rows good and bad
/// @param problems of the bad ones
record ColumnarBars(Columns columns, int rows, List<Problem> problems) {

  /// @throws BadFileException if it cannot be read
  static ColumnarBars of(FoundFile file) {
    List<String> names = List.of(RowReader.HEADER.split(",", -1));
    SeriesBuilder builder = new SeriesBuilder(file.name());
    int[] rows = {0};
    try {
      ColumnarFiles files = Columnar.required();
      List<String> header = files.header(file.path());
      List<Integer> at = names.stream().map(header::indexOf).toList();
      if (at.contains(-1)) {
        throw new BadFileException(0, "columns must be %s, were %s".formatted(names, header));
      }
      files.read(
          file.path(),
          row -> {
            rows[0]++;
            take(at.stream().map(row::get).toList(), rows[0], builder);
          });
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new BadFileException(0, String.valueOf(unreadable.getMessage()));
    }
    return new ColumnarBars(builder.columns(), rows[0], builder.problems());
  }

  private static void take(List<String> row, long line, SeriesBuilder builder) {
    String stamp = row.getFirst();
    String zoned = stamp.endsWith("Z") || stamp.isEmpty() ? stamp : stamp + "Z";
    @Nullable OffsetDateTime time = Timestamps.parse(zoned);
    if (time == null) {
      builder.bad(line, "timestamp must be a time in UTC, was " + RowCheck.shown(stamp));
      return;
    }
    builder.add(line, Timestamps.ns(time), stamp, row.subList(1, 5), row.get(5));
  }
}
