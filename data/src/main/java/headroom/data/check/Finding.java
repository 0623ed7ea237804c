package headroom.data.check;

import headroom.core.market.InstrumentId;

/// One thing worth knowing about a series, in words.
///
/// @param kind what sort of thing
/// @param id which series
/// @param file its file, relative to the data folder
/// @param atNs when it begins, in nanoseconds since 1970 UTC
/// @param message a clause about it, with its numbers
public record Finding(Kind kind, InstrumentId id, String file, long atNs, String message) {

  /// Sorts of findings, in the order in which they are told.
  public enum Kind {
    SHIFTED_TIMES("shifted-times"),
    ENDS_EARLY("ends-early"),
    EXTREME_JUMP("extreme-jump"),
    JUMP("jump"),
    GAP("gap"),
    CROSSES_OPEN("crosses-open");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// The word used in files.
    public String word() {
      return word;
    }
  }

  /// `stocks/AAPL.csv: gap, 3 bars are missing from 2025-01-02T15:00:00Z on`.
  @Override
  public String toString() {
    return file + ": " + kind.word() + ", " + message;
  }
}
