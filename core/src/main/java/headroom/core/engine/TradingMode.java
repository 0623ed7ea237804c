package headroom.core.engine;

/// What is allowed at all.
public enum TradingMode {
  NORMAL("normal"),
  /// No new entries; what rests stays, and exits go on.
  REDUCE_ONLY("reduce-only"),
  /// The kill switch: own entries are cancelled and refused, exits go on.
  KILLED("killed");

  private final String word;

  TradingMode(String word) {
    this.word = word;
  }

  /// The word used in files.
  public String word() {
    return word;
  }
}
