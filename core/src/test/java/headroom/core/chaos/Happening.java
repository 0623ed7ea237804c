package headroom.core.chaos;

/// What happens in a run of chaos. Over many runs every one of these must have happened.
enum Happening {
  STEALS("steals"),
  STOLEN("stolen"),
  STEALS_WITHIN_INSTRUMENT("within one instrument"),
  ABORTED("aborted"),
  FIGHTING_STEALS("steals of fighting pairs"),
  FILL_BEAT_CANCEL("fill beat cancel"),
  CANCEL_REJECTED("cancels rejected"),
  CONFIRMED_AFTER_REJECTION("confirmed after rejection"),
  LATE_FILLS("fills after the end reported"),
  BREACHES("fills after a confirmed cancel"),
  PARTIAL_FILLS("partial fills"),
  FUNDS_RETRIES("thieves sent again"),
  REJECTED("rejected"),
  REJECTED_AFTER_ACCEPTANCE("rejected after acceptance"),
  NOT_SENT("not sent"),
  EXPIRED_AT_CLOSE("ended at the close"),
  CANCELED_BY_OTHERS("cancelled by others"),
  REPLACES("exits resized"),
  REPLACED_AFTER_FILLS("resized after more fills"),
  REPLACE_REJECTED("resizes rejected"),
  QUESTIONS("questions"),
  OPEN_ANSWERS("answered as open"),
  CANCELS_SENT_AGAIN("cancels sent again"),
  EXITS("exits"),
  MESSAGES_LOST("messages lost"),
  COMMANDS_LOST("commands lost"),
  REPEATED("messages repeated"),
  REORDERED("messages reordered"),
  DRY_RUNS("dry runs"),
  MODES("modes switched"),
  PLANS("plans"),
  WITHDRAWN("withdrawals"),
  RELEASED("releases"),
  FORECASTS("forecasts"),
  LIMITS_UNKNOWN("unknown limits"),
  OVER_LIMIT("events over a limit"),
  PLACED("orders"),

  // Only where capacity is divided.
  CAPS_REACHED("caps reached"),
  STEALS_BY_PRIORITY("steals by priority"),
  STEALS_OF_THE_LAST_TIER("steals of those who may only steal"),
  WITHOUT_MESSAGES("without messages"),
  HELD_IN_STORMS("held in storms"),
  STEALS_HELD("steals held in storms");

  private final String word;

  Happening(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /// Whether it only happens where capacity is divided.
  boolean needsRationing() {
    return compareTo(PLACED) > 0;
  }
}
