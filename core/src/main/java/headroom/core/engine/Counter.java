package headroom.core.engine;

/// What an engine counts; the words are the same in reports, metrics and files.
public enum Counter {
  /// Intents that were submitted.
  INTENTS("intents"),
  /// Intents that were ready at least once.
  READY("ready"),
  /// Entry orders sent.
  PLACED("placed"),
  /// Orders rejected.
  REJECTED("rejected"),
  /// Intents completely filled.
  FILLED("filled"),
  /// Trades that left a rest of their order.
  PARTIAL_FILLS("partial_fills"),
  BLOCKED_EPISODES("blocked_episodes"),
  /// Steals started, and refusals after candidates were looked at.
  STEAL_ATTEMPTS("steal_attempts"),
  /// Thieves accepted.
  STEALS("steals"),
  /// Confirmed cancels of victims.
  STOLEN("stolen"),
  /// Victims that filled before their cancel was confirmed.
  FILL_BEAT_CANCEL("fill_beat_cancel"),
  /// Times a pair of instruments began to fight.
  FIGHTS("fights"),
  /// Victims taken within a fight because the thief's forecast was strictly greater.
  FIGHT_RESOLUTIONS("fight_resolutions"),
  COOLDOWNS("cooldowns"),
  /// Entries cancelled because stocks must fit what may be held overnight.
  DELEVERAGE_CANCELS("deleverage_cancels"),
  /// Orders that reduce a position for the same reason.
  DELEVERAGE_REDUCTIONS("deleverage_reductions"),
  /// Fills after a confirmed cancel, and of exits that were over.
  BREACHES("breaches"),
  /// Refusals for lack of funds that our own sum does not explain.
  LEDGER_MISMATCHES("ledger_mismatches"),
  /// Forecasts of live intents that became too old to be used.
  STALE_FORECASTS("stale_forecasts"),
  /// Answers about orders that are not known.
  UNKNOWN_ORDERS("unknown_orders");

  private final String word;

  Counter(String word) {
    this.word = word;
  }

  /// The word used in files and metrics.
  public String word() {
    return word;
  }
}
