package headroom.core.engine;

import headroom.core.engine.Cause.ExitReason;
import headroom.core.market.Instrument;
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

  /// A working order that reduces it for the night, beside its exit.
  @Nullable Working reduction;

  /// How much of it is being reduced, or is to be, in billionths: its exit leaves that alone.
  long reducingRaw;

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

  /// What its exit is for: what the venue keeps of coins may leave less than a step over.
  long keepsRaw() {
    Instrument instrument = watch.market.instrument;
    long left = Math.max(0, openRaw - reducingRaw);
    return instrument.isCrypto() ? instrument.quantityOnStepRaw(left) : left;
  }

  boolean isOpen() {
    return openRaw > 0;
  }
}
