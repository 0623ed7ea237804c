package headroom.sim.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Exact division against arbitrary precision.
class ExactTest {
  private static final long MOST = 1L << 53;

  private static BigDecimal product(long a, long b) {
    return new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
  }

  private static long rounded(long base, int sign, long a, long b, long c, RoundingMode mode) {
    // A quotient need not end, so the base joins the dividend before the one division.
    BigDecimal whole = product(a, b).multiply(BigDecimal.valueOf(sign)).add(product(base, c));
    return whole.divide(BigDecimal.valueOf(c), 0, mode).longValueExact();
  }

  private static void agrees(long a, long b, long c, long base) {
    assertThat(Exact.floor(a, b, c)).isEqualTo(rounded(0, 1, a, b, c, RoundingMode.FLOOR));
    assertThat(Exact.ceiling(a, b, c)).isEqualTo(rounded(0, 1, a, b, c, RoundingMode.CEILING));
    assertThat(Exact.halfEven(base, 1, a, b, c))
        .isEqualTo(rounded(base, 1, a, b, c, RoundingMode.HALF_EVEN));
    assertThat(Exact.halfEven(base, -1, a, b, c))
        .isEqualTo(rounded(base, -1, a, b, c, RoundingMode.HALF_EVEN));
  }

  @Test
  void agreesWithArbitraryPrecisionOnNumbersOfAllSizes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      long a = random.nextLong(MOST) >>> random.nextInt(53);
      long b = random.nextLong(MOST) >>> random.nextInt(53);
      long least = Math.max(1, Math.min(a, b));
      long c = least + (random.nextLong(MOST) >>> random.nextInt(53)) % (MOST - least);
      agrees(a, b, c, random.nextLong(MOST));
    }
  }

  @Test
  void agreesOnEverySmallTriple() {
    for (int a = 0; a < 24; a++) {
      for (int b = 0; b < 24; b++) {
        for (int c = Math.max(1, Math.min(a, b)); c < 24; c++) {
          agrees(a, b, c, 100);
          agrees(a, b, c, 101);
        }
      }
    }
  }

  @Test
  void agreesAtTheLargestNumbers() {
    agrees(MOST, MOST, MOST, 0);
    agrees(MOST, MOST - 1, MOST - 1, 1);
    agrees(MOST - 1, MOST - 2, MOST - 2, 0);
    agrees(0, MOST, 1, 5);
    agrees(1, MOST, 1, 5);
  }
}
