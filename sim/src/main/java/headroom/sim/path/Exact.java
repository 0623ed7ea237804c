package headroom.sim.path;

/// Products divided, exactly, where the product does not fit into a `long`.
final class Exact {
  private Exact() {}

  /// ⌊a · b / c⌋.
  ///
  /// An estimate in floating point is at most a few units off; its remainder, which fits, says how
  /// many. So a 128-bit division is not needed.
  ///
  /// @param a 0 to 2⁵³
  /// @param b 0 to 2⁵³
  /// @param c 1 to 2⁵³, and not below the smaller of `a` and `b`
  static long floor(long a, long b, long c) {
    long quotient = estimate(a, b, c);
    long rest = a * b - quotient * c;
    while (rest < 0) {
      rest += c;
      quotient--;
    }
    while (rest >= c) {
      rest -= c;
      quotient++;
    }
    return quotient;
  }

  /// ⌈a · b / c⌉, for the same ranges.
  static long ceiling(long a, long b, long c) {
    long quotient = floor(a, b, c);
    return a * b - quotient * c == 0 ? quotient : quotient + 1;
  }

  /// `base + sign · a · b / c`, the whole of it rounded half to even.
  ///
  /// @param sign 1 or −1
  static long halfEven(long base, int sign, long a, long b, long c) {
    long quotient = floor(a, b, c);
    long rest = a * b - quotient * c;
    long down = base + sign * quotient;
    long twice = 2 * rest;
    boolean further = twice > c || (twice == c && (down & 1) != 0);
    return further ? down + sign : down;
  }

  private static long estimate(long a, long b, long c) {
    return (long) ((double) a * (double) b / (double) c);
  }
}
