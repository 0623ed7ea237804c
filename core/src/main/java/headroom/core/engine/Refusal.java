package headroom.core.engine;

/// Why a live intent has no order. The constants stand in the order in which the questions are
/// asked; from [#NO_CANDIDATES] on the reason is the filter after which no candidate was left.
public enum Refusal {
  HELD_KILL_SWITCH("held.kill-switch"),
  HELD_REDUCE_ONLY("held.reduce-only"),
  /// Steals failed again and again, or the venue refuses for a reason that time does not cure.
  HELD_PARKED("held.parked"),
  /// Its order was cancelled at the venue by somebody else.
  HELD_CANCELLED_AT_VENUE("held.cancelled-at-venue"),
  HELD_CORPORATE_ACTION("held.corporate-action"),
  SESSION_CLOSED("waiting.session-closed"),
  /// An order that it replaces is not over yet.
  REPLACEMENT("waiting.replacement"),
  /// Its last order was rejected, or its last steal aborted, a moment ago.
  RETRY("waiting.retry"),
  NO_QUOTE("waiting.no-quote"),
  /// The price has passed the limit by more than is wanted.
  THROUGH("waiting.through"),
  BEYOND_ENTRY_TOLERANCE("waiting.beyond-entry-tolerance"),
  HELD_PRICE_COLLAR("held.price-collar"),
  HELD_LIMIT("held.limit"),
  HELD_STORM_GUARD("held.storm-guard"),
  /// More is used than the limit allows: nothing is placed and nothing is stolen.
  OVER_LIMIT("no-capacity.over-limit"),
  CAPACITY_UNKNOWN("no-capacity.capacity-unknown"),
  /// One that comes before it does not fit, and nobody may overtake it.
  STRICT_ORDER("no-capacity.strict-order"),
  STEALING_DISABLED("no-capacity.stealing-disabled"),
  BEYOND_STEAL_TOLERANCE("no-capacity.beyond-steal-tolerance"),
  THIEF_ON_COOLDOWN("no-capacity.thief-on-cooldown"),
  /// Its last steal was aborted a moment ago.
  RETRY_PAUSE("no-capacity.retry-pause"),
  STORM_GUARD("no-capacity.storm-guard"),
  /// Nothing rests that could ever be a victim.
  NO_CANDIDATES("no-capacity.no-candidates"),
  ALL_ON_COOLDOWN("no-capacity.all-on-cooldown"),
  ALL_PROTECTED("no-capacity.all-protected"),
  /// No candidate is worth less than the thief.
  NONE_FURTHER("no-capacity.none-further"),
  FIGHT("no-capacity.fight"),
  /// All possible victims together release too little.
  INSUFFICIENT_RELEASE("no-capacity.insufficient-release"),
  MESSAGE_BUDGET("no-capacity.message-budget"),
  /// Every victim is over and still too little is free.
  NOT_RELEASED("no-capacity.not-released"),
  /// The venue refused for lack of funds although the capacity was released.
  RELEASE_NOT_HONOURED("steal.release-not-honoured");

  private final String word;

  Refusal(String word) {
    this.word = word;
  }

  /// The word used in files and reports.
  public String word() {
    return word;
  }

  /// Whether capacity was asked for and there was none: what makes an intent blocked.
  public boolean isBlocked() {
    return word.startsWith("no-capacity.");
  }

  /// Whether it may be another one when an order has come nearer or gone further.
  boolean restsOnOrders() {
    return compareTo(THIEF_ON_COOLDOWN) >= 0;
  }

  /// Whether it is another one only when an order has come nearer or gone further, or something has
  /// happened that is no price.
  boolean restsOnOrdersAlone() {
    return compareTo(NO_CANDIDATES) >= 0 && compareTo(INSUFFICIENT_RELEASE) <= 0;
  }

  /// Whether candidates were looked at: what counts as an attempt to steal.
  public boolean isAttempt() {
    return switch (this) {
      case NO_CANDIDATES,
          ALL_ON_COOLDOWN,
          ALL_PROTECTED,
          NONE_FURTHER,
          FIGHT,
          INSUFFICIENT_RELEASE,
          MESSAGE_BUDGET ->
          true;
      default -> false;
    };
  }
}
