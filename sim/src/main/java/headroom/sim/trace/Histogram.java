package headroom.sim.trace;

import java.util.Arrays;

/// Counts of values by size.
///
/// Not thread safe; owned by one run.
public final class Histogram {
  private final long[] ends;
  private final long[] counts;

  /// @param ends where each bin but the last ends, inclusive; rising
  public Histogram(long... ends) {
    this.ends = ends.clone();
    this.counts = new long[ends.length + 1];
  }

  public void count(long value) {
    int at = Arrays.binarySearch(ends, value);
    counts[at >= 0 ? at : -at - 1]++;
  }

  /// Where each bin but the last ends, inclusive.
  public long[] ends() {
    return ends.clone();
  }

  /// One more than there are ends.
  public long[] counts() {
    return counts.clone();
  }

  public long total() {
    return Arrays.stream(counts).sum();
  }
}
