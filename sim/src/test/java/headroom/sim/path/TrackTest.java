package headroom.sim.path;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.num.Fixed;
import headroom.sim.Week;
import headroom.sim.path.SlowPath.Line;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The path against a slow model that knows only knots and straight lines.
class TrackTest {
  private static Bars bars(
      Instrument instrument, long stepNs, SplittableRandom random, int spread) {
    int n = 6;
    long[][] columns = new long[6][n];
    long at = Week.ns("07-01 14:00");
    for (int i = 0; i < n; i++) {
      long low = 100L + random.nextInt(spread);
      long high = low + random.nextInt(spread);
      columns[0][i] = at;
      columns[1][i] = random.nextLong(low, high + 1);
      columns[2][i] = high;
      columns[3][i] = low;
      columns[4][i] = random.nextLong(low, high + 1);
      columns[5][i] = Fixed.ONE;
      at += stepNs * (1 + random.nextInt(2));
    }
    return new Bars(
        instrument, stepNs, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
  }

  @Test
  void hasThePriceOfTheStraightLineAtEveryNanosecondOfShortBars() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 300; round++) {
      long stepNs = 9L + random.nextInt(60);
      Bars bars = bars(Instrument.crypto("X/USD", 1), stepNs, random, 50);
      PathModel model = List.of(PathModel.values()).get(round % 3);
      Track track = new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(model), Week.hours());
      for (int bar = 0; bar < bars.length(); bar++) {
        for (Line line : SlowPath.lines(bars, model, bar, stepNs)) {
          for (long time = line.fromNs(); time <= line.toNs(); time++) {
            track.advance(time);
            long expected =
                line.fromNs() == line.toNs()
                    ? line.toRaw()
                    : line.scaled(time)
                        .divide(line.length(), 0, RoundingMode.HALF_EVEN)
                        .longValueExact();
            assertThat(track.priceRaw()).as("round %s at %s", round, time).isEqualTo(expected);
            assertThat(track.hasPath()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void reachesALevelAtTheFirstNanosecondAtWhichItIsThere() {
    SplittableRandom random = new SplittableRandom(2);
    int reached = 0;
    for (int round = 0; round < 3_000; round++) {
      long stepNs = 9L + random.nextInt(60);
      Bars bars = bars(Instrument.crypto("X/USD", 1), stepNs, random, 40);
      PathModel model = List.of(PathModel.values()).get(round % 3);
      int bar = random.nextInt(bars.length());
      long from = bars.startNs(bar) + random.nextLong(stepNs);
      long level = 95 + random.nextLong(90);
      boolean below = random.nextBoolean();
      Track track = new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(model), Week.hours());
      track.advance(from);
      if (track.isBeyond(level, below)) {
        // An order that arrives there is marketable and waits for nothing.
        continue;
      }

      long found = track.reachesNs(level, below);

      long expected = search(SlowPath.lines(bars, model, bar, stepNs), from, level, below);
      assertThat(found).as("round %s", round).isEqualTo(expected);
      reached += expected < Long.MAX_VALUE ? 1 : 0;
    }
    assertThat(reached).isGreaterThan(50);
  }

  /// Every nanosecond, one after the other.
  private static long search(List<Line> lines, long fromNs, long level, boolean below) {
    for (Line line : lines) {
      for (long time = Math.max(fromNs, line.fromNs()); time <= line.toNs(); time++) {
        if (line.isBeyond(time, level, below)) {
          return time;
        }
      }
    }
    return Long.MAX_VALUE;
  }

  @Test
  void crossesALevelWhenTheQuotientSays() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 20_000; round++) {
      long fromRaw = 1 + random.nextLong(1L << (10 + random.nextInt(40)));
      long toRaw = 1 + random.nextLong(1L << (10 + random.nextInt(40)));
      long low = Math.min(fromRaw, toRaw);
      long high = Math.max(fromRaw, toRaw);
      if (high - low < 2) {
        continue;
      }
      long level = random.nextLong(low + 1, high);
      long stepNs = 300_000_000_000L;
      long start = Week.ns("07-01 14:00");
      Bars bars =
          new Bars(
              Instrument.crypto("X/USD", 1),
              stepNs,
              new long[] {start},
              new long[] {fromRaw},
              new long[] {high},
              new long[] {low},
              new long[] {toRaw},
              new long[] {0});
      PathModel model = toRaw > fromRaw ? PathModel.HIGH_FIRST : PathModel.LOW_FIRST;
      Track track = new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(model), Week.hours());
      track.advance(start);

      // M9: t0 + ⌈|L − p0| · (t1 − t0) / |p1 − p0|⌉, with t1 a third of the bar later.
      BigDecimal quotient =
          BigDecimal.valueOf(Math.abs(level - fromRaw))
              .multiply(BigDecimal.valueOf(stepNs / 3))
              .divide(BigDecimal.valueOf(high - low), new MathContext(60, RoundingMode.HALF_EVEN));
      long expected = start + quotient.setScale(0, RoundingMode.CEILING).longValueExact();
      assertThat(track.crossingNs(level)).as("round %s", round).isEqualTo(expected);
    }
  }

  @Test
  void endsABarOfAStockAtTheClose() {
    long start = Week.ns("07-03 16:50");
    long stepNs = 1_800_000_000_000L;
    Bars bars =
        new Bars(
            Instrument.stock("AAA"),
            stepNs,
            new long[] {start},
            new long[] {Fixed.ONE},
            new long[] {Fixed.ONE},
            new long[] {Fixed.ONE},
            new long[] {Fixed.ONE},
            new long[] {0});
    Track track =
        new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(PathModel.ADAPTIVE), Week.hours());
    List<String> knots = new ArrayList<>();
    track.advance(start - 1);
    for (long next = track.nextKnotNs(); next < Long.MAX_VALUE; next = track.nextKnotNs()) {
      track.advance(next);
      knots.add(Week.text(next));
    }
    assertThat(knots)
        .containsExactly(
            "07-03 16:50:00", "07-03 16:53:20", "07-03 16:56:40", "07-03 16:59:59.999999999");
    track.advance(Week.ns("07-03 17:00"));
    assertThat(track.hasPath()).isFalse();
  }

  @Test
  void hasNoPathBetweenBars() {
    long start = Week.ns("07-01 14:00");
    long stepNs = 300_000_000_000L;
    long[] prices = {Fixed.ONE, Fixed.ONE};
    Bars bars =
        new Bars(
            Instrument.crypto("X/USD", 1),
            stepNs,
            new long[] {start, start + 2 * stepNs},
            prices,
            prices,
            prices,
            prices,
            prices);
    Track track =
        new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(PathModel.ADAPTIVE), Week.hours());

    track.advance(start - 1);
    assertThat(track.hasPath()).isFalse();
    track.advance(start);
    assertThat(track.hasPath() && track.isOpening()).isTrue();
    track.advance(start + stepNs - 1);
    assertThat(track.hasPath() && track.isKnot()).isTrue();
    track.advance(start + stepNs);
    assertThat(track.hasPath()).isFalse();
    track.advance(start + 2 * stepNs);
    assertThat(track.hasPath() && track.isOpening()).isTrue();
    track.advance(start + 3 * stepNs);
    assertThat(track.hasPath() || !track.isOver()).isFalse();
  }
}
