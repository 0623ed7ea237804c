package headroom.core.capacity;

import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.num.Money;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is used of every constraint, by whom, and what is promised.
///
/// Amounts are vectors of billionths with one number per constraint, in the order of
/// [#constraints].
///
/// **Invariant:** what orders use is the sum of what was reserved for them and not released, and
/// likewise for positions and earmarks.
///
/// Not thread safe; owned by the engine.
public final class CapacityBook {

  private List<Constraint> constraints;
  private AccountRead account = AccountRead.UNKNOWN;
  private final @Nullable Money[] limits;
  private final long[] orders;
  private final long[] positions;
  private final long[] foreign;
  private final long[] earmarked;

  /// What was bought since the last fact, of constraints that count no positions: the fact still
  /// has the cash that is gone.
  private final long[] spent;

  public CapacityBook(List<Constraint> constraints) {
    this.constraints = List.copyOf(constraints);
    this.limits = new @Nullable Money[constraints.size()];
    this.orders = new long[constraints.size()];
    this.positions = new long[constraints.size()];
    this.foreign = new long[constraints.size()];
    this.earmarked = new long[constraints.size()];
    this.spent = new long[constraints.size()];
  }

  public List<Constraint> constraints() {
    return constraints;
  }

  /// The same constraints with other weights or limits: those of another time of the day. What
  /// orders, positions and promises use is to be worked out anew.
  ///
  /// @param others as many, in the same order
  public void become(List<Constraint> others) {
    if (others.size() != limits.length) {
      throw new IllegalArgumentException(
          "constraints must be %s, was %s".formatted(limits.length, others.size()));
    }
    constraints = List.copyOf(others);
    limit();
  }

  /// Takes over the limits, and what strangers use, from a fact.
  ///
  /// @return whether orders and positions use another part of what there is than before
  public boolean read(AccountRead fact) {
    boolean weighsOtherwise = !fact.requirements().equals(account.requirements());
    account = fact;
    Arrays.fill(spent, 0);
    limit();
    return weighsOtherwise;
  }

  private void limit() {
    for (int c = 0; c < limits.length; c++) {
      Constraint constraint = constraints.get(c);
      limits[c] = constraint.limitUnder(account);
      foreign[c] = 0;
      for (Stranger stranger : account.strangers()) {
        foreign[c] = Math.addExact(foreign[c], constraint.foreignUsageRaw(stranger));
      }
    }
  }

  /// What an order of this value uses of each constraint; nothing if it is worth nothing.
  ///
  /// @param hasPosition whether its intent already has a position
  public long[] orderUsage(Holder holder, long valueRaw, boolean hasPosition) {
    long[] usage = new long[limits.length];
    for (int c = 0; c < usage.length && valueRaw > 0; c++) {
      usage[c] = constraints.get(c).orderUsageRaw(holder, valueRaw, hasPosition);
    }
    require(usage, holder, valueRaw);
    return usage;
  }

  /// What a position of this value uses of each constraint; nothing if it is worth nothing.
  public long[] positionUsage(Holder holder, long valueRaw) {
    long[] usage = new long[limits.length];
    for (int c = 0; c < usage.length && valueRaw > 0; c++) {
      usage[c] = constraints.get(c).positionUsageRaw(holder, valueRaw);
    }
    require(usage, holder, valueRaw);
    return usage;
  }

  private void require(long[] usage, Holder holder, long valueRaw) {
    for (AccountRead.Requirement one : account.requirements()) {
      if (one.side() == holder.side() && one.instrument().equals(holder.instrument())) {
        for (int c = 0; c < usage.length; c++) {
          if (usage[c] > 0 && constraints.get(c) instanceof AccountConstraint broker) {
            usage[c] = broker.requiredRaw(usage[c], valueRaw, one.ppm());
          }
        }
      }
    }
  }

  /// Replaces what one order uses: all zero before it is placed and after its end.
  public void changeOrder(long[] before, long[] after) {
    change(orders, before, after);
  }

  /// An order traded: where a position is paid out of the limit, what it used stays used until the
  /// next fact says what is left.
  ///
  /// @param usage what the traded part used as an order
  public void spend(long[] usage) {
    for (int c = 0; c < spent.length; c++) {
      if (constraints.get(c).isPaidOutOf()) {
        spent[c] = Math.addExact(spent[c], usage[c]);
      }
    }
  }

  /// Replaces what one position uses.
  public void changePosition(long[] before, long[] after) {
    change(positions, before, after);
  }

  /// Replaces what is promised to one thief.
  public void changeEarmark(long[] before, long[] after) {
    change(earmarked, before, after);
  }

  private static void change(long[] total, long[] before, long[] after) {
    for (int c = 0; c < total.length; c++) {
      total[c] = Math.addExact(total[c], Math.subtractExact(after[c], before[c]));
      if (total[c] < 0) {
        throw new IllegalStateException("usage of constraint " + c + " fell below 0: " + total[c]);
      }
    }
  }

  public @Nullable Money limit(int constraint) {
    return limits[constraint];
  }

  /// What orders, positions, strangers and purchases since the last fact use of a constraint, in
  /// billionths.
  public long usedRaw(int constraint) {
    long own = Math.addExact(orders[constraint], positions[constraint]);
    return Math.addExact(own, Math.addExact(foreign[constraint], spent[constraint]));
  }

  public long ordersRaw(int constraint) {
    return orders[constraint];
  }

  public long positionsRaw(int constraint) {
    return positions[constraint];
  }

  public long foreignRaw(int constraint) {
    return foreign[constraint];
  }

  public long earmarkedRaw(int constraint) {
    return earmarked[constraint];
  }

  /// What is neither used nor promised, in billionths; negative if more is used than the limit.
  ///
  /// @throws IllegalStateException if the limit is unknown
  public long freeRaw(int constraint) {
    Money limit = limits[constraint];
    if (limit == null) {
      throw new IllegalStateException(constraints.get(constraint).name() + " is unknown");
    }
    return Math.subtractExact(limit.raw(), usedRaw(constraint) + earmarked[constraint]);
  }

  /// Whether the limit of a constraint that `need` uses is unknown.
  public boolean isUnknownFor(long[] need) {
    for (int c = 0; c < need.length; c++) {
      if (need[c] > 0 && limits[c] == null) {
        return true;
      }
    }
    return false;
  }

  /// Whether more of a constraint that `need` uses is taken than its limit allows. An unknown limit
  /// is not known to be exceeded.
  public boolean isOverFor(long[] need) {
    for (int c = 0; c < need.length; c++) {
      Money limit = limits[c];
      if (need[c] > 0 && limit != null && usedRaw(c) > limit.raw()) {
        return true;
      }
    }
    return false;
  }

  /// Whether `need` fits into what is free, plus `own`, an earmark of whoever asks.
  public boolean fits(long[] need, long[] own) {
    for (int c = 0; c < need.length; c++) {
      if (need[c] > 0 && need[c] > freeRaw(c) + own[c]) {
        return false;
      }
    }
    return true;
  }

  /// A vector of zeros.
  public long[] nothing() {
    return new long[limits.length];
  }
}
