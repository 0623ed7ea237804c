package headroom.data.check;

import headroom.core.market.Bars;

/// Bars as numbers of 64 bits, so that equal ones are found without comparing all with all.
final class BarHash {

  private BarHash() {}

  /// A number that is the same for the same prices and volume.
  static long of(Bars bars, int bar) {
    long hash = mixed(bars.openRaw(bar));
    hash = mixed(hash ^ bars.highRaw(bar));
    hash = mixed(hash ^ bars.lowRaw(bar));
    hash = mixed(hash ^ bars.closeRaw(bar));
    return mixed(hash ^ bars.volumeRaw(bar));
  }

  /// Spreads every bit over all (Stafford's thirteenth variant of the finalizer of MurmurHash3, as
  /// in `SplittableRandom`).
  static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// Whether a price moved in it, and not just as in the bar before: quiet bars may be equal by
  /// chance.
  static boolean isLively(Bars bars, int bar) {
    boolean moved = bars.highRaw(bar) > bars.lowRaw(bar);
    return moved && (bar == 0 || of(bars, bar) != of(bars, bar - 1));
  }
}
