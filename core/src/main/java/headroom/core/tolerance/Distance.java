package headroom.core.tolerance;

import headroom.core.market.Side;

/// How far the market still has to come to reach a limit, and the prices at which that changes.
public final class Distance {

  private static final long MILLION = 1_000_000;

  /// Gaps below this can be multiplied by a million without overflow.
  private static final long SMALL_GAP = Long.MAX_VALUE / MILLION;

  private Distance() {}

  /// The way from `referenceRaw` down to the limit of a buy, or up to that of a sell, in parts per
  /// million of the limit; 0 if the market is at the limit or beyond.
  ///
  /// Exact and then rounded up, so that rounding never brings an order within a tolerance it is
  /// outside of. Capped at `Integer.MAX_VALUE`.
  ///
  /// @param referenceRaw a price in billionths, above 0
  /// @param limitRaw a price in billionths, above 0
  public static int ppm(Side side, long referenceRaw, long limitRaw) {
    long gap = side == Side.BUY ? referenceRaw - limitRaw : limitRaw - referenceRaw;
    if (gap <= 0) {
      return 0;
    }
    if (gap < SMALL_GAP) {
      return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(gap * MILLION, limitRaw));
    }
    long whole = gap / limitRaw;
    if (whole >= Integer.MAX_VALUE / MILLION) {
      return Integer.MAX_VALUE;
    }
    // Two steps of a thousand, because one step of a million would overflow a large price.
    long thousandths = (gap % limitRaw) * 1_000;
    long millionths = (thousandths % limitRaw) * 1_000;
    return Math.toIntExact(
        whole * MILLION + thousandths / limitRaw * 1_000 + Math.ceilDiv(millionths, limitRaw));
  }

  /// The last price within a tolerance, in billionths, on the far side of a limit: for a buy ⌊limit
  /// · (10⁶ + ppm) / 10⁶⌋. A price one billionth further out is outside.
  ///
  /// @param ppm 0 to 1 000 000
  public static long insideRaw(Side side, long limitRaw, int ppm) {
    long reach = limitRaw / MILLION * ppm + limitRaw % MILLION * ppm / MILLION;
    return side == Side.BUY ? limitRaw + reach : limitRaw - reach;
  }
}
