package headroom.data.imports;

import headroom.core.market.Bars;
import headroom.data.Durations;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Joins parts of one series. A bar that is in two of them, alike, counts once.
///
/// Not thread safe; owned by one import.
final class Merge {

  private long again;

  /// One series of all parts.
  ///
  /// @param parts of one instrument, at least one
  /// @throws IllegalArgumentException if their bars have different lengths, or two differ at one
  ///   time
  Bars of(List<Bars> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<Bars> ordered =
        parts.stream().sorted(Comparator.comparingLong(part -> part.startNs(0))).toList();
    long stepNs = ordered.getFirst().stepNs();
    int most = 0;
    for (Bars part : ordered) {
      if (part.stepNs() != stepNs) {
        throw new IllegalArgumentException(
            "files of %s must have bars of one length, had %s and %s"
                .formatted(part.id(), Durations.text(stepNs), Durations.text(part.stepNs())));
      }
      most += part.length();
    }
    Joined joined = new Joined(most);
    for (Bars part : ordered) {
      for (int bar = 0; bar < part.length(); bar++) {
        joined.add(part, bar);
      }
    }
    return joined.bars(ordered.getFirst());
  }

  /// Bars that were in more than one part.
  long again() {
    return again;
  }

  private final class Joined {
    private final long[][] columns;
    private int length;

    Joined(int most) {
      columns = new long[6][most];
    }

    void add(Bars part, int bar) {
      long startNs = part.startNs(bar);
      int at = Arrays.binarySearch(columns[0], 0, length, startNs);
      long[] row = {
        startNs,
        part.openRaw(bar),
        part.highRaw(bar),
        part.lowRaw(bar),
        part.closeRaw(bar),
        part.volumeRaw(bar)
      };
      if (at >= 0) {
        requireAlike(part, row, at);
        again++;
        return;
      }
      int place = -at - 1;
      for (int column = 0; column < columns.length; column++) {
        System.arraycopy(columns[column], place, columns[column], place + 1, length - place);
        columns[column][place] = row[column];
      }
      length++;
    }

    private void requireAlike(Bars part, long[] row, int at) {
      for (int column = 0; column < columns.length; column++) {
        if (columns[column][at] != row[column]) {
          throw new IllegalArgumentException(
              "bars of %s must be alike in all files, were different at %s"
                  .formatted(part.id(), Instant.ofEpochSecond(0, row[0])));
        }
      }
    }

    Bars bars(Bars first) {
      long[][] kept = new long[columns.length][];
      for (int column = 0; column < columns.length; column++) {
        kept[column] = Arrays.copyOf(columns[column], length);
      }
      return new Bars(
          first.instrument(), first.stepNs(), kept[0], kept[1], kept[2], kept[3], kept[4], kept[5]);
    }
  }
}
