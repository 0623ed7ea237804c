package headroom.core.market;

import headroom.core.num.Fixed;
import headroom.core.num.Price;
import java.util.Arrays;

/// The bars of one instrument as columns, oldest first.
///
/// **Invariant:** the columns are equally long, starts increase strictly, and in every bar low ≤
/// open, close ≤ high, with all prices positive and no volume negative.
///
/// Immutable; the accessors read, they do not copy.
public final class Bars {

  private static final int WIDTH = 5;

  private final Instrument instrument;
  private final long stepNs;
  private final long[] startNs;

  /// The prices and the volume of each bar, one bar after another: who looks at a bar looks at all
  /// of it, and many series are looked at in turn.
  private final long[] rows;

  /// @param stepNs the length of a bar in nanoseconds; above 0
  /// @param startNs when each bar opens, in nanoseconds since 1970 UTC
  /// @param volumeRaw units traded in each bar, in billionths, saturated at `Long.MAX_VALUE`
  public Bars(
      Instrument instrument,
      long stepNs,
      long[] startNs,
      long[] openRaw,
      long[] highRaw,
      long[] lowRaw,
      long[] closeRaw,
      long[] volumeRaw) {
    this.instrument = instrument;
    this.stepNs = stepNs;
    this.startNs = startNs.clone();
    this.rows = new long[WIDTH * startNs.length];
    long[][] columns = {openRaw, highRaw, lowRaw, closeRaw, volumeRaw};
    for (int column = 0; column < WIDTH; column++) {
      for (int i = 0; i < startNs.length; i++) {
        rows[WIDTH * i + column] = columns[column][i];
      }
    }
    if (stepNs <= 0) {
      throw new IllegalArgumentException("step must be above 0 ns, was " + stepNs);
    }
    for (int i = 0; i < startNs.length; i++) {
      check(i);
    }
  }

  /// Some of the bars of a series that was checked.
  private Bars(Bars all, int from, int to) {
    this.instrument = all.instrument;
    this.stepNs = all.stepNs;
    this.startNs = Arrays.copyOfRange(all.startNs, from, to);
    this.rows = Arrays.copyOfRange(all.rows, WIDTH * from, WIDTH * to);
  }

  private void check(int bar) {
    boolean ordered = bar == 0 || startNs[bar] > startNs[bar - 1];
    boolean wide =
        lowRaw(bar) <= Math.min(openRaw(bar), closeRaw(bar))
            && highRaw(bar) >= Math.max(openRaw(bar), closeRaw(bar));
    boolean positive = lowRaw(bar) > 0 && highRaw(bar) <= Price.MAX_RAW && volumeRaw(bar) >= 0;
    if (!ordered || !wide || !positive) {
      throw new IllegalArgumentException(
          "bar %s of %s must follow the one before and have 0 < low ≤ open, close ≤ high, was %s: %s %s %s %s, volume %s"
              .formatted(
                  bar,
                  instrument.id(),
                  startNs[bar],
                  Fixed.text(openRaw(bar)),
                  Fixed.text(highRaw(bar)),
                  Fixed.text(lowRaw(bar)),
                  Fixed.text(closeRaw(bar)),
                  Fixed.text(volumeRaw(bar))));
    }
  }

  public Instrument instrument() {
    return instrument;
  }

  public InstrumentId id() {
    return instrument.id();
  }

  public int length() {
    return startNs.length;
  }

  /// The length of a bar in nanoseconds.
  public long stepNs() {
    return stepNs;
  }

  public long startNs(int bar) {
    return startNs[bar];
  }

  public long openRaw(int bar) {
    return rows[WIDTH * bar];
  }

  public long highRaw(int bar) {
    return rows[WIDTH * bar + 1];
  }

  public long lowRaw(int bar) {
    return rows[WIDTH * bar + 2];
  }

  public long closeRaw(int bar) {
    return rows[WIDTH * bar + 3];
  }

  public long volumeRaw(int bar) {
    return rows[WIDTH * bar + 4];
  }

  /// The first bar that starts at `timeNs` or later; [#length] if none does.
  public int firstFrom(long timeNs) {
    int found = Arrays.binarySearch(startNs, timeNs);
    return found >= 0 ? found : -found - 1;
  }

  /// The bars that start in `[fromNs, toNs)`.
  public Bars between(long fromNs, long toNs) {
    int from = firstFrom(fromNs);
    int to = Math.max(from, firstFrom(toNs));
    return new Bars(this, from, to);
  }
}
