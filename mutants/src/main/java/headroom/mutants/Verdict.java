package headroom.mutants;

/// What came of a fault.
sealed interface Verdict {
  /// A test failed.
  ///
  /// @param by which, and with what
  record Killed(String by) implements Verdict {}

  /// All tests passed.
  ///
  /// @param tests how many ran
  record Survived(long tests) implements Verdict {}

  /// The fault could not be judged: that is nobody's merit.
  ///
  /// @param why what must be mended
  record Broken(String why) implements Verdict {}
}
