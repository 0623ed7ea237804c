package headroom.data.imports;

import headroom.data.bars.Problem;
import java.util.ArrayList;
import java.util.List;

/// What is said about one file.
///
/// Not thread safe; owned by one import.
final class Report {

  private final String file;
  private final List<Detected> detected = new ArrayList<>();

  /// What must be answered before anything can be read.
  private final List<Problem> open = new ArrayList<>();

  /// @param file what people call it
  Report(String file) {
    this.file = file;
  }

  void said(String what, String value, String how) {
    detected.add(new Detected(file, what, value, how));
  }

  void bad(long line, String message) {
    open.add(new Problem(file, line, message));
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  String file() {
    return file;
  }

  List<Detected> detected() {
    return detected;
  }

  List<Problem> problems() {
    return open;
  }
}
