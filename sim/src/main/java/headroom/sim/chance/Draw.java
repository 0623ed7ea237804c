package headroom.sim.chance;

import headroom.core.steal.RandomWorth;

/// Numbers drawn by name: each is a function of the run's seed, what it is for, whose it is and
/// which one it is. So a draw moves no other one, and neither order nor threads matter.
public final class Draw {
  private static final int DOUBLE_BITS = 53;

  private Draw() {}

  /// A share of one, evenly spread.
  ///
  /// @param seed the number that the run names
  /// @param purpose what is drawn: `path`, `latency`
  /// @param whose an instrument or an order, in ASCII
  /// @param number which one of these
  /// @return from 0 up to but not including 1
  public static double share(long seed, String purpose, String whose, long number) {
    long mixed = mix64(seed + RandomWorth.fnv1a64(purpose));
    mixed = mix64(mixed ^ RandomWorth.fnv1a64(whose));
    mixed = mix64(mixed ^ mix64(number));
    return (mixed >>> (Long.SIZE - DOUBLE_BITS)) / (double) (1L << DOUBLE_BITS);
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014; Stafford's variant 13) after one step of
  /// its sequence.
  private static long mix64(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
