package headroom.core.steal;

import headroom.core.market.Instrument;

/// What counts as a fight of two instruments over the same capacity. Times in nanoseconds.
///
/// @param mode what is counted
/// @param threshold how many make a fight; at least 1
/// @param windowNs how old a steal may be to be counted, inclusive
/// @param cooldownNs the cooldown of both after a steal by which they are fighting
/// @param cryptoExempt whether two crypto pairs never fight
public record FightRules(
    Mode mode, int threshold, long windowNs, long cooldownNs, boolean cryptoExempt) {

  private static final long SECOND_NS = 1_000_000_000L;

  /// What is counted.
  public enum Mode {
    /// Changes of direction between two steals that follow each other.
    REVERSALS,
    /// All steals of the pair; one less than the threshold suffices. The origin's rule.
    ANY_DIRECTION;

    /// The word used in settings.
    public String word() {
      return this == REVERSALS ? "reversals" : "any-direction";
    }
  }

  /// Five changes of direction.
  public static final int DEFAULT_THRESHOLD = 5;

  /// Half an hour.
  public static final long DEFAULT_WINDOW_NS = 1_800 * SECOND_NS;

  /// 10 min.
  public static final long DEFAULT_COOLDOWN_NS = 600 * SECOND_NS;

  public static final FightRules DEFAULTS =
      new FightRules(
          Mode.REVERSALS, DEFAULT_THRESHOLD, DEFAULT_WINDOW_NS, DEFAULT_COOLDOWN_NS, false);

  public FightRules {
    if (threshold < 1 || windowNs < 1 || cooldownNs < 0) {
      throw new IllegalArgumentException(
          "fight-threshold and fight-window must be above 0 and fight-cooldown at least 0, was %s, %s ns and %s ns"
              .formatted(threshold, windowNs, cooldownNs));
    }
  }

  /// Whether two instruments never fight.
  public boolean isExempt(Instrument one, Instrument other) {
    return cryptoExempt && one.isCrypto() && other.isCrypto();
  }
}
