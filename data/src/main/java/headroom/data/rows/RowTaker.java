package headroom.data.rows;

/// Takes what a file holds, good and bad.
public interface RowTaker {
  /// A row whose fields could be told apart.
  void row(Row row);

  /// Something that is no row at all.
  ///
  /// @param line 0 for the file as a whole
  void bad(long line, String message);
}
