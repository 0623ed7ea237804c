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

  /// @param fallingRaw in any order
  /// @param risingRaw in any order
  Attention(long[] fallingRaw, long[] risingRaw) {
    this.fallingRaw = fallingRaw.clone();
    this.risingRaw = risingRaw.clone();
    Arrays.sort(this.fallingRaw);
    Arrays.sort(this.risingRaw);
  }

  /// The highest level below `priceRaw` that matters when the price comes down from there; 0 if
  /// there is none.
  public long nextFallingRaw(long priceRaw) {
    int at = Arrays.binarySearch(fallingRaw, priceRaw);
    int below = at >= 0 ? at : -at - 1;
    while (below > 0 && fallingRaw[below - 1] >= priceRaw) {
      below--;
    }
    return below == 0 ? 0 : fallingRaw[below - 1];
  }

  /// The lowest level above `priceRaw` that matters when the price goes up from there;
  /// `Long.MAX_VALUE` if there is none.
  public long nextRisingRaw(long priceRaw) {
    int at = Arrays.binarySearch(risingRaw, priceRaw);
    int above = at >= 0 ? at + 1 : -at - 1;
    while (above < risingRaw.length && risingRaw[above] <= priceRaw) {
      above++;
    }
    return above == risingRaw.length ? Long.MAX_VALUE : risingRaw[above];
  }
}
