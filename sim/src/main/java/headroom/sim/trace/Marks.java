package headroom.sim.trace;

/// What charts show of single events.
public final class Marks {
  private Marks() {}

  /// A confirmed cancel of a victim.
  ///
  /// @param thief the intent that took
  /// @param victim the intent that was taken from
  /// @param thiefPpm how far the thief was from its limit when it chose; −1 if unknown
  /// @param victimPpm how far the victim was then; −1 if unknown
  public record Theft(long timeNs, String thief, String victim, int thiefPpm, int victimPpm) {}

  /// An entry order from when it was sent until it was over.
  ///
  /// @param limitRaw in billionths
  /// @param stole whether others were cancelled for it
  public record Rest(long fromNs, long toNs, long limitRaw, boolean stole) {}

  /// An intent from its appearance until it was over.
  ///
  /// @param limitRaw in billionths
  /// @param buys which way
  /// @param ownPpm its own entry tolerance in parts per million of the limit; −1 if it has none
  public record Wish(long fromNs, long toNs, long limitRaw, boolean buys, int ownPpm) {}

  /// An entry order that was sent.
  ///
  /// @param distancePpm how far the market was from its limit
  public record Sent(long timeNs, int distancePpm) {}
}
