package headroom.sim.run;

import java.util.ArrayList;
import java.util.List;

/// The time that a run covers.
///
/// @param fromNs its first instant, in nanoseconds since 1970 UTC
/// @param toNs the first instant after it
/// @param dayEndsNs every 24:00 of New York inside it, in order
public record Period(long fromNs, long toNs, List<Long> dayEndsNs) {
  public Period {
    List<Long> inside = new ArrayList<>(dayEndsNs);
    inside.removeIf(end -> end <= fromNs || end >= toNs);
    dayEndsNs = List.copyOf(inside);
    if (toNs <= fromNs) {
      throw new IllegalArgumentException(
          "period must end after it begins, was %s to %s".formatted(fromNs, toNs));
    }
  }
}
