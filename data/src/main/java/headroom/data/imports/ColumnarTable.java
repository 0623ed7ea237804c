package headroom.data.imports;

import headroom.data.columnar.Columnar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A file of columns; its rows are counted from 1.
final class ColumnarTable implements Table {

  private final Path file;

  ColumnarTable(Path file) {
    this.file = file;
  }

  @Override
  public String what() {
    return "Parquet";
  }

  @Override
  public List<String> header() throws IOException {
    return Columnar.required().header(file);
  }

  @Override
  public void read(Taker taker) throws IOException {
    long[] line = {0};
    Columnar.required().read(file, row -> taker.row(++line[0], row));
  }
}
