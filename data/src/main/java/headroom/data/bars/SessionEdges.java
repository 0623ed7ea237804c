package headroom.data.bars;

import headroom.core.calendar.TradingHours;
import headroom.data.calendar.ExchangeCalendar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Leaves out the stock bars that do not begin in a session.
///
/// @param outside bars left out because they lie outside
/// @param crossingOpenNs when each bar begins that was left out because it crosses an open: its
///   prices are of two sessions
/// @param crossingClose bars kept that reach beyond their session's close
record SessionEdges(int outside, List<Long> crossingOpenNs, int crossingClose) {

  /// What is said of a crypto series, which has no sessions.
  static final SessionEdges NONE = new SessionEdges(0, List.of(), 0);

  /// @param extended whether what is before and after the core session stays
  static SessionEdges cut(
      Columns columns, long stepNs, ExchangeCalendar calendar, boolean extended) {
    if (columns.length == 0) {
      return NONE;
    }
    TradingHours hours =
        calendar.tradingHoursAround(
            columns.startNs[0], columns.startNs[columns.length - 1], extended);
    TradingHours around = hours.extended();
    BitSet kept = new BitSet(columns.length);
    List<Long> crossingOpen = new ArrayList<>();
    int crossingClose = 0;
    int next = 0;
    for (int row = 0; row < columns.length; row++) {
      long startNs = columns.startNs[row];
      while (next < hours.sessions() && around.closesNs(next) <= startNs) {
        next++;
      }
      if (next == hours.sessions()) {
        break;
      }
      long endNs = startNs + stepNs;
      if (crosses(hours.opensNs(next), startNs, endNs)
          || crosses(around.opensNs(next), startNs, endNs)) {
        crossingOpen.add(startNs);
      } else if (startNs >= around.opensNs(next)) {
        kept.set(row);
        crossingClose += endNs > around.closesNs(next) ? 1 : 0;
      }
    }
    int outside = columns.length - kept.cardinality() - crossingOpen.size();
    columns.keep(kept);
    return new SessionEdges(outside, crossingOpen, crossingClose);
  }

  private static boolean crosses(long openNs, long startNs, long endNs) {
    return startNs < openNs && endNs > openNs;
  }
}
