package headroom.data.check;

import headroom.core.market.Instrument;
import headroom.data.bars.FileReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found in one series.
///
/// @param instrument what it is a series of, with the attributes in force
/// @param file what became of the rows of its file
/// @param stepNs the usual step
/// @param firstNs when the first bar begins
/// @param endNs when the last bar ends
/// @param gaps bars missing between the first and the last
/// @param missing how many bars the gaps have together
/// @param jumps prices far from the one before
/// @param offTick bars with a price that is not on the tick
/// @param withoutVolume bars in which nothing was traded
/// @param shortfallNs trading time between its end and the end of all data, if that is more than a
///   session for a stock or a day for a coin; else 0
/// @param shift how its times are displaced; null if nothing says that they are
/// @param repeats days that repeat an earlier one
/// @param stays at prices far from those before and after
public record SeriesCheck(
    Instrument instrument,
    FileReport file,
    long stepNs,
    long firstNs,
    long endNs,
    List<Gap> gaps,
    int missing,
    List<Jump> jumps,
    int offTick,
    int withoutVolume,
    long shortfallNs,
    @Nullable Shift shift,
    List<Repeats.Repeat> repeats,
    List<Strangers.Stay> stays) {

  public SeriesCheck {
    gaps = List.copyOf(gaps);
    jumps = List.copyOf(jumps);
    repeats = List.copyOf(repeats);
    stays = List.copyOf(stays);
  }

  /// Whether its times are displaced.
  public boolean shiftedTimes() {
    return shift != null;
  }

  /// Whether the series ends long before the others.
  public boolean endsEarly() {
    return shortfallNs > 0;
  }
}
