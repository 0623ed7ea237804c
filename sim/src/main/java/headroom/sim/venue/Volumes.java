package headroom.sim.venue;

import headroom.sim.path.Track;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// What own orders may still take of the volume of each present bar.
///
/// All that is filled in a bar together is at most its volume. With a participation it is at most
/// that share of what is traded in the rest of the bar, as if it were traded evenly.
///
/// Not thread safe; owned by the venue.
final class Volumes {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private final List<Track> tracks;
  private final int sharePpm;

  /// What is left of the present bar; below 0 if nobody has asked yet.
  private final long[] leftRaw;

  private final long[] barNs;

  /// @param sharePpm the share of the rest of a bar that can be had; 0: all of the bar
  Volumes(List<Track> tracks, int sharePpm) {
    this.tracks = tracks;
    this.sharePpm = sharePpm;
    this.leftRaw = new long[tracks.size()];
    this.barNs = new long[tracks.size()];
    Arrays.fill(barNs, Long.MIN_VALUE);
  }

  /// Moves to the present bar of a track.
  ///
  /// @return whether it is another one than before
  boolean enter(int place) {
    Track track = tracks.get(place);
    if (barNs[place] == track.barStartNs()) {
      return false;
    }
    barNs[place] = track.barStartNs();
    leftRaw[place] = -1;
    return true;
  }

  /// What can be had now of a quantity, which is then gone.
  long take(int place, long quantityRaw, long nowNs) {
    if (leftRaw[place] < 0) {
      Track track = tracks.get(place);
      leftRaw[place] = track.instrument().quantityOnStepRaw(track.volumeRaw());
    }
    if (sharePpm > 0) {
      leftRaw[place] = Math.min(leftRaw[place], restRaw(tracks.get(place), nowNs));
    }
    long takenRaw = Math.min(quantityRaw, leftRaw[place]);
    leftRaw[place] -= takenRaw;
    return takenRaw;
  }

  private long restRaw(Track track, long nowNs) {
    BigInteger rest =
        BigInteger.valueOf(track.volumeRaw())
            .multiply(BigInteger.valueOf(sharePpm))
            .multiply(BigInteger.valueOf(track.barEndNs() - nowNs))
            .divide(MILLION.multiply(BigInteger.valueOf(track.barEndNs() - track.barStartNs())));
    return track.instrument().quantityOnStepRaw(rest.longValueExact());
  }
}
