package headroom.data.synth;

import headroom.data.Sha256;
import java.util.SplittableRandom;

/// Where chance comes from: one generator for each purpose of each instrument, so that one more
/// draw in one does not shift the others.
final class Chance {

  private static final int HALF = Integer.SIZE / 2;
  private static final double DEVIATION = Math.sqrt(Integer.SIZE / 4.0);

  private Chance() {}

  static SplittableRandom of(long seed, String purpose, String name) {
    Sha256 sha = new Sha256();
    sha.number(seed);
    sha.word(purpose);
    sha.word(name);
    return new SplittableRandom(Long.parseUnsignedLong(sha.hex().substring(0, 16), 16));
  }

  /// Nearly normal with mean 0 and deviation 1, made of 32 fair bits: exactly symmetric, and the
  /// same on every machine.
  static double symmetric(int bits) {
    return (Integer.bitCount(bits) - HALF) / DEVIATION;
  }

  /// A number from [0, 1) made of 32 bits.
  static double uniform(int bits) {
    return (bits >>> 1) * 0x1.0p-31;
  }
}
