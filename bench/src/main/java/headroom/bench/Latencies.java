package headroom.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.BitSet;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/// How long single inputs take.
///
/// @param searching those at which somebody looked for an order to take capacity from
/// @param all of them
record Latencies(Histogram searching, Histogram all) {
  private static final long MOST_NS = 10_000_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// What an input takes by the clock on the wall, with whatever else the machine does meanwhile.
  static final LongSupplier ELAPSED = System::nanoTime;

  /// What the deciding thread works for it: the same without what other processes, the collector
  /// and the compiler take away.
  static final LongSupplier WORKED = THREADS::getCurrentThreadCpuTime;

  /// Plays a recording some times for warmth and then some times by the clock.
  ///
  /// @param clock [#ELAPSED] or [#WORKED]
  static Latencies of(Recording recording, int warmUps, int runs, LongSupplier clock) {
    Latencies latencies = new Latencies(new Histogram(MOST_NS, 3), new Histogram(MOST_NS, 3));
    for (int run = 0; run < warmUps + runs; run++) {
      if (run == warmUps) {
        latencies.searching.reset();
        latencies.all.reset();
      }
      latencies.play(recording, clock);
    }
    return latencies;
  }

  private void play(Recording recording, LongSupplier clock) {
    Decider decider = recording.warm(recording.product());
    BitSet searched = recording.searched();
    for (int i = recording.warmUp(); i < recording.inputs().size(); i++) {
      long startNs = clock.getAsLong();
      decider.on(recording.inputs().get(i));
      long ns = clock.getAsLong() - startNs;
      all.recordValue(ns);
      if (searched.get(i)) {
        searching.recordValue(ns);
      }
    }
  }
}
