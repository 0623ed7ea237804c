package headroom.core.calendar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The core sessions of the exchange as numbers, made elsewhere from rules and dated exceptions.
///
/// A session is `[open, close)`: the open belongs to it, the close does not.
///
/// Where stocks are traded before and after the core session too, each session has an extended one
/// around it; see [#extended].
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
  private final @Nullable TradingHours extended;

  /// @param fromNs the first instant that this calendar knows about
  /// @param toNs the first instant that it no longer knows about
  /// @param opensNs when each session opens, in nanoseconds since 1970 UTC
  /// @param closesNs when each session closes
  /// @param dates the exchange's date of each session, as `yyyymmdd`
  public TradingHours(long fromNs, long toNs, long[] opensNs, long[] closesNs, int[] dates) {
    this(fromNs, toNs, opensNs, closesNs, dates, null);
  }

  private TradingHours(
      long fromNs,
      long toNs,
      long[] opensNs,
      long[] closesNs,
      int[] dates,
      @Nullable TradingHours extended) {
    this.fromNs = fromNs;
    this.toNs = toNs;
    this.opensNs = opensNs.clone();
    this.closesNs = closesNs.clone();
    this.dates = dates.clone();
    this.extended = extended;
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

  /// The same sessions, and around each an extended one.
  ///
  /// @param extendedOpensNs when trading begins before each session, not after its open
  /// @param extendedClosesNs when trading after it ends, not before its close
  public TradingHours withExtended(long[] extendedOpensNs, long[] extendedClosesNs) {
    TradingHours around = new TradingHours(fromNs, toNs, extendedOpensNs, extendedClosesNs, dates);
    for (int i = 0; i < dates.length; i++) {
      if (extendedOpensNs[i] > opensNs[i] || extendedClosesNs[i] < closesNs[i]) {
        throw new IllegalArgumentException(
            "extended session of %s must hold the core session %s to %s, was %s to %s"
                .formatted(
                    dates[i], opensNs[i], closesNs[i], extendedOpensNs[i], extendedClosesNs[i]));
      }
    }
    return new TradingHours(fromNs, toNs, opensNs, closesNs, dates, around);
  }

  /// These sessions with nothing around them.
  public TradingHours core() {
    return extended == null ? this : new TradingHours(fromNs, toNs, opensNs, closesNs, dates);
  }

  /// Whether stocks are traded outside of these sessions.
  public boolean isExtended() {
    return extended != null;
  }

  /// The sessions with what is traded before and after them, under the same numbers; these sessions
  /// themselves if nothing is.
  public TradingHours extended() {
    return extended == null ? this : extended;
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
