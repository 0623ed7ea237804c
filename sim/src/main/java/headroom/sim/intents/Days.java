package headroom.sim.intents;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import java.util.ArrayList;
import java.util.List;

/// The days of one series: sessions of the exchange for stocks, UTC days for crypto.
final class Days {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final Bars bars;
  private final TradingHours hours;

  Days(Bars bars, TradingHours hours) {
    this.bars = bars;
    this.hours = hours;
  }

  /// One day.
  ///
  /// @param startNs its first instant
  /// @param endNs the first instant after it
  /// @param number counts days of this kind without gaps, so that the day before has one less
  /// @param complete whether at least half of its slots have a bar; its prices are 0 if it has none
  record Day(
      long startNs,
      long endNs,
      long number,
      boolean complete,
      long highRaw,
      long lowRaw,
      long closeRaw) {}

  /// All days from that of the first bar to the one after that of the last.
  List<Day> all() {
    List<Day> days = new ArrayList<>();
    if (bars.length() == 0) {
      return days;
    }
    long last = bars.startNs(bars.length() - 1);
    if (bars.instrument().isStock()) {
      int session = Math.max(0, hours.sessionAt(bars.startNs(0)));
      while (session < hours.sessions() && hours.opensNs(Math.max(session - 1, 0)) <= last) {
        days.add(day(hours.opensNs(session), hours.closesNs(session), session));
        session++;
      }
    } else {
      long number = Math.floorDiv(bars.startNs(0), DAY_NS);
      while ((number - 1) * DAY_NS <= last) {
        days.add(day(number * DAY_NS, (number + 1) * DAY_NS, number));
        number++;
      }
    }
    return days;
  }

  private Day day(long startNs, long endNs, long number) {
    int from = bars.firstFrom(startNs);
    int to = bars.firstFrom(endNs);
    long high = 0;
    long low = 0;
    for (int i = from; i < to; i++) {
      high = Math.max(high, bars.highRaw(i));
      low = low == 0 ? bars.lowRaw(i) : Math.min(low, bars.lowRaw(i));
    }
    long slots = Math.ceilDiv(endNs - startNs, bars.stepNs());
    boolean complete = to > from && 2L * (to - from) >= slots;
    long close = to > from ? bars.closeRaw(to - 1) : 0;
    return new Day(startNs, endNs, number, complete, high, low, close);
  }
}
