package headroom.core.engine;

/// Why a resting order is left alone; the first that applies, in this order.
public enum Spared {
  NOT_OWNED("not-owned"),
  EXIT("exit"),
  PROBE("probe"),
  OWN_INSTRUMENT("own-instrument"),
  CANCEL_UNDER_WAY("cancel-under-way"),
  CANCEL_REJECTED("cancel-rejected"),
  AT_ONCE("at-once"),
  VIP("vip"),
  OTHER_CAPACITY("other-capacity"),
  COOLDOWN("cooldown"),
  NO_QUOTE("no-quote"),
  PROTECTED_FILLED("protected-filled"),
  PROTECTED_DISTANCE("protected-distance"),
  PROTECTED_AGE("protected-age"),
  NOT_FURTHER("not-further"),
  FIGHT("fight"),
  NOT_NEEDED("not-needed"),
  TOO_LITTLE("too-little");

  private final String word;

  Spared(String word) {
    this.word = word;
  }

  /// The word used in files and reports.
  public String word() {
    return word;
  }

  /// What refuses a thief for whom nobody passed this filter.
  Refusal refusal() {
    return switch (this) {
      case NOT_OWNED,
          EXIT,
          PROBE,
          OWN_INSTRUMENT,
          CANCEL_UNDER_WAY,
          CANCEL_REJECTED,
          AT_ONCE,
          VIP,
          OTHER_CAPACITY ->
          Refusal.NO_CANDIDATES;
      case COOLDOWN -> Refusal.ALL_ON_COOLDOWN;
      case NO_QUOTE, PROTECTED_FILLED, PROTECTED_DISTANCE, PROTECTED_AGE -> Refusal.ALL_PROTECTED;
      case NOT_FURTHER -> Refusal.NONE_FURTHER;
      case FIGHT -> Refusal.FIGHT;
      case NOT_NEEDED, TOO_LITTLE -> Refusal.INSUFFICIENT_RELEASE;
    };
  }
}
