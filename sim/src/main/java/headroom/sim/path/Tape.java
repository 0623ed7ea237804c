package headroom.sim.path;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import headroom.core.market.InstrumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The bars of a run, by instrument name, as far as they can be played.
///
/// @param series one per instrument, in the order of their names
/// @param indexes of the series, in the same order
/// @param leftOut bars of stocks that do not begin inside a session, or cross the open of one
public record Tape(List<Bars> series, List<MinMaxIndex> indexes, long leftOut) {
  public Tape {
    series = List.copyOf(series);
    indexes = List.copyOf(indexes);
  }

  /// Keeps of stocks the bars that begin inside a session, an extended one if there is one, and are
  /// not half before the open.
  ///
  /// @throws IllegalArgumentException if an instrument is given twice
  public static Tape of(List<Bars> given, TradingHours hours) {
    List<Bars> kept = new ArrayList<>();
    long leftOut = 0;
    for (Bars bars : given) {
      Bars inside = bars.instrument().isStock() ? inSession(bars, hours) : bars;
      leftOut += bars.length() - inside.length();
      kept.add(inside);
    }
    kept.sort(Comparator.comparing(Bars::id));
    for (int i = 1; i < kept.size(); i++) {
      InstrumentId id = kept.get(i).id();
      if (id.equals(kept.get(i - 1).id())) {
        throw new IllegalArgumentException("instrument must be given once, was " + id.value());
      }
    }
    return new Tape(kept, kept.stream().map(MinMaxIndex::new).toList(), leftOut);
  }

  private static Bars inSession(Bars bars, TradingHours hours) {
    int inside = 0;
    for (int i = 0; i < bars.length(); i++) {
      inside += isInside(bars, i, hours) ? 1 : 0;
    }
    if (inside == bars.length()) {
      return bars;
    }
    long[][] columns = new long[6][inside];
    int at = 0;
    for (int i = 0; i < bars.length(); i++) {
      if (isInside(bars, i, hours)) {
        columns[0][at] = bars.startNs(i);
        columns[1][at] = bars.openRaw(i);
        columns[2][at] = bars.highRaw(i);
        columns[3][at] = bars.lowRaw(i);
        columns[4][at] = bars.closeRaw(i);
        columns[5][at] = bars.volumeRaw(i);
        at++;
      }
    }
    return new Bars(
        bars.instrument(),
        bars.stepNs(),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  private static boolean isInside(Bars bars, int bar, TradingHours hours) {
    long startNs = bars.startNs(bar);
    if (!hours.extended().isOpen(startNs)) {
      return false;
    }
    long openNs = hours.opensNs(hours.extended().sessionAt(startNs));
    return startNs >= openNs || startNs + bars.stepNs() <= openNs;
  }

  /// All bars.
  public long bars() {
    return series.stream().mapToLong(Bars::length).sum();
  }

  /// When the first bar starts; `Long.MAX_VALUE` if there is none.
  public long startNs() {
    return series.stream()
        .filter(bars -> bars.length() > 0)
        .mapToLong(bars -> bars.startNs(0))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /// When the last bar ends; `Long.MIN_VALUE` if there is none.
  public long endNs() {
    return series.stream()
        .filter(bars -> bars.length() > 0)
        .mapToLong(bars -> bars.startNs(bars.length() - 1) + bars.stepNs())
        .max()
        .orElse(Long.MIN_VALUE);
  }
}
