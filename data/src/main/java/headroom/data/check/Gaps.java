package headroom.data.check;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import java.util.ArrayList;
import java.util.List;

/// Finds the bars that are missing between the first and the last of a series.
final class Gaps {

  private final List<Gap> found = new ArrayList<>();
  private long fromNs;
  private long lastNs;
  private int missing;

  private Gaps() {}

  /// Of a series that trades at all times.
  static List<Gap> anywhere(Bars bars) {
    Gaps gaps = new Gaps();
    for (int bar = 1; bar < bars.length(); bar++) {
      long expectedNs = bars.startNs(bar - 1) + bars.stepNs();
      for (long ns = expectedNs; ns < bars.startNs(bar); ns += bars.stepNs()) {
        gaps.miss(ns);
      }
      gaps.meet();
    }
    return gaps.found;
  }

  /// Of a series that trades in sessions. Bars outside of them, where there are any, do not count.
  static List<Gap> inSessions(Bars bars, TradingHours hours) {
    Gaps gaps = new Gaps();
    long stepNs = bars.stepNs();
    long firstNs = bars.startNs(0);
    long endNs = bars.startNs(bars.length() - 1);
    int bar = 0;
    for (int session = 0; session < hours.sessions(); session++) {
      long openNs = Math.max(hours.opensNs(session), firstNs);
      long slotNs = firstNs + Math.ceilDiv(openNs - firstNs, stepNs) * stepNs;
      for (; slotNs < hours.closesNs(session) && slotNs <= endNs; slotNs += stepNs) {
        while (bars.startNs(bar) < slotNs) {
          bar++;
        }
        if (bars.startNs(bar) == slotNs) {
          gaps.meet();
        } else {
          gaps.miss(slotNs);
        }
      }
    }
    return gaps.found;
  }

  private void miss(long ns) {
    fromNs = missing == 0 ? ns : fromNs;
    lastNs = ns;
    missing++;
  }

  private void meet() {
    if (missing > 0) {
      found.add(new Gap(fromNs, lastNs, missing));
      missing = 0;
    }
  }
}
