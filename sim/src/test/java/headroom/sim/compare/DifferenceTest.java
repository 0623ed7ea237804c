package headroom.sim.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DifferenceTest {
  private static final Bootstrap USUAL = new Bootstrap(Bootstrap.DEFAULT_RESAMPLES, 1);

  @Test
  void theSameRunTwiceIsNoEvidence() {
    DailyChanges run = days(normal(60, 7));
    Difference difference = Difference.of(run, run, USUAL);

    assertThat(difference.verdict()).isEqualTo(Verdict.NO_EVIDENCE);
    assertThat(difference.netPnl()).isEqualTo(Money.ZERO);
    assertThat(difference.differingDays()).isZero();
    assertThat(difference.interval()).isEqualTo(new Interval(0, 0, 0, 1));
  }

  @Test
  void aConstantAdvantageIsBetterAndTheOtherWayRoundWorse() {
    double[] base = normal(60, 7);
    double[] more = Arrays.stream(base).map(one -> one + 0.25).toArray();

    Difference better = Difference.of(days(more), days(base), USUAL);
    Difference worse = Difference.of(days(base), days(more), USUAL);

    assertThat(better.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(worse.verdict()).isEqualTo(Verdict.WORSE);
    // 60 · 0.25; what the days were worth on both sides has gone.
    assertThat((double) better.netPnl().raw() / Fixed.ONE).isEqualTo(15, within(1e-6));
    assertThat(low(better)).isEqualTo(15, within(1e-6));
    assertThat(low(worse)).isEqualTo(-15, within(1e-6));
  }

  @Test
  void theDifferenceIsExactAndInsideItsInterval() {
    double[] one = normal(100, 1);
    Difference difference = Difference.of(days(one), days(normal(100, 2)), USUAL);
    Money sum =
        days(one).lessThoseOf(days(normal(100, 2))).stream().reduce(Money.ZERO, Money::plus);
    assertThat(difference.netPnl()).isEqualTo(sum);
    assertThat(difference.interval())
        .matches(interval -> interval.holds((double) sum.raw() / Fixed.ONE));
  }

  @Test
  void tooFewDaysHaveNoInterval() {
    double[] gains = new double[Difference.LEAST_DAYS];
    Arrays.fill(gains, 1);
    double[] fewer = Arrays.copyOf(gains, Difference.LEAST_DAYS - 1);

    Difference few = Difference.of(days(fewer), days(new double[fewer.length]), USUAL);
    assertThat(few.verdict()).isEqualTo(Verdict.TOO_FEW_DAYS);
    assertThat(few.interval()).isNull();
    assertThat(few.netPnl()).isEqualTo(Money.of("19"));
    assertThat(Difference.of(days(gains), days(new double[gains.length]), USUAL).verdict())
        .isEqualTo(Verdict.BETTER);
  }

  @Test
  void fiveGoodDaysAreWhatFiveCoinsCanDo() {
    double[] five = new double[60];
    double[] six = new double[60];
    for (int day = 0; day < 6; day++) {
      six[day * 10] = 1;
      five[day * 10] = day < 5 ? 1 : 0;
    }
    Difference few = Difference.of(days(five), days(new double[60]), USUAL);
    Difference enough = Difference.of(days(six), days(new double[60]), USUAL);

    // Both intervals are above zero; five differing days are not enough all the same.
    assertThat(low(few)).isPositive();
    assertThat(few.verdict()).isEqualTo(Verdict.NO_EVIDENCE);
    assertThat(few.differingDays()).isEqualTo(5);
    assertThat(enough.verdict()).isEqualTo(Verdict.BETTER);
  }

  @Test
  void onlyTheSeedDecidesWhatIsDrawn() {
    DailyChanges one = days(normal(80, 3));
    DailyChanges other = days(normal(80, 4));

    Difference first = Difference.of(one, other, new Bootstrap(500, 9));
    assertThat(Difference.of(one, other, new Bootstrap(500, 9))).isEqualTo(first);
    assertThat(Difference.of(one, other, new Bootstrap(500, 10)).interval())
        .isNotEqualTo(first.interval());
  }

  @Test
  void runsOfOtherDaysAreNotCompared() {
    DailyChanges january = days(1, 2, 3);
    DailyChanges shifted = new DailyChanges(List.of("a", "b", "c"), january.changes());
    assertThatThrownBy(() -> Difference.of(january, shifted, USUAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("runs must have the same days, had others");
  }

  /// Days are of January; the fourth and fifth are a weekend.
  @ParameterizedTest
  @CsvSource(
      value = {
        "2 3,       2 3 6 7, 2 3 6 7, 1 -5 0 0",
        "2 3 4,     2 3 6 7, 2 3 6 7, 1 -5 -2 0",
        "2 3 6 7,   2 3 6 7, 2 3 6 7, 1 -5 -2 -1",
        "2 3 6,     2 3 4,   2 3 6,   1 -5 -2",
        "2 3 6 7,   2 3,     2 3 6 7, 1 -5 -2 -1",
      })
  void aRuinedRunLosesNoMore(String dates, String others, String expected, String changes) {
    Money[] lost = {Money.of("1"), Money.of("-5"), Money.of("-2"), Money.of("-1")};
    List<String> own = List.of(dates.split(" "));
    assertThat(
            new DailyChanges(own, List.of(lost).subList(0, own.size()))
                .on(List.of(others.split(" "))))
        .isEqualTo(
            new DailyChanges(
                List.of(expected.split(" ")),
                Arrays.stream(changes.split(" ")).map(Money::of).toList()));
  }

  @Test
  void aRuinedRunOfAnotherPeriodIsNotCompared() {
    DailyChanges january = days(1, 2, 3);
    assertThatThrownBy(() -> january.on(List.of("2025-02-01", "2025-02-02", "2025-02-03")))
        .hasMessage("runs must begin with the same days, had others");
  }

  @Test
  void fewDrawsAreRefused() {
    assertThatThrownBy(() -> new Bootstrap(199, 1))
        .hasMessage("resamples must be from 200 to 1000000, was 199");
  }

  private static double low(Difference difference) {
    Interval interval = difference.interval();
    assertThat(interval).isNotNull();
    return interval == null ? Double.NaN : interval.low();
  }

  private static double[] normal(int days, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    return IntStream.range(0, days).mapToDouble(_ -> chance.nextGaussian()).toArray();
  }

  private static DailyChanges days(double... dollars) {
    LocalDate first = LocalDate.of(2025, 1, 1);
    return new DailyChanges(
        IntStream.range(0, dollars.length).mapToObj(i -> first.plusDays(i).toString()).toList(),
        Arrays.stream(dollars).mapToObj(one -> new Money(Math.round(one * Fixed.ONE))).toList());
  }
}
