package headroom.data.bars;

/// A file that cannot be read as bars at all. Caught where the file was opened.
final class BadFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long line;

  /// @param line where it was noticed; 0 for the file as a whole
  BadFileException(long line, String message) {
    super(message);
    this.line = line;
  }

  Problem at(String file) {
    return new Problem(file, line, String.valueOf(getMessage()));
  }
}
