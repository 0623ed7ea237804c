package headroom.core.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FixedTest {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  @RepeatedTest(20)
  void agreesWithExactArithmetic(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int fitting = 0;
    for (int i = 0; i < 500; i++) {
      long value = signed(random);
      long numerator = signed(random);
      long denominator = Math.max(1, magnitude(random));
      for (RoundingMode rounding : RoundingMode.values()) {
        fitting += agrees(value, numerator, denominator, rounding) ? 1 : 0;
      }
    }
    assertThat(fitting).isGreaterThan(500);
  }

  @ParameterizedTest
  @EnumSource(RoundingMode.class)
  void agreesAtTheEdges(RoundingMode rounding) {
    long[] edges = {
      0,
      1,
      -1,
      2,
      3,
      1L << 31,
      (1L << 31) - 1,
      -(1L << 32),
      1L << 33,
      Fixed.ONE,
      5 * Fixed.ONE / 10,
      Long.MAX_VALUE,
      Long.MIN_VALUE,
      Long.MAX_VALUE - 1,
      Long.MIN_VALUE + 1
    };
    int fitting = 0;
    for (long value : edges) {
      for (long numerator : edges) {
        for (long denominator : edges) {
          if (denominator > 0) {
            fitting += agrees(value, numerator, denominator, rounding) ? 1 : 0;
          }
        }
      }
    }
    assertThat(fitting).isGreaterThan(300);
  }

  @Test
  void roundsTheHalfOfALargeProductToEven() {
    // 2.5 and 3.5 billion and half a billionth more.
    long odd = 5_000_000_001L;
    assertThat(Fixed.scaled(odd, Fixed.ONE, 2 * Fixed.ONE, RoundingMode.HALF_EVEN))
        .isEqualTo(2_500_000_000L);
    assertThat(Fixed.scaled(odd + 2, Fixed.ONE, 2 * Fixed.ONE, RoundingMode.HALF_EVEN))
        .isEqualTo(2_500_000_002L);
  }

  /// @return whether the result fits
  private static boolean agrees(
      long value, long numerator, long denominator, RoundingMode rounding) {
    BigDecimal product = BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(numerator));
    BigInteger exact;
    try {
      exact = product.divide(BigDecimal.valueOf(denominator), 0, rounding).toBigIntegerExact();
    } catch (ArithmeticException inexact) {
      assertThat(rounding).isEqualTo(RoundingMode.UNNECESSARY);
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Fixed.scaled(value, numerator, denominator, rounding));
      return false;
    }
    if (exact.compareTo(MOST) > 0 || exact.compareTo(LEAST) < 0) {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Fixed.scaled(value, numerator, denominator, rounding));
      return false;
    }
    assertThat(Fixed.scaled(value, numerator, denominator, rounding))
        .as("%s · %s / %s %s", value, numerator, denominator, rounding)
        .isEqualTo(exact.longValueExact());
    return true;
  }

  private static long signed(SplittableRandom random) {
    return random.nextBoolean() ? magnitude(random) : -magnitude(random);
  }

  /// All sizes are equally likely, and round numbers among them.
  private static long magnitude(SplittableRandom random) {
    long any = random.nextLong(1L << random.nextInt(1, 63));
    return random.nextInt(4) == 0 ? Math.max(1, any / Fixed.ONE) * Fixed.ONE : any;
  }
}
