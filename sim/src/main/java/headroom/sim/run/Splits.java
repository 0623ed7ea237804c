package headroom.sim.run;

import headroom.core.market.InstrumentId;
import headroom.sim.account.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The splits of a run in the order in which they happen, before all else of their instant: what is
/// priced then is priced in new shares.
///
/// Not thread safe; owned by one run.
final class Splits {
  private static final Comparator<Split> IN_ORDER =
      Comparator.comparingLong(Split::timeNs).thenComparing(Split::instrument);

  private final List<Split> inOrder;
  private int next;

  /// @param all those outside of the period or of other instruments are left out
  Splits(List<Split> all, Period period, Collection<InstrumentId> instruments) {
    this.inOrder =
        all.stream()
            .filter(one -> one.timeNs() >= period.fromNs() && one.timeNs() < period.toNs())
            .filter(one -> instruments.contains(one.instrument()))
            .sorted(IN_ORDER)
            .toList();
  }

  /// When the next one is; `Long.MAX_VALUE` if there is none any more.
  long nextNs() {
    return next < inOrder.size() ? inOrder.get(next).timeNs() : Long.MAX_VALUE;
  }

  /// Those that are now; once.
  List<Split> due(long nowNs) {
    List<Split> due = new ArrayList<>();
    while (nextNs() <= nowNs) {
      due.add(inOrder.get(next));
      next++;
    }
    return due;
  }
}
