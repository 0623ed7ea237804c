package headroom.data.bars;

import org.jspecify.annotations.Nullable;

/// Counts the rows of a file whose time occurred before, to say in one sentence where they come
/// from.
///
/// Not thread safe; owned by the reader of one file.
final class Twice {

  /// Fewer are named row by row, and that says enough.
  private static final int LEAST_TOLD = 10;

  /// Prices of one instrument at one time do not differ by more than a tenth.
  private static final int SHARE = 10;

  private int equal;
  private int far;
  private int firstLine;
  private int lastLine;

  /// @param first a row
  /// @param again a later row of the same time
  void met(Columns columns, int first, int again) {
    firstLine = firstLine == 0 ? columns.line[again] : firstLine;
    lastLine = columns.line[again];
    long openRaw = columns.openRaw[first];
    if (columns.openRaw[again] == openRaw
        && columns.highRaw[again] == columns.highRaw[first]
        && columns.lowRaw[again] == columns.lowRaw[first]
        && columns.closeRaw[again] == columns.closeRaw[first]) {
      equal++;
    } else if (Math.abs(columns.openRaw[again] - openRaw) > openRaw / SHARE) {
      far++;
    }
  }

  /// What they have in common; null if they are few or nothing.
  @Nullable String told() {
    if (far >= LEAST_TOLD) {
      return "file must hold one instrument, had %s times twice with prices far apart, in lines %s to %s: perhaps mixed symbols"
          .formatted(far, firstLine, lastLine);
    }
    return equal >= LEAST_TOLD
        ? "file must hold each bar once, had %s bars again in lines %s to %s: a duplicated stretch"
            .formatted(equal, firstLine, lastLine)
        : null;
  }
}
