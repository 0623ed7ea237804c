package headroom.core.engine;

import headroom.core.engine.Cause.ExitReason;
import headroom.core.market.Side;
import org.jspecify.annotations.Nullable;

/// The position that one intent opened, and how it is closed.
///
/// Not thread safe; owned by the engine.
final class Lot {
  final Watch watch;

  /// What is held, in billionths.
  long openRaw;

  /// What it uses of each constraint.
  long[] usage;

  /// Its working exit.
  @Nullable Working exit;

  /// Why it is being closed at market; null while only the take-profit works.
  @Nullable ExitReason closing;

  /// How many exits it had.
  int exits;

  /// Until when no exit is tried again.
  long retryFromNs = Long.MIN_VALUE;

  /// Why no exit works; null if one does or none is planned.
  @Nullable String withoutExit;

  /// Whether the venue filled an exit that it had said was over: a later one may exceed what is
  /// left.
  boolean breached;

  Lot(Watch watch, long[] usage) {
    this.watch = watch;
    this.usage = usage;
  }

  /// The side that closes it.
  Side exitSide() {
    return watch.side().opposite();
  }

  boolean isOpen() {
    return openRaw > 0;
  }
}
