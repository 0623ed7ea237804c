package headroom.data.trail;

import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer;
import headroom.core.engine.Refusal;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import org.jspecify.annotations.Nullable;

/// Something that an engine was told of an intent, thought of it, or did about it.
///
/// Prices are not among them: only what was made of them.
public sealed interface Decision {
  /// When, in nanoseconds since 1970 UTC.
  long timeNs();

  /// An intent appeared.
  record Appeared(long timeNs, Intent intent) implements Decision {}

  /// Something was heard that is no price and no answer of the venue.
  record Told(long timeNs, Event event) implements Decision {}

  /// The venue said something about an order.
  record Answered(long timeNs, Event.OrderEvent answer) implements Decision {}

  /// An intent has no order for a reason other than capacity.
  ///
  /// @param distancePpm how far the market was from its limit; −1 if unknown
  /// @param entryPpm the entry tolerance in force
  record Waits(long timeNs, IntentId intent, Refusal reason, int distancePpm, int entryPpm)
      implements Decision {}

  /// A ready intent was refused, for a reason that was new in its blocked episode.
  record Refused(Observer.Look look) implements Decision {
    @Override
    public long timeNs() {
      return look.timeNs();
    }
  }

  /// Victims were chosen.
  record Stole(Observer.Look look) implements Decision {
    @Override
    public long timeNs() {
      return look.timeNs();
    }
  }

  /// A command was given.
  record Sent(long timeNs, Command command) implements Decision {}

  /// A steal ended without its thief being placed.
  record Aborted(long timeNs, IntentId thief, String reason) implements Decision {}

  /// How near an intent came to being ready while it had no order.
  ///
  /// @param distancePpm how far the market was from its limit then
  /// @param entryPpm the entry tolerance in force then
  /// @param nearestNs when that was
  record Nearest(long timeNs, IntentId intent, int distancePpm, int entryPpm, long nearestNs)
      implements Decision {}

  /// An intent is over.
  record Ended(long timeNs, IntentId intent, IntentState state, @Nullable String reason)
      implements Decision {}
}
