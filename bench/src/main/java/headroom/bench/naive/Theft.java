package headroom.bench.naive;

import java.util.ArrayList;
import java.util.List;

/// Cancels under way for one thief.
final class Theft {
  final Want thief;
  final List<Order> pending = new ArrayList<>();
  long[] earmark;

  Theft(Want thief, long[] earmark) {
    this.thief = thief;
    this.earmark = earmark;
  }
}
