package headroom.sim.path;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import java.math.BigInteger;

/// The path of one instrument's price, and a place on it that moves forward.
///
/// A bar becomes four knots: its open at its start, one extreme after a third of its length, the
/// other after two thirds, its close in its last nanosecond; between them the price moves in
/// straight lines. From the close to the next open it jumps. Outside bars there is no path.
///
/// Not thread safe; owned by one run.
public final class Track {
  static final int KNOTS = 4;

  final Bars bars;
  final MinMaxIndex index;
  final Extremes extremes;
  private final TradingHours hours;
  final long[] knotNs = new long[KNOTS];
  final long[] knotRaw = new long[KNOTS];

  /// How many bars there are: asked for too often to be asked of them.
  final int count;

  private final long stepNs;
  private final boolean isStock;

  // The session that was asked for last.
  private long opensNs = Long.MAX_VALUE;
  private long closesNs = Long.MIN_VALUE;

  private final Ahead ahead = new Ahead(this);

  int bar = -1;
  int segment;
  long nowNs = Long.MIN_VALUE;

  /// Until when the present line, or the wait for the first knot, lasts; `Long.MAX_VALUE` after the
  /// last bar.
  private long lastsToNs = Long.MIN_VALUE;

  // Of the present bar.
  private long lowRaw;
  private long highRaw;

  /// @param bars of a stock only such that begin in a session
  /// @param index of these bars
  /// @param extremes asked about a bar once the one before is over
  /// @param hours a bar that crosses the close ends there, that of the extended session if there is
  ///   one
  public Track(Bars bars, MinMaxIndex index, Extremes extremes, TradingHours hours) {
    this.bars = bars;
    this.index = index;
    this.extremes = extremes;
    this.hours = hours.extended();
    this.count = bars.length();
    this.stepNs = bars.stepNs();
    this.isStock = bars.instrument().isStock();
    load(0);
  }

  public Instrument instrument() {
    return bars.instrument();
  }

  private void load(int next) {
    bar = next;
    segment = 0;
    if (isOver()) {
      lastsToNs = Long.MAX_VALUE;
      return;
    }
    long start = bars.startNs(bar);
    long length = lengthNs(start);
    boolean highFirst = extremes.isHighFirst(bars, bar);
    knotNs[0] = start;
    knotNs[1] = start + length / 3;
    knotNs[2] = start + 2 * length / 3;
    knotNs[3] = start + length - 1;
    lowRaw = bars.lowRaw(bar);
    highRaw = bars.highRaw(bar);
    knotRaw[0] = bars.openRaw(bar);
    knotRaw[1] = highFirst ? highRaw : lowRaw;
    knotRaw[2] = highFirst ? lowRaw : highRaw;
    knotRaw[3] = bars.closeRaw(bar);
    lastsToNs = knotNs[1];
  }

  /// How long a bar is; one that crosses the close ends there.
  long lengthNs(long startNs) {
    if (!isStock) {
      return stepNs;
    }
    if (startNs < opensNs || startNs >= closesNs) {
      int session = hours.sessionAt(startNs);
      opensNs = hours.opensNs(session);
      closesNs = hours.closesNs(session);
    }
    return Math.min(stepNs, closesNs - startNs);
  }

  /// Whether the last bar is behind.
  public boolean isOver() {
    return bar >= count;
  }

  /// Moves to a time, not before the last one.
  public void advance(long timeNs) {
    nowNs = timeNs;
    if (timeNs < lastsToNs) {
      return;
    }
    if (!isOver() && timeNs > knotNs[KNOTS - 1]) {
      load(bar + 1);
      if (!isOver() && timeNs > knotNs[KNOTS - 1]) {
        // The last bar that starts by then, or the next one if that is over too.
        load(bars.firstFrom(timeNs + 1) - 1);
        if (timeNs > knotNs[KNOTS - 1]) {
          load(bar + 1);
        }
      }
    }
    while (!isOver() && segment < KNOTS - 2 && timeNs >= knotNs[segment + 1]) {
      segment++;
      lastsToNs = knotNs[segment + 1];
    }
  }

  /// Moves to a time within the first bar that starts at it or later, leaving out what is before.
  public void seek(long timeNs) {
    load(bars.firstFrom(timeNs));
  }

  /// Whether there is a price at the present time.
  public boolean hasPath() {
    return !isOver() && nowNs >= knotNs[0];
  }

  /// Whether the present time is the open of a bar.
  public boolean isOpening() {
    return !isOver() && nowNs == knotNs[0];
  }

  /// Whether the present time is a knot.
  public boolean isKnot() {
    return hasPath() && (nowNs == knotNs[segment] || nowNs == knotNs[segment + 1]);
  }

