package headroom.core.engine;

import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;

/// The session of the exchange at the time of the present input.
///
/// Not thread safe; owned by the engine.
final class Session {
  private final TradingHours hours;
  private int number = -1;
  private boolean open;
  private long validFromNs = Long.MAX_VALUE;
  private long validToNs = Long.MIN_VALUE;

  Session(TradingHours hours) {
    this.hours = hours;
  }

  /// Moves to the time of an input.
  ///
  /// @return whether the session may be another one than before
  boolean advance(long nowNs) {
    if (nowNs >= validFromNs && nowNs < validToNs) {
      return false;
    }
    number = hours.sessionAt(nowNs);
    open = hours.isOpen(nowNs);
    validFromNs = nowNs;
    validToNs = hours.nextChangeNs(nowNs);
    return true;
  }

  boolean isOpen() {
    return open;
  }

  Regime regime() {
    return open ? Regime.REGULAR : Regime.OUT_OF_HOURS;
  }

  /// When the last session that has opened did so; `Long.MAX_VALUE` before the first.
  long opensNs() {
    return number < 0 ? Long.MAX_VALUE : hours.opensNs(number);
  }

  /// When the last session that has opened closes or closed; `Long.MIN_VALUE` before the first.
  long closesNs() {
    return number < 0 ? Long.MIN_VALUE : hours.closesNs(number);
  }

  /// When the session `days` after the last one that has opened closes; `Long.MAX_VALUE` beyond the
  /// calendar.
  long closesNs(int days) {
    int later = Math.max(number, 0) + days;
    return later < hours.sessions() ? hours.closesNs(later) : Long.MAX_VALUE;
  }

  /// The next open or close.
  long nextChangeNs() {
    return validToNs;
  }
}
