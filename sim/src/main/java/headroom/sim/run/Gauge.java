package headroom.sim.run;

import headroom.core.capacity.CapacityBook;

/// Told how long capacity was used by whom.
@FunctionalInterface
public interface Gauge {
  /// Measures nothing.
  Gauge NONE = (_, _, _) -> {};

  /// Between two instants nothing of it changed.
  ///
  /// @param fromNs where the last stretch ended, in nanoseconds since 1970 UTC
  /// @param toNs after it
  /// @param capacity what is used; for reading, now
  void stood(long fromNs, long toNs, CapacityBook capacity);
}
