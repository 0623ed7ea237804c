package headroom.sim.path;

import headroom.core.market.Bars;
import java.math.BigDecimal;
import java.util.List;

/// A path as nothing but straight lines, slow and obvious.
public final class SlowPath {
  private SlowPath() {}

  /// One straight line, ends inclusive.
  public record Line(long fromNs, long toNs, long fromRaw, long toRaw) {
    /// The price times the length of the line, exactly.
    public BigDecimal scaled(long timeNs) {
      BigDecimal way = BigDecimal.valueOf(toRaw - fromRaw).multiply(at(timeNs - fromNs));
      return at(fromRaw).multiply(length()).add(way);
    }

    public BigDecimal length() {
      return at(toNs - fromNs);
    }

    private static BigDecimal at(long number) {
      return BigDecimal.valueOf(number);
    }

    public boolean isBeyond(long timeNs, long levelRaw, boolean below) {
      int compared = scaled(timeNs).compareTo(at(levelRaw).multiply(length()));
      return below ? compared <= 0 : compared >= 0;
    }
  }

  /// What a model says, with the worst turning at every second bar.
  public static Extremes extremes(PathModel model) {
    return model.extremes(7, () -> (_, bar) -> bar % 2 == 0);
  }

  /// The lines of one bar of this length.
  public static List<Line> lines(Bars bars, PathModel model, int bar, long lengthNs) {
    long start = bars.startNs(bar);
    long open = bars.openRaw(bar);
    long high = bars.highRaw(bar);
    long low = bars.lowRaw(bar);
    long close = bars.closeRaw(bar);
    boolean highFirst = extremes(model).isHighFirst(bars, bar);
    if (model == PathModel.ADAPTIVE) {
      // M6, in its own words.
      highFirst = high - open < open - low || (high - open == open - low && close < open);
    }
    long first = highFirst ? high : low;
    long second = highFirst ? low : high;
    long third = start + lengthNs / 3;
    long twoThirds = start + 2 * lengthNs / 3;
    return List.of(
        new Line(start, third, open, first),
        new Line(third, twoThirds, first, second),
        new Line(twoThirds, start + lengthNs - 1, second, close));
  }
}
