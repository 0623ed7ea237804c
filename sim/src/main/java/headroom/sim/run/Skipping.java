package headroom.sim.run;

import headroom.core.engine.Engine;
import headroom.sim.path.Track;
import headroom.sim.venue.SimVenue;
import java.util.List;

/// Finds stretches of the paths that need not be played, because whatever prices they hold, nothing
/// is decided, filled or missed by them.
///
/// A stretch is bounded by the lows and highs of its bars, and is made longer as long as the
/// engine, the venue and whoever counts say that nothing can happen within these bounds. Its last
/// instant is played, so that everybody knows what the prices are; a run comes to the same as
/// without leaving anything out.
///
/// Not thread safe; owned by one run.
final class Skipping {
  private static final long NEVER = Long.MAX_VALUE;

  private final Engine engine;
  private final List<Track> tracks;
  private final SimVenue venue;
  private final Touches touches;
  private final long[] lowRaw;
  private final long[] highRaw;
  private final long stepNs;
  private long notBeforeNs = Long.MIN_VALUE;

  Skipping(Engine engine, List<Track> tracks, SimVenue venue, Touches touches) {
    this.engine = engine;
    this.tracks = tracks;
    this.venue = venue;
    this.touches = touches;
    this.lowRaw = new long[tracks.size()];
    this.highRaw = new long[tracks.size()];
    this.stepNs = tracks.stream().mapToLong(Track::stepNs).min().orElse(NEVER);
  }

  /// The next instant whose prices are to be given, if those before it can be left out; otherwise
  /// `Long.MAX_VALUE`.
  ///
  /// @param nextKnotNs the next instant that has prices
  /// @param beforeNs when something else happens
  long nextNs(long nextKnotNs, long beforeNs) {
    if (nextKnotNs < notBeforeNs || nextKnotNs >= beforeNs) {
      return NEVER;
    }
    long quietNs = Long.MIN_VALUE;
    for (long bars = 1; ; bars *= 2) {
      boolean all = bars > (beforeNs - nextKnotNs) / stepNs;
      long toNs = all ? beforeNs - 1 : nextKnotNs + bars * stepNs - 1;
      if (!isQuietTo(toNs)) {
        break;
      }
      quietNs = toNs;
      if (all) {
        break;
      }
    }
    if (quietNs == Long.MIN_VALUE) {
      // What is not quiet now will hardly be so within the same bar.
      notBeforeNs = nextKnotNs + stepNs / 2;
      return NEVER;
    }
    long last = Long.MIN_VALUE;
    for (Track track : tracks) {
      last = Math.max(last, track.lastKnotNs(quietNs));
    }
    return last > nextKnotNs ? last : NEVER;
  }

  private boolean isQuietTo(long toNs) {
    for (int i = 0; i < lowRaw.length; i++) {
      long low = tracks.get(i).lowestRaw(toNs);
      lowRaw[i] = low == NEVER ? 0 : low;
      highRaw[i] = low == NEVER ? 0 : tracks.get(i).highestRaw(toNs);
    }
    return venue.isQuietWithin(lowRaw, highRaw)
        && engine.isQuietWithin(lowRaw, highRaw)
        && touches.isQuietWithin(lowRaw, highRaw);
  }
}
