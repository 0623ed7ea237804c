package headroom.sim.run;

import headroom.core.market.Bars;
import java.util.ArrayList;
import java.util.List;

/// Longer bars made of shorter ones.
final class Joined {
  private Joined() {}

  /// @param times how many make one, as far as they are there; whole multiples of that length since
  ///   1970 begin one
  static Bars of(Bars bars, int times) {
    long stepNs = bars.stepNs() * times;
    List<long[]> rows = new ArrayList<>();
    for (int i = 0; i < bars.length(); i++) {
      long startNs = Math.floorDiv(bars.startNs(i), stepNs) * stepNs;
      if (rows.isEmpty() || rows.getLast()[0] != startNs) {
        rows.add(
            new long[] {
              startNs,
              bars.openRaw(i),
              bars.highRaw(i),
              bars.lowRaw(i),
              bars.closeRaw(i),
              bars.volumeRaw(i)
            });
      } else {
        long[] row = rows.getLast();
        row[2] = Math.max(row[2], bars.highRaw(i));
        row[3] = Math.min(row[3], bars.lowRaw(i));
        row[4] = bars.closeRaw(i);
        row[5] += bars.volumeRaw(i);
      }
    }
    long[][] columns = new long[6][];
    for (int c = 0; c < columns.length; c++) {
      int column = c;
      columns[c] = rows.stream().mapToLong(row -> row[column]).toArray();
    }
    return new Bars(
        bars.instrument(),
        stepNs,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }
}
