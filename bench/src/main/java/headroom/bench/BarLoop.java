package headroom.bench;

import headroom.core.market.Bars;
import java.util.List;

/// Reads every price of every bar and does nothing with them: what any simulation costs at least
/// that looks at all bars.
final class BarLoop {
  private BarLoop() {}

  /// A number that depends on every price read.
  static long sum(List<Bars> series) {
    long sum = 0;
    for (Bars bars : series) {
      for (int bar = 0; bar < bars.length(); bar++) {
        sum += bars.openRaw(bar) ^ bars.highRaw(bar) ^ bars.lowRaw(bar) ^ bars.closeRaw(bar);
      }
    }
    return sum;
  }
}
