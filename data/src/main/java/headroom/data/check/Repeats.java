package headroom.data.check;

import headroom.core.market.Bars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds days of a series whose bars are those of an earlier day, to the last digit of volume.
final class Repeats {

  private static final long DAY_NS = 86_400_000_000_000L;

  /// So many different bars do not come twice in a row by chance.
  private static final int LEAST_LIVELY = 6;

  private Repeats() {}

  /// A day that repeats another.
  ///
  /// @param dayNs its midnight, UTC
  /// @param earlierNs that of the other
  record Repeat(long dayNs, long earlierNs) {}

  static List<Repeat> of(Bars bars) {
    List<Repeat> repeats = new ArrayList<>();
    Map<Long, Long> dayOf = new HashMap<>();
    int bar = 0;
    while (bar < bars.length()) {
      long dayNs = bars.startNs(bar) / DAY_NS * DAY_NS;
      long hash = 0;
      int lively = 0;
      for (; bar < bars.length() && bars.startNs(bar) < dayNs + DAY_NS; bar++) {
        hash = BarHash.mixed(hash ^ BarHash.of(bars, bar));
        lively += BarHash.isLively(bars, bar) ? 1 : 0;
      }
      @Nullable Long earlier = lively < LEAST_LIVELY ? null : dayOf.putIfAbsent(hash, dayNs);
      if (earlier != null) {
        repeats.add(new Repeat(dayNs, earlier));
      }
    }
    return repeats;
  }
}
