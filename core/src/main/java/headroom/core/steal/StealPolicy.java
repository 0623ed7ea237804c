package headroom.core.steal;

/// How much it is worth that somebody holds capacity now.
///
/// A policy holds one idea, a number: free capacity goes to the greatest worth, and a thief takes
/// from the least, if that is strictly less than its own. Protection, cooldowns, fights and ties
/// are settled around it. A policy is pure and keeps nothing between calls.
///
/// Settings name a policy by the simple name of its class, for example `FurthestFirst`.
public interface StealPolicy {

  /// Any number; greater is worth more.
  long worth(Contender contender);

  /// What of a contender a price changes its worth by.
  enum Basis {
    /// A greater distance is worth strictly less, and nothing else about a price counts.
    DISTANCE,
    /// No price changes it.
    NO_PRICE,
    /// Any price may.
    ANY_PRICE
  }

  /// What a price changes. It decides what need not be looked at, never what is decided.
  default Basis basis() {
    return Basis.ANY_PRICE;
  }

  /// Whether it takes capacity from others at all.
  default boolean steals() {
    return true;
  }

  /// The name that settings use.
  default String name() {
    return getClass().getSimpleName();
  }
}
