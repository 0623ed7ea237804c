package headroom.core.steal;

/// Gives every intent a worth drawn once for its life: the control. A policy that is no better than
/// this has found nothing.
///
/// @param seed the number that names the draw
public record RandomWorth(long seed) implements StealPolicy {

  /// The offset and the prime of FNV-1a with 64 bits (Fowler, Noll, Vo).
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;

  private static final long FNV_PRIME = 0x100000001b3L;

  @Override
  public Basis basis() {
    return Basis.NO_PRICE;
  }

  @Override
  public long worth(Contender contender) {
    // Compared unsigned: flipping the sign bit makes a signed comparison say the same.
    return mix64(seed + contender.idHash()) ^ Long.MIN_VALUE;
  }

  @Override
  public String name() {
    return "Random";
  }

  /// FNV-1a-64 over the low bytes of a text's characters; ids are ASCII.
  public static long fnv1a64(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ (text.charAt(i) & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014; Stafford's variant 13).
  static long mix64(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
