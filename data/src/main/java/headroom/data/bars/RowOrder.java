package headroom.data.bars;

import headroom.core.num.Fixed;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts the rows of one file to the tests that need more than one row: times increase, and all of
/// them lie on one grid.
final class RowOrder {

  private RowOrder() {}

  /// Drops the rows whose times do not increase, as few as possible: one wrong year in the middle
  /// costs one row, not all that follow.
  static void requireIncreasing(String file, Columns columns, List<Problem> problems) {
    if (increases(columns)) {
      return;
    }
    BitSet kept = longestIncreasing(columns);
    Map<Long, Integer> lineOf = new TreeMap<>();
    kept.stream().forEach(row -> lineOf.put(columns.startNs[row], columns.line[row]));
    long previousNs = Long.MIN_VALUE;
    Twice twice = new Twice();
    for (int row = 0; row < columns.length; row++) {
      long ns = columns.startNs[row];
      if (kept.get(row)) {
        previousNs = ns;
        continue;
      }
      Integer first = lineOf.get(ns);
      if (first != null) {
        twice.met(columns, rowAt(columns, first), row);
      }
      String message =
          first != null
              ? "timestamp must occur once, was %s as in line %s"
                  .formatted(Timestamps.text(ns), first)
              : "timestamp must be %s, was %s"
                  .formatted(fitting(previousNs, kept, row, columns), Timestamps.text(ns));
      problems.add(new Problem(file, columns.line[row], message));
    }
    @Nullable String whole = twice.told();
    if (whole != null) {
      problems.add(Problem.ofFile(file, whole));
    }
    columns.keep(kept);
  }

  /// Lines grow with rows, also where some are blank.
  private static int rowAt(Columns columns, int line) {
    return Arrays.binarySearch(columns.line, 0, columns.length, line);
  }

  private static String fitting(long previousNs, BitSet kept, int row, Columns columns) {
    int next = kept.nextSetBit(row);
    String after = previousNs == Long.MIN_VALUE ? "" : "after " + Timestamps.text(previousNs);
    String before = next < 0 ? "" : "before " + Timestamps.text(columns.startNs[next]);
    return after.isEmpty() || before.isEmpty() ? after + before : after + " and " + before;
  }

  private static boolean increases(Columns columns) {
    for (int row = 1; row < columns.length; row++) {
      if (columns.startNs[row] <= columns.startNs[row - 1]) {
        return false;
      }
    }
    return true;
  }

  /// The longest strictly increasing choice of rows, by patience sorting; of equal times the first.
  private static BitSet longestIncreasing(Columns columns) {
    int[] lastRow = new int[columns.length];
    long[] lastNs = new long[columns.length];
    int[] before = new int[columns.length];
    int longest = 0;
    for (int row = 0; row < columns.length; row++) {
      int found = Arrays.binarySearch(lastNs, 0, longest, columns.startNs[row]);
      if (found >= 0) {
        before[row] = -1;
        continue;
      }
      int length = -found - 1;
      before[row] = length == 0 ? -1 : lastRow[length - 1];
      lastRow[length] = row;
      lastNs[length] = columns.startNs[row];
      longest = Math.max(longest, length + 1);
    }
    BitSet kept = new BitSet(columns.length);
    int row = longest == 0 ? -1 : lastRow[longest - 1];
    while (row >= 0) {
      kept.set(row);
      row = before[row];
    }
    return kept;
  }

  /// The most frequent step between rows, the smaller of two that are equally frequent; 0 with
  /// fewer than two rows.
  static long stepNs(Columns columns) {
    Map<Long, Integer> counts = new TreeMap<>();
    int run = 0;
    for (int row = 1; row < columns.length; row++) {
      run++;
      boolean last = row + 1 == columns.length;
      long step = columns.startNs[row] - columns.startNs[row - 1];
      if (last || columns.startNs[row + 1] - columns.startNs[row] != step) {
        counts.merge(step, run, Integer::sum);
        run = 0;
      }
    }
    long best = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  /// Drops the rows that are not a whole number of steps away from most others.
  static void requireGrid(String file, Columns columns, long stepNs, List<Problem> problems) {
    Map<Long, Integer> phases = new TreeMap<>();
    for (int row = 0; row < columns.length; row++) {
      phases.merge(columns.startNs[row] % stepNs, 1, Integer::sum);
    }
    if (phases.size() <= 1) {
      return;
    }
    long phase = -1;
    int most = 0;
    for (Map.Entry<Long, Integer> entry : phases.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        phase = entry.getKey();
      }
    }
    BitSet kept = new BitSet(columns.length);
    for (int row = 0; row < columns.length; row++) {
      long ns = columns.startNs[row];
      kept.set(row, ns % stepNs == phase);
      if (!kept.get(row)) {
        long onGrid = ns - Math.floorMod(ns - phase, stepNs);
        problems.add(
            new Problem(
                file,
                columns.line[row],
                "timestamp must be a multiple of the usual step of %s s from the others, such as %s, was %s"
                    .formatted(seconds(stepNs), Timestamps.text(onGrid), Timestamps.text(ns))));
      }
    }
    columns.keep(kept);
  }

  private static String seconds(long ns) {
    return Fixed.text(ns);
  }
}
