package headroom.bench.naive;

import headroom.core.engine.Cause.ExitReason;
import org.jspecify.annotations.Nullable;

/// A position that one intent opened.
final class Holding {
  final Want want;

  /// When it is to be closed at market; `Long.MAX_VALUE` if never.
  final long dueNs;

  final ExitReason reasonWhenDue;
  long openRaw;
  int exits;
  long retryFromNs = Long.MIN_VALUE;
  @Nullable Order exit;
  @Nullable ExitReason closing;

  Holding(Want want, long dueNs, ExitReason reasonWhenDue) {
    this.want = want;
    this.dueNs = dueNs;
    this.reasonWhenDue = reasonWhenDue;
  }
}
