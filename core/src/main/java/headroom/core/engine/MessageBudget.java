package headroom.core.engine;

/// A token bucket that all commands draw on: it fills up evenly, to what a minute allows.
///
/// Not thread safe; owned by the engine.
final class MessageBudget {
  /// What one message costs: the bucket gains `perMinute` of these units in a nanosecond.
  private static final long MESSAGE = 60_000_000_000L;

  private static final int ENTRIES_LEAVE = 10;
  private static final int STEALS_LEAVE = 5;

  private final int perMinute;
  private long units;
  private long atNs = Long.MIN_VALUE;

  MessageBudget(int perMinute) {
    this.perMinute = perMinute;
    this.units = perMinute * MESSAGE;
  }

  /// Moves to the time of an input.
  void advance(long nowNs) {
    if (perMinute > 0 && atNs != Long.MIN_VALUE) {
      long most = perMinute * MESSAGE;
      long missingNs = Math.ceilDiv(most - units, perMinute);
      units = nowNs - atNs >= missingNs ? most : units + (nowNs - atNs) * perMinute;
    }
    atNs = nowNs;
  }

  void sent() {
    if (perMinute > 0) {
      units -= MESSAGE;
    }
  }

  boolean allowsEntry() {
    return perMinute == 0 || units >= entryNeeds();
  }

  boolean allowsSteal(int messages) {
    return perMinute == 0 || units >= stealNeeds(messages);
  }

  /// When an entry will be allowed if nothing is sent before.
  long entryFromNs() {
    return reachedNs(entryNeeds());
  }

  /// When a steal will be allowed if nothing is sent before; `Long.MAX_VALUE` if it needs more than
  /// a full bucket gives.
  long stealFromNs(int messages) {
    return stealNeeds(messages) > perMinute * MESSAGE
        ? Long.MAX_VALUE
        : reachedNs(stealNeeds(messages));
  }

  private long entryNeeds() {
    return MESSAGE + perMinute * (MESSAGE / ENTRIES_LEAVE);
  }

  private long stealNeeds(int messages) {
    return messages * MESSAGE + perMinute * (MESSAGE / STEALS_LEAVE);
  }

  private long reachedNs(long need) {
    return atNs + Math.max(0, Math.ceilDiv(need - units, perMinute));
  }
}
