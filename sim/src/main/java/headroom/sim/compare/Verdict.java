package headroom.sim.compare;

/// What may be said of a run beside its baseline.
public enum Verdict {
  /// The interval of the difference is above zero.
  BETTER("better"),

  /// The interval of the difference is below zero.
  WORSE("worse"),

  /// The interval holds zero, or the runs differ on so few days that chance alone explains it.
  NO_EVIDENCE("no evidence"),

  /// There are not enough days for an interval.
  TOO_FEW_DAYS("too few days");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /// Its name for people and files.
  public String word() {
    return word;
  }
}
