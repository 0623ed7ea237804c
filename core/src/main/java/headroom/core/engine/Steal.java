package headroom.core.engine;

import java.util.ArrayList;
import java.util.List;

/// Cancels under way for one thief, and what they have released.
///
/// Not thread safe; owned by the engine.
final class Steal {
  final Watch thief;

  /// What is promised to the thief, per constraint.
  long[] earmark;

  /// The victims whose end is not known yet.
  final List<Working> pending = new ArrayList<>();

  /// When the last cancel was confirmed; `Long.MIN_VALUE` before.
  long releasedNs = Long.MIN_VALUE;

  /// How often the venue refused the thief for lack of funds.
  int refusals;

  /// When the thief may be sent again after such a refusal; `Long.MAX_VALUE` if it was not refused.
  long againFromNs = Long.MAX_VALUE;

  Steal(Watch thief, long[] earmark) {
    this.thief = thief;
    this.earmark = earmark;
  }
}
