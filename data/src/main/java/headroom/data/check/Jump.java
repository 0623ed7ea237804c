package headroom.data.check;

/// A price far from the one before.
///
/// @param kind which two prices
/// @param atNs when the bar begins
/// @param fromRaw the price before, in billionths
/// @param toRaw the price far from it, in billionths
public record Jump(Kind kind, long atNs, long fromRaw, long toRaw) {

  /// A change from which on a jump is reported: a tenth of the price before. Liquid stocks and
  /// coins do that a few times a year, on news and in thin minutes.
  public static final int REPORTED_PPM = 100_000;

  /// A factor from which on a jump is extreme: real prices of liquid instruments rarely do that
  /// between two bars; splits, wrong units and bad prints do.
  public static final int EXTREME_FACTOR = 2;

  private static final int SHARE = 1_000_000 / REPORTED_PPM;

  /// Between which two prices.
  public enum Kind {
    /// From the close of the bar before to the open.
    OPEN("open"),
    /// From the nearer of open and close to the high.
    HIGH("high"),
    /// From the nearer of open and close to the low.
    LOW("low"),
    /// From the open to the close of one bar.
    CLOSE("close");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// The word used in files: `open`, `high`, `low` or `close`.
    public String word() {
      return word;
    }
  }

  /// Whether the change is large enough to be reported.
  static boolean isJump(long fromRaw, long toRaw) {
    return Math.abs(toRaw - fromRaw) >= fromRaw / SHARE;
  }

  /// Whether one price is at least twice the other.
  public boolean isExtreme() {
    return toRaw / EXTREME_FACTOR >= fromRaw || fromRaw / EXTREME_FACTOR >= toRaw;
  }

  /// The later price as a multiple of the earlier one.
  public double factor() {
    return (double) toRaw / fromRaw;
  }
}
