package headroom.sim.run;

import headroom.core.engine.Attention;
import headroom.core.engine.Engine;
import headroom.sim.path.Track;
import java.util.Arrays;
import java.util.List;

/// Where the paths next cross a level that matters to the engine.
///
/// Not thread safe; owned by one run.
final class Crossings {
  private static final long NEVER = Long.MAX_VALUE;

  private final Engine engine;
  private final List<Track> tracks;
  private final Attention[] attention;
  private final long[] timeNs;
  private final long[] levelRaw;

  /// When the straight line ends that was looked at; `Long.MIN_VALUE` if it must be looked at
  /// again.
  private final long[] lineEndNs;

  private final long[] versions;
  private long version = Long.MIN_VALUE;
  private boolean stale = true;
  private long nextNs = NEVER;

  Crossings(Engine engine, List<Track> tracks) {
    this.engine = engine;
    this.tracks = tracks;
    this.attention = new Attention[tracks.size()];
    this.timeNs = new long[tracks.size()];
    this.levelRaw = new long[tracks.size()];
    this.versions = new long[tracks.size()];
    Arrays.fill(versions, Long.MIN_VALUE);
    this.lineEndNs = new long[tracks.size()];
    Arrays.fill(attention, Attention.NONE);
    Arrays.fill(timeNs, NEVER);
  }

  /// Prices were given: some paths are on another line now.
  void touch() {
    stale = true;
  }

  /// Looks again if levels or lines have changed since.
  ///
  /// @param pricedNs when prices were last given; nothing is given twice at one instant
  void refresh(long nowNs, long pricedNs) {
    if (version != engine.attentionVersion()) {
      version = engine.attentionVersion();
      for (int i = 0; i < attention.length; i++) {
        if (versions[i] != engine.attentionVersion(i)) {
          versions[i] = engine.attentionVersion(i);
          attention[i] = engine.attention(tracks.get(i).instrument().id());
          lineEndNs[i] = Long.MIN_VALUE;
        }
      }
      stale = true;
    }
    if (stale) {
      stale = false;
      look(nowNs, pricedNs);
    }
  }

  /// Looks at the straight lines that the paths are on now.
  private void look(long nowNs, long pricedNs) {
    nextNs = NEVER;
    for (int i = 0; i < timeNs.length; i++) {
      look(i, nowNs, pricedNs);
      nextNs = Math.min(nextNs, timeNs[i]);
    }
  }

  private void look(int i, long nowNs, long pricedNs) {
    Track track = tracks.get(i);
    if (attention[i] == Attention.NONE || !track.hasPath()) {
      timeNs[i] = NEVER;
      return;
    }
    if (lineEndNs[i] == track.segmentEndNs() && timeNs[i] > pricedNs) {
      // What was found on this line is still ahead.
      return;
    }
    lineEndNs[i] = track.segmentEndNs();
    timeNs[i] = NEVER;
    long from = track.fromRaw();
    long to = track.toRaw();
    boolean falls = to < from;
    long level = next(i, from, falls);
    while (falls ? level > to : level < to) {
      long crossing = track.crossingNs(level);
      if (crossing >= track.segmentEndNs() || crossing > timeNs[i]) {
        return;
      }
      if (crossing >= nowNs && crossing > pricedNs) {
        // Of several levels passed within one nanosecond the furthest counts.
        timeNs[i] = crossing;
        levelRaw[i] = level;
      }
      level = next(i, level, falls);
    }
  }

  private long next(int i, long priceRaw, boolean falls) {
    return falls ? attention[i].nextFallingRaw(priceRaw) : attention[i].nextRisingRaw(priceRaw);
  }

  /// When the next level is crossed; `Long.MAX_VALUE` if none is before the next knot.
  long nextNs() {
    return nextNs;
  }

  /// The price of a track at the present time: the level that it crosses, or that of its path.
  long priceRaw(int i, long nowNs) {
    return timeNs[i] == nowNs ? levelRaw[i] : tracks.get(i).priceRaw();
  }
}
