package headroom.sim.run;

/// Follows a run while it goes on, and may end it early.
@FunctionalInterface
public interface Watcher {
  /// Lets every run go on to its end.
  Watcher NONE = _ -> true;

  /// A day of New York is over.
  ///
  /// @param timeNs how far the run is
  /// @return whether it is to go on; otherwise it ends here, and its result says so
  boolean goesOn(long timeNs);
}
