package headroom.data.bars;

import java.util.Arrays;
import java.util.BitSet;

/// Rows of a file as growing columns, with the line each came from.
///
/// Not thread safe; owned by the reader of one file.
final class Columns {

  private static final int FIRST_SIZE = 1 << 12;

  long[] startNs = new long[FIRST_SIZE];
  long[] openRaw = new long[FIRST_SIZE];
  long[] highRaw = new long[FIRST_SIZE];
  long[] lowRaw = new long[FIRST_SIZE];
  long[] closeRaw = new long[FIRST_SIZE];
  long[] volumeRaw = new long[FIRST_SIZE];
  int[] line = new int[FIRST_SIZE];
  int length;

  void add(long start, long open, long high, long low, long close, long volume, long atLine) {
    if (length == startNs.length) {
      resize(length * 2);
    }
    startNs[length] = start;
    openRaw[length] = open;
    highRaw[length] = high;
    lowRaw[length] = low;
    closeRaw[length] = close;
    volumeRaw[length] = volume;
    line[length++] = Math.toIntExact(atLine);
  }

  /// Drops the rows that are not marked.
  void keep(BitSet kept) {
    int to = 0;
    for (int from = kept.nextSetBit(0); from >= 0; from = kept.nextSetBit(from + 1)) {
      startNs[to] = startNs[from];
      openRaw[to] = openRaw[from];
      highRaw[to] = highRaw[from];
      lowRaw[to] = lowRaw[from];
      closeRaw[to] = closeRaw[from];
      volumeRaw[to] = volumeRaw[from];
      line[to++] = line[from];
    }
    length = to;
  }

  /// Gives back the room behind the last row.
  void trim() {
    resize(length);
  }

  private void resize(int size) {
    startNs = Arrays.copyOf(startNs, size);
    openRaw = Arrays.copyOf(openRaw, size);
    highRaw = Arrays.copyOf(highRaw, size);
    lowRaw = Arrays.copyOf(lowRaw, size);
    closeRaw = Arrays.copyOf(closeRaw, size);
    volumeRaw = Arrays.copyOf(volumeRaw, size);
    line = Arrays.copyOf(line, size);
  }
}
