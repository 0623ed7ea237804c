package headroom.core.engine;

import java.util.ArrayList;
import java.util.List;

/// What has changed since the last settlement, so that only those are looked at again whose verdict
/// may rest on it. It is a matter of speed alone: whoever is in doubt says that everything changed.
///
/// Not thread safe; owned by the engine.
final class Changes {
  private final List<Watch> touched = new ArrayList<>();
  private final List<Moved> moved = new ArrayList<>();
  private boolean everybody = true;
  private boolean everyVerdict = true;

  /// An order whose worth to its holder has changed by a price.
  private record Moved(int priority, long before, long after) {}

  /// The price of its instrument, and nothing else about this intent.
  void priced(Watch watch) {
    if (!watch.touched) {
      watch.touched = true;
      touched.add(watch);
    }
  }

  /// Something about this intent alone.
  void touch(Watch watch) {
    watch.changed = true;
    if (!watch.touched) {
      watch.touched = true;
      touched.add(watch);
    }
  }

  /// Capacity, or an order that could be a victim.
  void everyVerdict() {
    everyVerdict = true;
  }

  /// Time, a session, or anything else that may concern all.
  void everybody() {
    everybody = true;
    everyVerdict = true;
  }

  /// The worth of an intent that holds capacity has changed, and nothing else about it.
  void moved(Watch holder, long before) {
    if (before != holder.worth) {
      moved.add(new Moved(holder.priority, before, holder.worth));
    }
  }

  /// Those that are to be looked at, in no order; more may be added meanwhile.
  List<Watch> touched(List<Watch> live) {
    if (everybody) {
      everybody = false;
      live.forEach(this::touch);
    }
    return touched;
  }

  /// Whether anything is still to be looked at.
  boolean any() {
    return everyVerdict || !touched.isEmpty();
  }

  boolean concernsEveryVerdict() {
    return everyVerdict;
  }

  /// Whether an order that has moved was within a thief's reach before and is not now, or the other
  /// way round.
  boolean concerns(Watch thief) {
    // In a dry run one who would steal has neither a verdict nor an order.
    if (moved.isEmpty() || (thief.verdict != null && !thief.verdict.restsOnOrders())) {
      return false;
    }
    for (Moved one : moved) {
      boolean flips = (thief.worth > one.before()) != (thief.worth > one.after());
      if (flips && thief.priority == one.priority()) {
        return true;
      }
    }
    return false;
  }

  /// All was looked at.
  ///
  /// @param served whether somebody was: those looked at before have not seen that yet
  void settled(long nowNs, boolean served) {
    int kept = 0;
    for (int i = 0; i < touched.size(); i++) {
      Watch watch = touched.get(i);
      // What was said of an aborted steal stands for this instant only.
      watch.touched = watch.verdictNs == nowNs;
      watch.changed = watch.touched;
      if (watch.touched) {
        touched.set(kept, watch);
        kept++;
      }
    }
    touched.subList(kept, touched.size()).clear();
    moved.clear();
    everyVerdict = served;
  }
}
