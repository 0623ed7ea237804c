package headroom.data.calendar;

/// What a day is to the exchange.
public enum DayKind {
  /// Open from 09:30 to 16:00 New York.
  REGULAR("regular"),
  /// Open from 09:30 to an announced close before 16:00.
  EARLY_CLOSE("early-close"),
  /// A weekday without a session.
  HOLIDAY("holiday"),
  /// A Saturday or Sunday.
  WEEKEND("weekend");

  private final String word;

  DayKind(String word) {
    this.word = word;
  }

  /// The word used in files: `regular`, `early-close`, `holiday` or `weekend`.
  public String word() {
    return word;
  }
}
