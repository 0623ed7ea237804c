package headroom.sim.trace;

import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Observer.Need;
import headroom.core.engine.Refusal;
import headroom.core.engine.Spared;

/// What those saw who asked for capacity and did not get it at once. An order counts once for each
/// look at it.
///
/// Not thread safe; owned by one run.
public final class Sights {
  private long refusals;
  private long wouldFit;
  private long allProtectedByDistance;
  private long looked;
  private long withinProtection;
  private long withinWindow;

  Sights() {}

  /// Tells the tolerance under which an order rests.
  @FunctionalInterface
  interface Reach {
    /// In parts per million of the limit; −1 if it cannot be told.
    int entryPpm(String order);
  }

  void saw(Look look, int protectPpm, Reach reach) {
    if (look.refusal() != null) {
      refusals++;
      wouldFit += fitsWithoutOrders(look) ? 1 : 0;
      allProtectedByDistance += isAllProtectedByDistance(look) ? 1 : 0;
    }
    for (Candidate order : look.orders()) {
      Spared spared = order.spared();
      boolean isEntry = spared != Spared.EXIT && spared != Spared.NOT_OWNED;
      int entryPpm = isEntry ? reach.entryPpm(order.order()) : -1;
      if (entryPpm >= 0 && order.distancePpm() >= 0) {
        looked++;
        if (order.distancePpm() <= protectPpm) {
          withinProtection++;
        } else if (order.distancePpm() <= entryPpm) {
          withinWindow++;
        }
      }
    }
  }

  private static boolean fitsWithoutOrders(Look look) {
    boolean fits = !look.needs().isEmpty();
    for (Need need : look.needs()) {
      Long free = need.freeRaw();
      fits &= free != null && need.needRaw() - free <= need.used().ordersRaw();
    }
    return fits;
  }

  private static boolean isAllProtectedByDistance(Look look) {
    boolean all = look.refusal() == Refusal.ALL_PROTECTED;
    for (Candidate order : look.orders()) {
      all &=
          switch (order.spared()) {
            case NO_QUOTE, PROTECTED_FILLED, PROTECTED_AGE -> false;
            case null, default -> true;
          };
    }
    return all;
  }

  /// How often an entry was refused for lack of capacity, each reason once per blocked episode.
  public long refusals() {
    return refusals;
  }

  /// In how many of them all would have fitted if every open entry order had given back what it
  /// held.
  public long wouldFit() {
    return wouldFit;
  }

  /// In how many of them every order that could have been taken was too near its limit.
  public long allProtectedByDistance() {
    return allProtectedByDistance;
  }

  /// The entry orders that rested before them.
  public long looked() {
    return looked;
  }

  /// Those within protection by distance.
  public long withinProtection() {
    return withinProtection;
  }

  /// Those further than protection and within their entry tolerance.
  public long withinWindow() {
    return withinWindow;
  }
}
