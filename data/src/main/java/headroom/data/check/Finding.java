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
    SHIFTED_TIMES("shifted-times", true),
    BAR_CLOSE_STAMPS("bar-close-stamps", true),
    MIXED_SYMBOLS("mixed-symbols", true),
    REPEATED_DAY("repeated-day", true),
    ENDS_EARLY("ends-early", true),
    EXTREME_JUMP("extreme-jump", true),
    LONG_GAP("long-gap", true),
    JUMP("jump", false),
    GAP("gap", false),
    CROSSES_OPEN("crosses-open", false);

    private final String word;
    private final boolean suspicious;

    Kind(String word, boolean suspicious) {
      this.word = word;
      this.suspicious = suspicious;
    }

    /// Whether it should be looked at before a result is believed; otherwise it is worth knowing.
    public boolean isSuspicious() {
      return suspicious;
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
