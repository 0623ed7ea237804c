package headroom.data.reshape;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import headroom.data.Durations;
import headroom.data.calendar.ExchangeCalendar;
import java.util.Arrays;

/// Makes longer bars of shorter ones.
///
/// Bars of a coin begin at multiples of their length in the UTC day, those of a stock at multiples
/// after the open of the session; none crosses an open, and bars after the close that would make
/// one cross it are left out. A long bar of which short ones are missing is made of those that are
/// there; one of which all are missing is missing.
public final class Resample {

  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final long DAY_NS = 86_400_000_000_000L;

  private Resample() {}

  /// A series of longer bars.
  ///
  /// @throws IllegalArgumentException if the length is no multiple of the present one, or does not
  ///   divide a day, of a stock an hour: in summer its sessions begin an hour earlier, and all bars
  ///   of a file lie on one grid
  public static Bars of(Bars bars, long stepNs, ExchangeCalendar calendar) {
    if (stepNs == bars.stepNs()) {
      return bars;
    }
    if (stepNs < bars.stepNs() || stepNs % bars.stepNs() != 0 || DAY_NS % stepNs != 0) {
      throw new IllegalArgumentException(
          "bars of %s can be made as long as a multiple of %s that divides a day, was %s"
              .formatted(bars.id(), Durations.text(bars.stepNs()), Durations.text(stepNs)));
    }
    if (bars.instrument().isStock() && HOUR_NS % stepNs != 0) {
      throw new IllegalArgumentException(
          "bars of the stock %s can be made as long as a divisor of an hour, was %s"
              .formatted(bars.id(), Durations.text(stepNs)));
    }
    Joining joining = new Joining(bars, stepNs, calendar);
    for (int bar = 0; bar < bars.length(); bar++) {
      joining.take(bar);
    }
    return joining.end();
  }

  /// The long bars so far.
  private static final class Joining {
    private final Bars bars;
    private final long stepNs;
    private final TradingHours hours;
    private final long[] startNs;
    private final long[] openRaw;
    private final long[] highRaw;
    private final long[] lowRaw;
    private final long[] closeRaw;
    private final long[] volumeRaw;
    private int length;
    private int session;

    Joining(Bars bars, long stepNs, ExchangeCalendar calendar) {
      this.bars = bars;
      this.stepNs = stepNs;
      hours = calendar.tradingHoursAround(bars.startNs(0), bars.startNs(bars.length() - 1));
      startNs = new long[bars.length()];
      openRaw = new long[bars.length()];
      highRaw = new long[bars.length()];
      lowRaw = new long[bars.length()];
      closeRaw = new long[bars.length()];
      volumeRaw = new long[bars.length()];
    }

    void take(int bar) {
      boolean stock = bars.instrument().isStock();
      long beginNs = stock ? ofSession(bar) : ofDay(bar);
      if (stock
          && beginNs < hours.closesNs(session)
          && bars.startNs(bar) >= hours.closesNs(session)) {
        return;
      }
      if (length > 0 && startNs[length - 1] == beginNs) {
        int last = length - 1;
        highRaw[last] = Math.max(highRaw[last], bars.highRaw(bar));
        lowRaw[last] = Math.min(lowRaw[last], bars.lowRaw(bar));
        closeRaw[last] = bars.closeRaw(bar);
        long sum = volumeRaw[last] + bars.volumeRaw(bar);
        volumeRaw[last] = sum < 0 ? Long.MAX_VALUE : sum;
        return;
      }
      startNs[length] = beginNs;
      openRaw[length] = bars.openRaw(bar);
      highRaw[length] = bars.highRaw(bar);
      lowRaw[length] = bars.lowRaw(bar);
      closeRaw[length] = bars.closeRaw(bar);
      volumeRaw[length++] = bars.volumeRaw(bar);
    }

    private long ofDay(int bar) {
      return Math.floorDiv(bars.startNs(bar), stepNs) * stepNs;
    }

    private long ofSession(int bar) {
      long ns = bars.startNs(bar);
      while (session + 1 < hours.sessions() && isBehind(ns)) {
        session++;
      }
      long openNs = hours.opensNs(session);
      return openNs + Math.floorDiv(ns - openNs, stepNs) * stepNs;
    }

    /// Nearer to the next session than to this one.
    private boolean isBehind(long ns) {
      long closeNs = hours.closesNs(session);
      return ns >= closeNs + (hours.opensNs(session + 1) - closeNs) / 2;
    }

    Bars end() {
      return new Bars(
          bars.instrument(),
          stepNs,
          Arrays.copyOf(startNs, length),
          Arrays.copyOf(openRaw, length),
          Arrays.copyOf(highRaw, length),
          Arrays.copyOf(lowRaw, length),
          Arrays.copyOf(closeRaw, length),
          Arrays.copyOf(volumeRaw, length));
    }
  }
}
