package headroom.sim.run;

import headroom.core.engine.Engine;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.sim.path.Ahead;
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
  private final long[] knotNs = new long[3];

  /// The instrument that was not quiet last.
  private int restless;

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
    long quietNs = quietToNs(nextKnotNs, beforeNs);
    if (quietNs == NEVER) {
      return NEVER;
    }
    long last = Long.MIN_VALUE;
    for (int i = 0; i < lowRaw.length; i++) {
      last = Math.max(last, tracks.get(i).ahead().lastKnotNs(quietNs));
    }
    if (last <= nextKnotNs) {
      return NEVER;
    }
    if (engine.isHeard()) {
      sayWhatPassed(quietNs);
    }
    return last;
  }

  /// How long it is quiet: whole bars if the rest of this one is, otherwise some of its lines.
  private long quietToNs(long nextKnotNs, long beforeNs) {
    int knots = 0;
    for (int i = 0; i < lowRaw.length && knots == 0; i++) {
      if (tracks.get(i).nextKnotNs() == nextKnotNs) {
        knots = tracks.get(i).ahead().knotsAfterNext(knotNs);
      }
    }
    for (int knot = knots - 1; knot >= 0; knot--) {
      long toNs = knotNs[knot];
      if (toNs < beforeNs && isQuietTo(toNs)) {
        return knot == knots - 1 ? longerThan(toNs, beforeNs) : toNs;
      }
    }
    return NEVER;
  }

  /// Adds as many whole bars as are quiet too.
  private long longerThan(long toNs, long beforeNs) {
    long most = (beforeNs - 1 - toNs) / stepNs;
    long quiet = 0;
    for (long bars = 1; quiet < most; bars = Math.min(2 * bars, most)) {
      if (!isQuietTo(toNs + bars * stepNs)) {
        break;
      }
      quiet = bars;
    }
    return toNs + quiet * stepNs;
  }

  private void sayWhatPassed(long toNs) {
    for (Track track : tracks) {
      Ahead ahead = track.ahead();
      if (ahead.lookAtKnots(toNs)) {
        InstrumentId id = track.instrument().id();
        long low = ahead.lowestRaw();
        long high = ahead.highestRaw();
        engine.passed(
            id,
            Quote.at(id, low, ahead.knotAtNs(low, toNs)),
            Quote.at(id, high, ahead.knotAtNs(high, toNs)));
      }
    }
  }

  private boolean isQuietTo(long toNs) {
    // What was not quiet last time is the likeliest not to be now, and one is enough.
    if (!isQuiet(restless, toNs)) {
      return false;
    }
    for (int i = 0; i < lowRaw.length; i++) {
      if (i != restless && !isQuiet(i, toNs)) {
        restless = i;
        return false;
      }
    }
    return engine.isQuietWithin(lowRaw, highRaw) && touches.isQuietWithin(lowRaw, highRaw);
  }

  /// Whether no tolerance and no order of one instrument is reached.
  private boolean isQuiet(int i, long toNs) {
    Ahead ahead = tracks.get(i).ahead();
    boolean moves = ahead.look(toNs);
    lowRaw[i] = moves ? ahead.lowestRaw() : 0;
    highRaw[i] = moves ? ahead.highestRaw() : 0;
    return !moves
        || (engine.isQuietWithin(i, lowRaw[i], highRaw[i])
            && venue.isQuietWithin(i, lowRaw[i], highRaw[i]));
  }
}
