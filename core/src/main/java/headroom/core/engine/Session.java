package headroom.core.engine;

import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;
import headroom.core.intent.Intent;

/// The session of the exchange at the time of the present input.
///
/// Not thread safe; owned by the engine.
final class Session {
  private final TradingHours hours;
  private final Span core;

  /// That of intents which may trade before and after the core session; the same if nobody does.
  private final Span extended;

  private long validFromNs = Long.MAX_VALUE;
  private long validToNs = Long.MIN_VALUE;

  Session(TradingHours hours) {
    this.hours = hours;
    this.core = new Span(hours);
    this.extended = hours.isExtended() ? new Span(hours.extended()) : core;
  }

  /// Moves to the time of an input.
  ///
  /// @return whether the session may be another one than before
  boolean advance(long nowNs) {
    if (nowNs >= validFromNs && nowNs < validToNs) {
      return false;
    }
    validFromNs = nowNs;
    validToNs = core.advance(nowNs);
    if (extended != core) {
      validToNs = Math.min(validToNs, extended.advance(nowNs));
    }
    return true;
  }

  /// Whether the core session is open.
  boolean isOpen() {
    return core.isOpen();
  }

  /// Whether the extended session is open and the core session is not.
  boolean isOutside() {
    return extended.isOpen() && !core.isOpen();
  }

  Regime regime() {
    return core.isOpen() ? Regime.REGULAR : Regime.OUT_OF_HOURS;
  }

  Span core() {
    return core;
  }

  /// The session in which an intent for a stock may trade.
  Span of(Intent intent) {
    return of(intent.extendedHours());
  }

  Span of(boolean extendedHours) {
    return extendedHours ? extended : core;
  }

  /// Whether an intent for a stock is in another session than all others.
  boolean extendsFor(Intent intent) {
    return intent.extendedHours() && extended != core;
  }

  /// When the last core session that has opened closes or closed; `Long.MIN_VALUE` before the
  /// first.
  long closesNs() {
    return core.closesNs();
  }

  /// When the core session closes `days` after the last day on which an intent could trade;
  /// `Long.MAX_VALUE` beyond the calendar.
  long closesNs(Intent intent, int days) {
    int later = Math.max(of(intent).number(), 0) + days;
    return later < hours.sessions() ? hours.closesNs(later) : Long.MAX_VALUE;
  }

  /// The next open or close, of either kind.
  long nextChangeNs() {
    return validToNs;
  }
}
