package headroom.data.check;

import headroom.core.num.Fixed;
import headroom.data.check.Finding.Kind;

/// Times that are all too late or too early.
///
/// @param byNs by how much; positive for too late, 0 if nobody knows
/// @param why what tells, as a clause
record Shift(long byNs, String why) {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long MINUTE_NS = 60_000_000_000L;

  /// One bar too late is what comes of times at the close, or just before it.
  Kind kind(long stepNs) {
    return byNs != 0 && Math.abs(stepNs - byNs) <= SECOND_NS
        ? Kind.BAR_CLOSE_STAMPS
        : Kind.SHIFTED_TIMES;
  }

  /// `times must be UTC, were perhaps 300 minutes too early: …`.
  String message(long stepNs) {
    if (byNs == 0) {
      return "times must be UTC, were perhaps local: " + why;
    }
    String late = byNs > 0 ? "late" : "early";
    return kind(stepNs) == Kind.BAR_CLOSE_STAMPS
        ? "times must be those of the open of each bar, were perhaps those of its close: " + why
        : "times must be UTC, were perhaps %s minutes too %s: %s"
            .formatted(Fixed.text(minutes()), late, why);
  }

  /// In billionths of a minute.
  private long minutes() {
    return Math.abs(byNs) / (MINUTE_NS / Fixed.ONE);
  }
}
