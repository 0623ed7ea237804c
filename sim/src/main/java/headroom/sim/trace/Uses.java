package headroom.sim.trace;

import headroom.core.capacity.CapacityBook;
import headroom.core.num.Fixed;
import headroom.core.num.Money;

/// What was used of one constraint, on average over each slot of time, in the account currency or
/// whatever the constraint counts.
///
/// Not thread safe; owned by one run.
public final class Uses {
  private final String name;
  private final Slots slots;
  private final double[] limit;
  private final double[] positions;
  private final double[] orders;
  private final double[] promised;
  private final double[] others;
  private final long[] knownNs;
  private double peakShare;

  Uses(String name, Slots slots) {
    this.name = name;
    this.slots = slots;
    this.limit = new double[slots.count()];
    this.positions = new double[slots.count()];
    this.orders = new double[slots.count()];
    this.promised = new double[slots.count()];
    this.others = new double[slots.count()];
    this.knownNs = new long[slots.count()];
  }

  void stood(long fromNs, long toNs, CapacityBook book, int constraint) {
    Money most = book.limit(constraint);
    if (most == null) {
      return;
    }
    double own = book.ordersRaw(constraint) + (double) book.positionsRaw(constraint);
    double foreign = book.usedRaw(constraint) - own;
    if (most.isPositive()) {
      double used = (double) book.usedRaw(constraint) + book.earmarkedRaw(constraint);
      peakShare = Math.max(peakShare, used / most.raw());
    }
    slots.cut(
        fromNs,
        toNs,
        (slot, durationNs) -> {
          limit[slot] += (double) most.raw() * durationNs;
          positions[slot] += (double) book.positionsRaw(constraint) * durationNs;
          orders[slot] += (double) book.ordersRaw(constraint) * durationNs;
          promised[slot] += (double) book.earmarkedRaw(constraint) * durationNs;
          others[slot] += foreign * durationNs;
          knownNs[slot] += durationNs;
        });
  }

  /// The word used in reports.
  public String name() {
    return name;
  }

  /// The largest share of its limit that was used or promised at any time.
  public double peakShare() {
    return peakShare;
  }

  /// All that there was; NaN where it was not known.
  public double[] limit() {
    return averages(limit);
  }

  public double[] positions() {
    return averages(positions);
  }

  public double[] orders() {
    return averages(orders);
  }

  /// What was kept for thieves whose victims were not over yet.
  public double[] promised() {
    return averages(promised);
  }

  /// Strangers in the account, and purchases that its figures did not show yet.
  public double[] others() {
    return averages(others);
  }

  private double[] averages(double[] sums) {
    double[] averages = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      averages[i] = knownNs[i] == 0 ? Double.NaN : sums[i] / knownNs[i] / Fixed.ONE;
    }
    return averages;
  }
}
