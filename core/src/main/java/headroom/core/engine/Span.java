package headroom.core.engine;

import headroom.core.calendar.TradingHours;

/// The session of one kind, core or extended, at the time of the present input.
///
/// Not thread safe; owned by the engine.
final class Span {
  private final TradingHours hours;
  private int number = -1;
  private boolean open;

  Span(TradingHours hours) {
    this.hours = hours;
  }

  /// Moves to a time.
  ///
  /// @return when this session is another one next
  long advance(long nowNs) {
    number = hours.sessionAt(nowNs);
    open = hours.isOpen(nowNs);
    return hours.nextChangeNs(nowNs);
  }

  boolean isOpen() {
    return open;
  }

  /// From when on the price of a stock must have come to be one of this session; `Long.MAX_VALUE`
  /// while it is closed.
  long pricedFromNs() {
    return open ? hours.opensNs(number) : Long.MAX_VALUE;
  }

  /// When the last session that has opened closes or closed; `Long.MIN_VALUE` before the first.
  long closesNs() {
    return number < 0 ? Long.MIN_VALUE : hours.closesNs(number);
  }

  /// When an order of the day that is sent now ends: with this session, or the next one if it is
  /// closed; `Long.MAX_VALUE` beyond the calendar.
  long dayEndsNs() {
    int day = open ? number : Math.max(number, 0) + 1;
    return day < hours.sessions() ? hours.closesNs(day) : Long.MAX_VALUE;
  }

  /// The number of the last session that has opened; −1 before the first.
  int number() {
    return number;
  }
}
