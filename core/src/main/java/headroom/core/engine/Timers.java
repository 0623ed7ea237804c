package headroom.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// What falls due by itself.
///
/// All that is due together is applied in the order of [Kind], and within a kind in the order in
/// which it was asked for. A timer that finds nothing left to do says so, and then nothing is
/// decided because of it.
///
/// Not thread safe; owned by the engine.
final class Timers {
  /// What a timer is for, in the order of application.
  enum Kind {
    SESSION,
    EXPIRY,
    HOLD,
    FORECAST,
    ANSWER,
    PAUSE
  }

  /// @param number counts the timers; the earlier asked for comes first
  /// @param effect applies it; whether there was anything to do
  private record Timer(long timeNs, Kind kind, long number, BooleanSupplier effect) {}

  private static final Comparator<Timer> BY_TIME =
      Comparator.comparingLong(Timer::timeNs).thenComparingLong(Timer::number);
  private static final Comparator<Timer> BY_KIND =
      Comparator.comparing(Timer::kind).thenComparingLong(Timer::number);

  private final PriorityQueue<Timer> queue = new PriorityQueue<>(BY_TIME);
  private long asked;

  /// Asks to be woken. A time that never comes is not kept.
  void at(long timeNs, Kind kind, BooleanSupplier effect) {
    if (timeNs != Long.MAX_VALUE) {
      asked++;
      queue.add(new Timer(timeNs, kind, asked, effect));
    }
  }

  /// When the next one is due; `Long.MAX_VALUE` if none is.
  long nextNs() {
    Timer next = queue.peek();
    return next == null ? Long.MAX_VALUE : next.timeNs();
  }

  /// Applies all that is due; whether any of it had an effect.
  boolean wake(long nowNs) {
    List<Timer> due = new ArrayList<>();
    while (nextNs() <= nowNs) {
      due.add(queue.remove());
    }
    due.sort(BY_KIND);
    boolean effective = false;
    for (Timer timer : due) {
      effective |= timer.effect().getAsBoolean();
    }
    return effective;
  }
}
