package headroom.data.columnar;

import headroom.core.market.Bars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Reads and writes Parquet. Found by `ServiceLoader`, so that whoever has no use for it does not
/// carry its library.
public interface ColumnarFiles {

  /// The names of the columns of a file.
  ///
  /// @throws IOException if it is none, or cannot be read
  List<String> header(Path file) throws IOException;

  /// Every row of a file as text: numbers plain, what is unknown blank, instants in ISO-8601 UTC;
  /// times without zone the same without its `Z`.
  ///
  /// @throws IOException if it is none, or cannot be read to its end
  void read(Path file, Consumer<List<String>> row) throws IOException;

  /// Writes a series with the columns of a data folder; the bars are exact.
  void write(Bars bars, Path file) throws IOException;
}
