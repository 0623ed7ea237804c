package headroom.core.tolerance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Side;
import headroom.core.num.Price;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class DistanceTest {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  @RepeatedTest(20)
  void isTheExactShareRoundedUp(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 1_000; i++) {
      long limit = price(random);
      long reference = random.nextBoolean() ? price(random) : near(limit, random);

      assertThat(Distance.ppm(Side.BUY, reference, limit))
          .as("buy at %s, market at %s", limit, reference)
          .isEqualTo(exact(reference - limit, limit));
      assertThat(Distance.ppm(Side.SELL, reference, limit))
          .as("sell at %s, market at %s", limit, reference)
          .isEqualTo(exact(limit - reference, limit));
    }
  }

  @RepeatedTest(20)
  void theLastPriceInsideIsInsideAndTheNextIsNot(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 1_000; i++) {
      long limit = price(random);
      int ppm = random.nextInt(1_000_000);
      long above = Distance.insideRaw(Side.BUY, limit, ppm);
      long below = Distance.insideRaw(Side.SELL, limit, ppm);

      assertThat(Distance.ppm(Side.BUY, above, limit)).isLessThanOrEqualTo(ppm);
      assertThat(Distance.ppm(Side.BUY, above + 1, limit)).isGreaterThan(ppm);
      assertThat(Distance.ppm(Side.SELL, below, limit)).isLessThanOrEqualTo(ppm);
      if (below > 1) {
        assertThat(Distance.ppm(Side.SELL, below - 1, limit)).isGreaterThan(ppm);
      }
    }
  }

  @Test
  void aBillionthOutsideIsOutside() {
    long limit = Price.of("100").raw();
    assertThat(Distance.ppm(Side.BUY, Price.of("100.5").raw(), limit)).isEqualTo(5_000);
    assertThat(Distance.ppm(Side.BUY, Price.of("100.500000001").raw(), limit)).isEqualTo(5_001);
    assertThat(Distance.ppm(Side.BUY, limit, limit)).isZero();
  }

  @Test
  void isCapped() {
    assertThat(Distance.ppm(Side.BUY, Price.MAX_RAW, 1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Distance.ppm(Side.BUY, 2_148, 1)).isEqualTo(2_147_000_000);
    assertThat(Distance.ppm(Side.BUY, 2_149, 1)).isEqualTo(Integer.MAX_VALUE);
  }

  /// Of any size, from a billionth to the greatest.
  private static long price(SplittableRandom random) {
    return 1 + random.nextLong(Price.MAX_RAW) % (1L << random.nextInt(1, 54));
  }

  private static long near(long limit, SplittableRandom random) {
    return Math.clamp(limit + random.nextLong(-100, 101), 1, Price.MAX_RAW);
  }

  private static int exact(long gap, long limit) {
    if (gap <= 0) {
      return 0;
    }
    BigInteger[] parts =
        BigInteger.valueOf(gap).multiply(MILLION).divideAndRemainder(BigInteger.valueOf(limit));
    BigInteger up = parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    return up.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
  }
}
