package headroom.core.engine;

import java.util.Arrays;

/// The prices of one instrument at which a decision may change.
///
/// Between them, a price leads to no command; it changes only the last price, and how orders
/// compare by distance.
///
/// @param fallingRaw levels that matter when the price comes down to them, in billionths, highest
///   first
/// @param risingRaw levels that matter when the price goes up to them, in billionths, lowest first
public record Attention(long[] fallingRaw, long[] risingRaw) {
  /// Nothing matters.
  public static final Attention NONE = new Attention(new long[0], new long[0]);

  @Override
  public boolean equals(Object other) {
    return other instanceof Attention that
        && Arrays.equals(fallingRaw, that.fallingRaw)
        && Arrays.equals(risingRaw, that.risingRaw);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(fallingRaw) + Arrays.hashCode(risingRaw);
  }
}
