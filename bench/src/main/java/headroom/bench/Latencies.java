package headroom.bench;

import java.util.BitSet;
import org.HdrHistogram.Histogram;

/// How long single inputs take.
///
/// @param searching those at which somebody looked for an order to take capacity from
/// @param all of them
record Latencies(Histogram searching, Histogram all) {
  private static final long MOST_NS = 10_000_000_000L;

  /// Plays a recording some times for warmth and then some times by the clock.
  static Latencies of(Recording recording, int warmUps, int runs) {
    Latencies latencies = new Latencies(new Histogram(MOST_NS, 3), new Histogram(MOST_NS, 3));
    for (int run = 0; run < warmUps + runs; run++) {
      if (run == warmUps) {
        latencies.searching.reset();
        latencies.all.reset();
      }
      latencies.play(recording);
    }
    return latencies;
  }

  private void play(Recording recording) {
    Decider decider = recording.warm(recording.product());
    BitSet searched = recording.searched();
    for (int i = recording.warmUp(); i < recording.inputs().size(); i++) {
      long startNs = System.nanoTime();
      decider.on(recording.inputs().get(i));
      long ns = System.nanoTime() - startNs;
      all.recordValue(ns);
      if (searched.get(i)) {
        searching.recordValue(ns);
      }
    }
  }
}
