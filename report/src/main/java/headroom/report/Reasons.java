package headroom.report;

import headroom.core.engine.Refusal;

/// What refused entries met, as the end of a sentence that begins with them.
final class Reasons {
  private Reasons() {}

  /// By the word used in files; empty for what does not block.
  static String met(String word) {
    for (Refusal refusal : Refusal.values()) {
      if (refusal.word().equals(word)) {
        return met(refusal);
      }
    }
    return "";
  }

  static String met(Refusal refusal) {
    return switch (refusal) {
      case OVER_LIMIT -> "found more in use than the limit allows";
      case CAPACITY_UNKNOWN -> "did not know what the account has";
      case STRICT_ORDER -> "waited behind one that comes first and does not fit";
      case STEALING_DISABLED -> "found too little free and stealing switched off";
      case BEYOND_STEAL_TOLERANCE -> "were too far from their limit to steal";
      case THIEF_ON_COOLDOWN -> "were on cooldown themselves";
      case RETRY_PAUSE -> "had just seen a steal aborted";
      case STORM_GUARD -> "were stopped by the storm guard";
      case NO_CANDIDATES -> "found no order that could be taken at all";
      case ALL_ON_COOLDOWN -> "found every order on cooldown";
      case ALL_PROTECTED -> "found every order protected";
      case NONE_FURTHER -> "found no order that was worth less";
      case FIGHT -> "were in a fight with every order that could be taken";
      case INSUFFICIENT_RELEASE -> "found that all orders together would release too little";
      case MESSAGE_BUDGET -> "had no messages left";
      case NOT_RELEASED -> "found too little free although their victims were over";
      case RELEASE_NOT_HONOURED -> "were refused by the venue although capacity was released";
      case HELD_KILL_SWITCH,
          HELD_REDUCE_ONLY,
          HELD_PARKED,
          HELD_CANCELLED_AT_VENUE,
          HELD_CORPORATE_ACTION,
          SESSION_CLOSED,
          REPLACEMENT,
          RETRY,
          NO_QUOTE,
          THROUGH,
          BEYOND_ENTRY_TOLERANCE,
          HELD_PRICE_COLLAR,
          HELD_LIMIT,
          HELD_STORM_GUARD ->
          "";
    };
  }
}
