package headroom.sim.trace;

import headroom.sim.run.Period;

/// The time of a run in equal parts.
///
/// @param fromNs when the first begins, in nanoseconds since 1970 UTC
/// @param toNs when the run ends; the last may reach beyond it
/// @param widthNs how long each is
/// @param count how many there are
public record Slots(long fromNs, long toNs, long widthNs, int count) {
  /// As many as a wide screen can show apart.
  public static final int MOST = 720;

  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long DAY_MINUTES = 1_440;
  private static final long[] WIDTHS_MINUTES = {
    1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720, DAY_MINUTES
  };

  /// As narrow as can be among widths that people can read.
  static Slots of(Period period) {
    long span = period.toNs() - period.fromNs();
    long least = Math.ceilDiv(Math.ceilDiv(span, MOST), MINUTE_NS);
    long minutes = Math.ceilDiv(least, DAY_MINUTES) * DAY_MINUTES;
    for (long width : WIDTHS_MINUTES) {
      if (width >= least) {
        minutes = width;
        break;
      }
    }
    long width = minutes * MINUTE_NS;
    return new Slots(
        period.fromNs(), period.toNs(), width, Math.toIntExact(Math.ceilDiv(span, width)));
  }

  /// The one of an instant; the first or the last if it lies outside.
  int at(long timeNs) {
    long slot = Math.floorDiv(timeNs - fromNs, widthNs);
    return (int) Math.max(0, Math.min(count - 1, slot));
  }

  /// How long one of them is inside the run, in nanoseconds.
  public long lengthNs(int slot) {
    long startNs = fromNs + slot * widthNs;
    return Math.min(widthNs, toNs - startNs);
  }

  /// Takes a part of a stretch of time.
  @FunctionalInterface
  interface Part {
    void lasted(int slot, long durationNs);
  }

  /// Cuts a stretch of time at the edges.
  void cut(long sinceNs, long untilNs, Part part) {
    long atNs = sinceNs;
    while (atNs < untilNs) {
      int slot = at(atNs);
      long edgeNs = slot == count - 1 ? untilNs : fromNs + (slot + 1L) * widthNs;
      long endNs = Math.min(untilNs, Math.max(edgeNs, fromNs));
      part.lasted(slot, endNs - atNs);
      atNs = endNs;
    }
  }
}
