package headroom.core.intent;

/// What an intent is for.
public enum IntentKind {
  /// Opens a position.
  ENTRY,
  /// A deliberately small entry that tests a symbol; never stolen from. Declared, never guessed.
  PROBE,
  /// Closes a position that its owner holds; needs no capacity and no tolerance.
  EXIT;

  /// Whether it opens a position and so needs capacity.
  public boolean opens() {
    return this != EXIT;
  }

  /// The word used in files.
  public String word() {
    return switch (this) {
      case ENTRY -> "entry";
      case PROBE -> "probe";
      case EXIT -> "exit";
    };
  }
}
