package headroom.sim.run;

import headroom.core.engine.Engine;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
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
  /// `Long.MAX_VALUE`. Only whole bars are left out.
  ///
  /// @param nextKnotNs the next instant that has prices
  /// @param beforeNs when something else happens
  long nextNs(long nextKnotNs, long beforeNs) {
    long most = (beforeNs - nextKnotNs) / stepNs;
    if (nextKnotNs < notBeforeNs || most < 1 || !areBetweenBars()) {
      return NEVER;
    }
    long quiet = 0;
    for (long bars = 1; quiet < most; bars = Math.min(2 * bars, most)) {
      if (!isQuietTo(nextKnotNs + bars * stepNs - 1)) {
        break;
      }
      quiet = bars;
    }
    if (quiet == 0) {
      // What is not quiet now will hardly be so within the same bar.
      notBeforeNs = nextKnotNs + stepNs / 2;
      return NEVER;
    }
    long toNs = nextKnotNs + quiet * stepNs - 1;
    long last = Long.MIN_VALUE;
    for (Track track : tracks) {
      last = Math.max(last, track.lastKnotNs(toNs));
    }
    if (last <= nextKnotNs) {
      return NEVER;
    }
    if (engine.isHeard()) {
      sayWhatPassed(toNs);
    }
    return last;
  }

  private boolean areBetweenBars() {
    for (int i = 0; i < lowRaw.length; i++) {
      if (!tracks.get(i).isBetweenBars()) {
        return false;
      }
    }
    return true;
  }

  private void sayWhatPassed(long toNs) {
    for (Track track : tracks) {
      long low = track.lowestKnotRaw(toNs);
      if (low != NEVER) {
        InstrumentId id = track.instrument().id();
        long high = track.highestKnotRaw(toNs);
        engine.passed(
            id,
            Quote.at(id, low, track.knotAtNs(low, toNs)),
            Quote.at(id, high, track.knotAtNs(high, toNs)));
      }
    }
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
