package headroom.core.engine;

import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hears what was considered. It takes immutable values and returns nothing, so it cannot influence
/// a decision; by default it does nothing.
public interface Observer {
  /// Hears nothing.
  Observer NONE = new Observer() {};

  /// Whether it wants to hear why each resting order was spared; making that up costs time.
  default boolean listens() {
    return false;
  }

  /// A ready intent was refused, for a reason that is new in this blocked episode.
  default void refused(Look look) {}

  /// Victims were chosen and, unless this is a dry run, are being cancelled.
  default void stole(Look look) {}

  /// An order is sent, or would be in a dry run.
  default void placed(long timeNs, IntentId intent, OrderId order, Cause cause) {}

  /// A steal ended without its thief being placed.
  default void aborted(long timeNs, IntentId thief, String reason) {}

  /// The cancel of a victim was confirmed: a steal is on record, even if its thief is gone.
  ///
  /// @param thiefPpm how far the thief was from its limit when it chose; −1 if unknown
  /// @param victimPpm how far the victim was then; −1 if unknown
  default void stolen(long timeNs, IntentId thief, IntentId victim, int thiefPpm, int victimPpm) {}

  /// The order of a thief was accepted: its steal succeeded.
  default void succeeded(long timeNs, IntentId thief) {}

  /// A blocked episode is over, or the run is.
  ///
  /// @param sinceNs when it began
  default void wasBlocked(long sinceNs, long timeNs, IntentId intent) {}

  /// An intent is over.
  default void ended(long timeNs, IntentId intent, IntentState state, @Nullable String reason) {}

  /// An intent has no order for a reason other than capacity, and the reason is not the one before.
  ///
  /// @param distancePpm how far the market is from its limit; −1 if unknown
  /// @param entryPpm the entry tolerance in force
  default void waits(long timeNs, IntentId intent, Refusal reason, int distancePpm, int entryPpm) {}

  /// A command is given.
  default void sent(long timeNs, Command command) {}

  /// How near an intent came to being ready while it had no order; said when it is over, or at the
  /// end of a run. Of all prices it is the one that missed the entry tolerance by least.
  ///
  /// @param distancePpm how far the market was from its limit then
  /// @param entryPpm the entry tolerance in force then
  /// @param nearestNs when that was; if other prices came as near, and a simulation left out some
  ///   of them, it may be the time of another than the first
  default void nearest(
      long timeNs, IntentId intent, int distancePpm, int entryPpm, long nearestNs) {}

  /// One look at one intent.
  ///
  /// @param timeNs when
  /// @param intent who asked
  /// @param distancePpm how far the market was from its limit; −1 if unknown
  /// @param stealPpm the steal tolerance in force for it
  /// @param refusal why it was refused; null if it steals
  /// @param needs what it needs of each constraint and what was free; empty if capacity was not
  ///   asked for
  /// @param orders what was thought of each resting order; empty if candidates were not looked at,
  ///   or nobody listens
  record Look(
      long timeNs,
      IntentId intent,
      int distancePpm,
      int stealPpm,
      @Nullable Refusal refusal,
      List<Need> needs,
      List<Candidate> orders) {
    public Look {
      needs = List.copyOf(needs);
      orders = List.copyOf(orders);
    }
  }

  /// What is asked of one constraint.
  ///
  /// @param freeRaw what was free, in billionths; null if it was unknown
  /// @param used who holds the rest
  record Need(String constraint, long needRaw, @Nullable Long freeRaw, Used used) {}

  /// Who holds what of one constraint, in billionths.
  ///
  /// @param limitRaw all that there is; null if it is unknown
  /// @param positionsRaw positions
  /// @param ordersRaw open orders, and those on their way
  /// @param promisedRaw what is kept for thieves whose victims are not all over yet
  /// @param foreignRaw orders and positions of others in the account
  record Used(
      @Nullable Long limitRaw,
      long positionsRaw,
      long ordersRaw,
      long promisedRaw,
      long foreignRaw) {}

  /// One order in the eyes of a thief.
  ///
  /// @param distancePpm how far the market is from its limit; −1 if unknown
  /// @param spared why it is left alone; null if it is a victim
  /// @param releases what its end would release; empty for orders that use nothing, and for those
  ///   of others
  record Candidate(String order, int distancePpm, @Nullable Spared spared, List<Release> releases) {
    public Candidate {
      releases = List.copyOf(releases);
    }
  }

  /// What the end of an order would release of one constraint.
  ///
  /// @param raw in billionths, above 0
  record Release(String constraint, long raw) {}
}
