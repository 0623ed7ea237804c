package headroom.core.calendar;

import java.util.Arrays;

/// The core sessions of the exchange as numbers, made elsewhere from rules and dated exceptions.
///
/// A session is `[open, close)`: the open belongs to it, the close does not.
///
/// **Invariant:** sessions are in order, do not overlap, and lie inside the time covered.
///
/// Immutable.
public final class TradingHours {

  private final long fromNs;
  private final long toNs;
  private final long[] opensNs;
  private final long[] closesNs;
  private final int[] dates;

  /// @param fromNs the first instant that this calendar knows about
  /// @param toNs the first instant that it no longer knows about
  /// @param opensNs when each session opens, in nanoseconds since 1970 UTC
  /// @param closesNs when each session closes
  /// @param dates the exchange's date of each session, as `yyyymmdd`
  public TradingHours(long fromNs, long toNs, long[] opensNs, long[] closesNs, int[] dates) {
    this.fromNs = fromNs;
    this.toNs = toNs;
    this.opensNs = opensNs.clone();
    this.closesNs = closesNs.clone();
    this.dates = dates.clone();
    if (opensNs.length != closesNs.length || opensNs.length != dates.length) {
      throw new IllegalArgumentException(
          "opens, closes and dates must be equally many, was %s, %s and %s"
              .formatted(opensNs.length, closesNs.length, dates.length));
    }
    for (int i = 0; i < opensNs.length; i++) {
      long least = i == 0 ? fromNs : closesNs[i - 1];
      if (opensNs[i] < least || closesNs[i] <= opensNs[i] || closesNs[i] > toNs) {
        throw new IllegalArgumentException(
            "session " + dates[i] + " must follow the one before and close after its open");
      }
    }
  }

  /// Whether this calendar knows about an instant. Asking about another one is an error, never a
  /// guess.
  public boolean covers(long timeNs) {
    return timeNs >= fromNs && timeNs < toNs;
  }

  /// The first instant that this calendar knows about, in nanoseconds since 1970 UTC.
  public long fromNs() {
    return fromNs;
  }

  /// The first instant that it no longer knows about.
  public long toNs() {
    return toNs;
  }

  public boolean isOpen(long timeNs) {
    int session = sessionAt(timeNs);
    return session >= 0 && timeNs < closesNs[session];
  }

  public Regime regime(long timeNs) {
    return isOpen(timeNs) ? Regime.REGULAR : Regime.OUT_OF_HOURS;
  }

  /// The last session that opened at `timeNs` or before; −1 if none did.
  ///
  /// @throws IllegalArgumentException if `timeNs` is not covered
  public int sessionAt(long timeNs) {
    if (!covers(timeNs)) {
      throw new IllegalArgumentException(
          "time must be within the calendar, %s to %s, was %s".formatted(fromNs, toNs, timeNs));
    }
    int found = Arrays.binarySearch(opensNs, timeNs);
    return found >= 0 ? found : -found - 2;
  }

  public int sessions() {
    return opensNs.length;
  }

  public long opensNs(int session) {
    return opensNs[session];
  }

  public long closesNs(int session) {
    return closesNs[session];
  }

  /// The exchange's date of a session as `yyyymmdd`.
  public int date(int session) {
    return dates[session];
  }

  /// The next open or close strictly after `timeNs`; `Long.MAX_VALUE` beyond the last session.
  public long nextChangeNs(long timeNs) {
    int session = sessionAt(timeNs);
    if (session >= 0 && timeNs < closesNs[session]) {
      return closesNs[session];
    }
    return session + 1 < opensNs.length ? opensNs[session + 1] : Long.MAX_VALUE;
  }
}
