package headroom.data.imports;

import java.io.IOException;
import java.util.List;

/// Rows of text fields from somewhere. May be read several times.
public interface Table {

  /// What it is, in words: `CSV, separated by ';'`.
  String what() throws IOException;

  /// The names of the columns; empty if the first row is one of numbers already.
  List<String> header() throws IOException;

  /// Every row below the header.
  ///
  /// @throws IllegalArgumentException if it cannot be read to its end, saying why
  void read(Taker taker) throws IOException;

  /// Takes rows.
  @FunctionalInterface
  interface Taker {
    /// Takes one row.
    ///
    /// @param line where the row is, the first line being 1
    void row(long line, List<String> fields);
  }
}
