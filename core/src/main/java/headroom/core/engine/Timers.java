package headroom.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

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
    /// Of one intent or exit.
    PAUSE,
    /// From then on an order, an instrument or a pair takes part in steals again.
    SPARED,
    /// A guard against too many messages or trades lets go.
    GUARD;

    /// Says whose verdict the mere passing of its time may change.
    private void mark(Changes changes, @Nullable Watch watch) {
      switch (this) {
        // A question changes nothing, and exits are looked at after every input.
        case HOLD, ANSWER -> {}
        case EXPIRY, PAUSE -> {
          if (watch != null) {
            changes.touch(watch);
          }
        }
        case SPARED -> changes.everyVerdict();
        case SESSION, FORECAST, GUARD -> changes.everybody();
      }
    }
  }

  /// @param watch whom it is about; null if nobody in particular
  /// @param number counts the timers; the earlier asked for comes first
  /// @param effect applies it; whether there was anything to do
  private record Timer(
      long timeNs, Kind kind, @Nullable Watch watch, long number, BooleanSupplier effect) {}

  private static final Comparator<Timer> BY_TIME =
      Comparator.comparingLong(Timer::timeNs).thenComparingLong(Timer::number);
  private static final Comparator<Timer> BY_KIND =
      Comparator.comparing(Timer::kind).thenComparingLong(Timer::number);

  private final PriorityQueue<Timer> queue = new PriorityQueue<>(BY_TIME);
  private final Changes changes;

  /// Those whose time has come and that were not applied yet, earliest first.
  private List<Timer> due = new ArrayList<>();

  private long asked;

  Timers(Changes changes) {
    this.changes = changes;
  }

  /// Asks to be woken for nobody in particular. A time that never comes is not kept.
  void at(long timeNs, Kind kind, BooleanSupplier effect) {
    at(timeNs, kind, null, effect);
  }

  /// Asks to be woken. A time that never comes is not kept.
  ///
  /// @param watch whose pause or time is over then
  void at(long timeNs, Kind kind, @Nullable Watch watch, BooleanSupplier effect) {
    if (timeNs != Long.MAX_VALUE) {
      asked++;
      queue.add(new Timer(timeNs, kind, watch, asked, effect));
    }
  }

  /// When the next one is due; `Long.MAX_VALUE` if none is.
  long nextNs() {
    return due.isEmpty() ? nextInQueueNs() : due.getFirst().timeNs();
  }

  private long nextInQueueNs() {
    Timer next = queue.peek();
    return next == null ? Long.MAX_VALUE : next.timeNs();
  }

  /// Time has come to `nowNs`. Whoever rests on it is looked at again, even if the input is another
  /// one of the same instant that comes before the timers are applied.
  void advance(long nowNs) {
    while (nextInQueueNs() <= nowNs) {
      Timer timer = queue.remove();
      due.add(timer);
      timer.kind().mark(changes, timer.watch());
    }
  }

  /// Applies all that is due; whether any of it had an effect.
  boolean wake(long nowNs) {
    advance(nowNs);
    List<Timer> now = due;
    due = new ArrayList<>();
    now.sort(BY_KIND);
    boolean effective = false;
    for (Timer timer : now) {
      timer.kind().mark(changes, timer.watch());
      effective |= timer.effect().getAsBoolean();
    }
    return effective;
  }
}
