package headroom.core.chaos;

import java.util.ArrayList;
import java.util.List;

/// A steal as far as it was asked for and told.
final class ToldSteal {
  final ToldIntent thief;
  final long startNs;
  long[] earmark;
  final List<ToldOrder> pending = new ArrayList<>();
  long releasedNs = Long.MIN_VALUE;
  int refusals;
  long againFromNs = Long.MIN_VALUE;

  ToldSteal(ToldIntent thief, long startNs, long[] earmark) {
    this.thief = thief;
    this.startNs = startNs;
    this.earmark = earmark;
  }

  /// Whether its thief still waits.
  boolean waits() {
    return thief.steal == this;
  }

  @Override
  public String toString() {
    return "of " + pending + " for " + thief;
  }
}
