package headroom.sim.path;

import headroom.core.calendar.TradingHours;

/// Whose prices those of a stock are as time goes by: everybody's in the core session, before and
/// after it those of orders and intents that may trade then.
///
/// Not thread safe; owned by one run.
public final class Trading {
  private final TradingHours hours;
  private boolean open;
  private long closesNs = Long.MIN_VALUE;
  private long changesNs = Long.MIN_VALUE;

  public Trading(TradingHours hours) {
    this.hours = hours;
  }

  /// Moves to a time, not before the last one.
  public void advance(long timeNs) {
    if (timeNs >= changesNs) {
      int session = hours.sessionAt(timeNs);
      open = hours.isOpen(timeNs);
      closesNs = session < 0 ? Long.MIN_VALUE : hours.closesNs(session);
      changesNs = hours.nextChangeNs(timeNs);
    }
  }

  /// Whether the prices of stocks concern nobody but those who may trade outside of the core
  /// session.
  public boolean isOutside() {
    return !open && hours.isExtended();
  }

  /// Whether a time that lies in the present bar of a stock is outside of the core session.
  ///
  /// @param timeNs not before the present
  public boolean isOutsideAt(long timeNs) {
    return hours.isExtended() && (!open || timeNs >= closesNs);
  }

  /// Whether stocks are traded outside of the core session at all.
  public boolean isExtended() {
    return hours.isExtended();
  }
}
