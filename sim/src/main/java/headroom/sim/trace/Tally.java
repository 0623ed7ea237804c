package headroom.sim.trace;

/// Counts of one instrument, of one hour of the day, or of one regime.
///
/// Not thread safe; owned by one run.
public final class Tally {
  long placed;
  long blockedEpisodes;
  long blockedNs;
  long steals;
  long stolen;

  Tally() {}

  /// Entry orders sent.
  public long placed() {
    return placed;
  }

  /// By when they began.
  public long blockedEpisodes() {
    return blockedEpisodes;
  }

  /// The sum over intents of the time for which they were blocked, in nanoseconds.
  public long blockedNs() {
    return blockedNs;
  }

  /// Thieves accepted.
  public long steals() {
    return steals;
  }

  /// Confirmed cancels of victims.
  public long stolen() {
    return stolen;
  }
}
