package headroom.sim.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.num.Fixed;
import headroom.sim.Week;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The chance that the high comes first, against all ways of a walk over a grid, counted.
class BridgeTest {
  private static final int TOP = 60;
  private static final long STEP_NS = 300_000_000_000L;

  /// A walk that has met neither wall, one of them, or both.
  private static final int NEITHER = 0;

  private static final int HIGH = 1;
  private static final int LOW = 2;
  private static final int HIGH_THEN_LOW = 3;
  private static final int LOW_THEN_HIGH = 4;

  /// The share of those walks from `open` to `close` with just this range that are at its top
  /// first.
  private static double counted(int open, int close) {
    // A range squared is 4 ln 2 variances; the walls of the grid lie half a step outside.
    int steps = (int) Math.round((TOP + 1.0) * (TOP + 1) / (4 * Math.log(2)));
    steps += (steps - (open - close)) % 2 == 0 ? 0 : 1;
    double[][] ways = new double[5][TOP + 1];
    ways[open == TOP ? HIGH : open == 0 ? LOW : NEITHER][open] = 1;
    for (int step = 0; step < steps; step++) {
      double[][] next = new double[5][TOP + 1];
      for (int met = 0; met < ways.length; met++) {
        for (int at = 0; at <= TOP; at++) {
          for (int to = at - 1; to <= at + 1; to += 2) {
            if (to >= 0 && to <= TOP && ways[met][at] > 0) {
              next[after(met, to)][to] += ways[met][at] / 2;
            }
          }
        }
      }
      ways = next;
    }
    return ways[HIGH_THEN_LOW][close] / (ways[HIGH_THEN_LOW][close] + ways[LOW_THEN_HIGH][close]);
  }

  private static int after(int met, int at) {
    if (at == TOP) {
      return met == NEITHER ? HIGH : met == LOW ? LOW_THEN_HIGH : met;
    }
    if (at == 0) {
      return met == NEITHER ? LOW : met == HIGH ? HIGH_THEN_LOW : met;
    }
    return met;
  }

  private static double chance(int open, int close) {
    return Bridge.chanceOfHighFirst((open + 0.5) / (TOP + 1), (close + 0.5) / (TOP + 1));
  }

  @Test
  void isTheShareOfAllWaysThatHaveTheHighFirst() {
    int[][] bars = {{10, 10}, {10, 30}, {30, 10}, {50, 50}, {3, 31}, {40, 20}, {58, 2}, {20, 24}};
    for (int[] bar : bars) {
      assertThat(chance(bar[0], bar[1]))
          .as(Arrays.toString(bar))
          .isCloseTo(counted(bar[0], bar[1]), within(0.015));
    }
  }

  @Test
  void anExtremeThatIsTheOpenIsTheFirst() {
    assertThat(Bridge.chanceOfHighFirst(0, 0.3)).isZero();
    assertThat(Bridge.chanceOfHighFirst(1, 0.3)).isOne();
    assertThat(Bridge.chanceOfHighFirst(0.3, 0)).isOne();
    assertThat(Bridge.chanceOfHighFirst(0.3, 1)).isZero();
    assertThat(Bridge.chanceOfHighFirst(0, 0)).isEqualTo(0.5);
    assertThat(Bridge.chanceOfHighFirst(0.5, 0.5)).isEqualTo(0.5);
  }

  private static Bars bars(String name, int count, int skip) {
    long[][] columns = new long[6][count];
    for (int i = 0; i < count; i++) {
      columns[0][i] = Week.ns("07-01 14:00") + (i + skip) * STEP_NS;
      columns[1][i] = 101 * Fixed.ONE;
      columns[2][i] = 103 * Fixed.ONE;
      columns[3][i] = 100 * Fixed.ONE;
      columns[4][i] = 102 * Fixed.ONE;
    }
    return new Bars(
        Instrument.crypto(name, 1),
        STEP_NS,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  @Test
  void theDrawBelongsToTheInstrumentTheBarAndTheSeedAlone() {
    Bars whole = bars("X/USD", 4_000, 0);
    Bars later = bars("X/USD", 3_000, 1_000);
    Bars other = bars("Y/USD", 4_000, 0);
    Extremes first = PathModel.BRIDGE.extremes(1, () -> (_, _) -> true);
    Extremes second = PathModel.BRIDGE.extremes(2, () -> (_, _) -> true);
    int highFirst = 0;
    int otherName = 0;
    int otherSeed = 0;
    for (int i = 3_999; i >= 0; i--) {
      boolean drawn = first.isHighFirst(whole, i);
      if (i >= 1_000) {
        assertThat(first.isHighFirst(later, i - 1_000)).isEqualTo(drawn);
      }
      highFirst += drawn ? 1 : 0;
      otherName += first.isHighFirst(other, i) == drawn ? 0 : 1;
      otherSeed += second.isHighFirst(whole, i) == drawn ? 0 : 1;
    }
    double chance = Bridge.chanceOfHighFirst(1 / 3.0, 2 / 3.0);
    assertThat(highFirst / 4_000.0).isCloseTo(chance, within(0.015));
    // Two independent draws differ in 2p(1 − p) of the bars.
    double differ = 2 * chance * (1 - chance);
    assertThat(otherName / 4_000.0).isCloseTo(differ, within(0.03));
    assertThat(otherSeed / 4_000.0).isCloseTo(differ, within(0.03));
  }
}
