package headroom.core.engine;

/// Where an intent is in its life. It is in exactly one of these.
public enum IntentState {
  /// Not ready, or held, or waiting for something other than capacity.
  WAITING,
  /// Ready, but there is no capacity for it.
  BLOCKED,
  /// Its victims' cancels are under way; it is the heir of what they release.
  STEALING,
  /// Its order was sent and is not yet answered.
  PLACING,
  /// Its order rests at the venue.
  RESTING,
  /// A cancel of its order is under way.
  CANCELING,
  /// Completely filled.
  FILLED,
  /// Over, for the reason on record.
  DONE;

  /// Whether it may still get an order or has one.
  public boolean isLive() {
    return this != FILLED && this != DONE;
  }

  /// Whether it has an order at the venue or on the way there.
  public boolean hasOrder() {
    return this == PLACING || this == RESTING || this == CANCELING;
  }

  /// The word used in files.
  public String word() {
    return switch (this) {
      case WAITING -> "waiting";
      case BLOCKED -> "blocked";
      case STEALING -> "stealing";
      case PLACING -> "placing";
      case RESTING -> "resting";
      case CANCELING -> "canceling";
      case FILLED -> "filled";
      case DONE -> "done";
    };
  }
}
