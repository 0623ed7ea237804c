package headroom.sim.compare;

import java.util.SplittableRandom;

/// How differences are judged.
///
/// @param resamples how many histories are drawn, 200 to 1,000,000: a point at 2.5 % of fewer says
///   little
/// @param seed starts chance; a pair starts anew from it, so that its figures do not depend on
///   which other pairs there are
public record Bootstrap(int resamples, long seed) {
  /// Puts the 2.5 % points on 50 draws.
  public static final int DEFAULT_RESAMPLES = 2_000;

  /// The fewest histories.
  public static final int LEAST = 200;

  /// The most histories.
  public static final int MOST = 1_000_000;

  /// Sets this use of the seed apart from every other: the letters of the word "pairs".
  private static final long PURPOSE = 0x7061697273L;

  public Bootstrap {
    if (resamples < LEAST || resamples > MOST) {
      throw new IllegalArgumentException(
          "resamples must be from %s to %s, was %s".formatted(LEAST, MOST, resamples));
    }
  }

  SplittableRandom chance() {
    return new SplittableRandom(seed ^ PURPOSE);
  }
}
