package headroom.core.engine;

import java.util.Arrays;

/// The prices of one instrument at which a decision may change.
///
/// Between them, a price leads to no command; it changes only the last price, and how orders
/// compare by distance. A level matters in one direction: falling levels when the price comes down
/// to them, rising ones when it goes up to them. Prices are in billionths.
///
/// Immutable.
public final class Attention {
  /// Nothing matters.
  public static final Attention NONE = new Attention(new long[0], new long[0]);

  private final long[] fallingRaw;
  private final long[] risingRaw;

  /// @param fallingRaw in any order; given away
  /// @param risingRaw likewise
  Attention(long[] fallingRaw, long[] risingRaw) {
    this.fallingRaw = fallingRaw;
    this.risingRaw = risingRaw;
    Arrays.sort(this.fallingRaw);
    Arrays.sort(this.risingRaw);
  }

  /// The highest level below `priceRaw` that matters when the price comes down from there; 0 if
  /// there is none.
  public long nextFallingRaw(long priceRaw) {
    // There are a few only, and most prices are above them all or below them all.
    for (int i = fallingRaw.length - 1; i >= 0; i--) {
      if (fallingRaw[i] < priceRaw) {
        return fallingRaw[i];
      }
    }
    return 0;
  }

  /// The lowest level above `priceRaw` that matters when the price goes up from there;
  /// `Long.MAX_VALUE` if there is none.
  public long nextRisingRaw(long priceRaw) {
    for (long levelRaw : risingRaw) {
      if (levelRaw > priceRaw) {
        return levelRaw;
      }
    }
    return Long.MAX_VALUE;
  }
}