  /// The next knot after the present time; `Long.MAX_VALUE` after the last.
  public long nextKnotNs() {
    if (isOver()) {
      return Long.MAX_VALUE;
    }
    if (nowNs < knotNs[0]) {
      return knotNs[0];
    }
    if (nowNs < knotNs[segment + 1]) {
      return knotNs[segment + 1];
    }
    return bar + 1 < count ? bars.startNs(bar + 1) : Long.MAX_VALUE;
  }

  /// The close of the last bar that is over, if the next one has not begun and there was one.
  public long closedRaw() {
    return bars.closeRaw(bar - 1);
  }

  /// What lies ahead.
  public Ahead ahead() {
    return ahead;
  }

  /// How long a bar is.
  public long stepNs() {
    return bars.stepNs();
  }

  /// When the last bar ends: the first instant that it no longer covers.
  public long endNs() {
    int last = count - 1;
    return last < 0 ? Long.MIN_VALUE : bars.startNs(last) + bars.stepNs();
  }

  /// The price at the present time, in billionths, half to even.
  public long priceRaw() {
    long from = knotRaw[segment];
    long to = knotRaw[segment + 1];
    long start = knotNs[segment];
    long end = knotNs[segment + 1];
    if (nowNs == end || from == to) {
      return to;
    }
    if (nowNs == start) {
      return from;
    }
    return Exact.halfEven(
        from, to > from ? 1 : -1, Math.abs(to - from), nowNs - start, end - start);
  }

  /// The numerator of the price at the present time, exactly; the denominator is
  /// [#exactDenominator].
  public BigInteger exactNumerator() {
    BigInteger from = BigInteger.valueOf(knotRaw[segment]);
    BigInteger change = BigInteger.valueOf(knotRaw[segment + 1] - knotRaw[segment]);
    return from.multiply(exactDenominator())
        .add(change.multiply(BigInteger.valueOf(nowNs - knotNs[segment])));
  }

  public BigInteger exactDenominator() {
    return BigInteger.valueOf(Math.max(1, knotNs[segment + 1] - knotNs[segment]));
  }

  /// Whether the exact price at the present time is at a level or beyond it.
  ///
  /// @param below whether beyond means below
  public boolean isBeyond(long levelRaw, boolean below) {
    int compared =
        exactNumerator().compareTo(BigInteger.valueOf(levelRaw).multiply(exactDenominator()));
    return below ? compared <= 0 : compared >= 0;
  }

  /// The price that a straight line comes from at present.
  public long fromRaw() {
    return knotRaw[segment];
  }

  /// The price that it goes to.
  public long toRaw() {
    return knotRaw[segment + 1];
  }

  /// When the present straight line ends.
  public long segmentEndNs() {
    return knotNs[segment + 1];
  }

  /// When the present straight line passes a level that lies between its ends: the first whole
  /// nanosecond at which it has.
  public long crossingNs(long levelRaw) {
    return crossingNs(segment, levelRaw);
  }

  private long crossingNs(int line, long levelRaw) {
    long from = knotRaw[line];
    long way = Math.abs(knotRaw[line + 1] - from);
    return knotNs[line]
        + Exact.ceiling(Math.abs(levelRaw - from), knotNs[line + 1] - knotNs[line], way);
  }

  /// When the rest of the present bar first moves to a level or beyond it, not before the present
  /// time; `Long.MAX_VALUE` if it does not.
  ///
  /// @param below whether beyond means below
  public long reachesNs(long levelRaw, boolean below) {
    if (isOver()) {
      return Long.MAX_VALUE;
    }
    boolean never = below ? lowRaw > levelRaw : highRaw < levelRaw;
    if (never) {
      return Long.MAX_VALUE;
    }
    for (int line = segment; line < KNOTS - 1; line++) {
      long to = knotRaw[line + 1];
      boolean reached = below ? to <= levelRaw : to >= levelRaw;
      if (!reached) {
        continue;
      }
      long from = knotRaw[line];
      boolean already = below ? from <= levelRaw : from >= levelRaw;
      long timeNs = already ? knotNs[line] : crossingNs(line, levelRaw);
      return Math.max(timeNs, nowNs);
    }
    return Long.MAX_VALUE;
  }

  /// The open of the present bar.
  public long openRaw() {
    return knotRaw[0];
  }

  /// When the present bar starts, or the next one if there is none at present.
  public long barStartNs() {
    return knotNs[0];
  }

  /// The first instant after the present bar.
  public long barEndNs() {
    return knotNs[KNOTS - 1] + 1;
  }

  /// What was traded in the present bar, in billionths of a unit.
  public long volumeRaw() {
    return bars.volumeRaw(bar);
  }

  /// The lowest price of the present bar.
  public long lowRaw() {
    return lowRaw;
  }

  /// The highest price of the present bar.
  public long highRaw() {
    return highRaw;
  }
}
