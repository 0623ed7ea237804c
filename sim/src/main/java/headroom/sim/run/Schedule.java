package headroom.sim.run;

import headroom.core.calendar.TradingHours;
import java.util.Arrays;
import java.util.TreeSet;

/// When the account is read beside after each fill: at every full hour, at each open and close, and
/// an hour before the close.
final class Schedule {
  private static final long HOUR_NS = 3_600_000_000_000L;

  private Schedule() {}

  static long[] factsNs(Period period, TradingHours hours) {
    TreeSet<Long> times = new TreeSet<>();
    long first = Math.ceilDiv(period.fromNs(), HOUR_NS) * HOUR_NS;
    for (long time = first; time < period.toNs(); time += HOUR_NS) {
      times.add(time);
    }
    for (int session = 0; session < hours.sessions(); session++) {
      times.add(hours.opensNs(session));
      times.add(hours.closesNs(session) - HOUR_NS);
      times.add(hours.closesNs(session));
    }
    return times.subSet(period.fromNs(), period.toNs()).stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  /// The closes of a kind of session within a period.
  static long[] closesNs(Period period, TradingHours hours) {
    long[] closes = new long[hours.sessions()];
    for (int session = 0; session < closes.length; session++) {
      closes[session] = hours.closesNs(session);
    }
    return Arrays.stream(closes)
        .filter(close -> close >= period.fromNs() && close < period.toNs())
        .toArray();
  }
}
