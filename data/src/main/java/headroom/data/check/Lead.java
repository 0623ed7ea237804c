package headroom.data.check;

import org.jspecify.annotations.Nullable;

/// By how many bars a series moves before or after others.
///
/// Two series that move together agree most often about the way of the bars that are really the
/// same. What is compared are ways, not sizes, so that no single bar decides.
///
/// @param slots bars by which the times of the series are too late; negative if too early
/// @param agreed of the bars in which both moved, those in which they moved the same way
/// @param moved bars in which both moved, so displaced
record Lead(int slots, int agreed, int moved) {

  /// Standard deviations by which agreement must exceed that of strangers. With a hundred
  /// displacements of a thousand series, chance alone reaches six.
  private static final double BEYOND_CHANCE = 8;

  /// How often series must agree to be comparable at all: below this a rhythm of the day could look
  /// like a displacement.
  private static final double LEAST_EXCESS = 0.05;

  /// So many times the agreement in place must be exceeded by that elsewhere.
  private static final double CLEARLY = 2;

  /// Windows of the comparison, so that times that are wrong for a part are found too.
  private static final int WINDOW = 1 << 13;

  private static final long QUARTER_NS = 900_000_000_000L;

  /// Time zones reach from 12 hours behind to 14 hours ahead.
  private static final int MOST_QUARTERS = 14 * 4;

  /// How far a series is displaced against others, as a whole or for a month or so of its bars.
  ///
  /// @return null if it is in place; or, if `known[0]` stays false, nobody can tell
  static @Nullable Lead of(byte[] own, byte[] others, long stepNs, boolean[] known) {
    @Nullable Lead whole = of(own, others, 0, own.length, stepNs, known);
    for (int from = 0; whole == null && from < own.length && own.length > WINDOW; from += WINDOW) {
      whole = of(own, others, from, Math.min(own.length, from + WINDOW), stepNs, known);
    }
    return whole;
  }

  private static @Nullable Lead of(
      byte[] own, byte[] others, int from, int to, long stepNs, boolean[] known) {
    Lead inPlace = at(0, own, others, from, to);
    known[0] |= inPlace.isTold();
    Lead best = inPlace;
    for (int slots : new int[] {-1, 1}) {
      Lead one = at(slots, own, others, from, to);
      best = one.beyondChance() > best.beyondChance() ? one : best;
    }
    for (int quarters = -MOST_QUARTERS; quarters <= MOST_QUARTERS; quarters++) {
      long ns = quarters * QUARTER_NS;
      if (ns % stepNs == 0) {
        Lead one = at((int) (ns / stepNs), own, others, from, to);
        best = one.beyondChance() > best.beyondChance() ? one : best;
      }
    }
    boolean displaced =
        best.slots != 0
            && best.isTold()
            && best.beyondChance() > CLEARLY * inPlace.beyondChance()
            && best.excess() > CLEARLY * inPlace.excess();
    return displaced ? best : null;
  }

  private static Lead at(int slots, byte[] own, byte[] others, int from, int to) {
    int agreed = 0;
    int moved = 0;
    int first = Math.max(from, -slots);
    int end = Math.min(to, own.length - slots);
    for (int slot = first; slot < end; slot++) {
      int product = own[slot + slots] * others[slot];
      moved += product & 1;
      agreed += product > 0 ? 1 : 0;
    }
    return new Lead(slots, agreed, moved);
  }

  /// Agreement above one half, doubled: 0 of strangers, 1 of twins.
  private double excess() {
    return moved == 0 ? 0 : (2.0 * agreed - moved) / moved;
  }

  private double beyondChance() {
    return moved == 0 ? 0 : (2.0 * agreed - moved) / Math.sqrt(moved);
  }

  private boolean isTold() {
    return beyondChance() >= BEYOND_CHANCE && excess() >= LEAST_EXCESS;
  }
}
