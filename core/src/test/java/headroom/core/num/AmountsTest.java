package headroom.core.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Prices, quantities and amounts: what they may be, and what can be done with them.
final class AmountsTest {
  @Test
  void aPriceIsAboveZeroAndAtMostItsLargest() {
    assertThat(new Price(1)).hasToString("0.000000001");
    assertThat(new Price(Price.MAX_RAW).raw()).isEqualTo(Price.MAX_RAW);
    for (long raw : new long[] {0, -1, Price.MAX_RAW + 1}) {
      assertThatThrownBy(() -> new Price(raw)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aQuantityIsAboveZero() {
    assertThat(new Quantity(1)).hasToString("0.000000001");
    assertThatThrownBy(() -> new Quantity(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Quantity(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSmallerComesFirst() {
    assertThat(Price.of("1")).isLessThan(Price.of("1.5"));
    assertThat(Quantity.of("1")).isLessThan(Quantity.of("1.5"));
    assertThat(Money.of("-1")).isLessThan(Money.of("0.5"));
    assertThat(Price.of("1.50")).isEqualByComparingTo(Price.of("1.5"));
  }

  @Test
  void amountsAddUpExactly() {
    assertThat(Money.of("0.1").plus(Money.of("0.2"))).isEqualTo(Money.of("0.3"));
    assertThat(Money.of("0.1").minus(Money.of("0.3"))).isEqualTo(Money.of("-0.2"));
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(Long.MIN_VALUE).minus(new Money(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void zeroIsNotPositive() {
    assertThat(new Money(1).isPositive()).isTrue();
    assertThat(new Money(0).isPositive()).isFalse();
    assertThat(new Money(-1).isPositive()).isFalse();
  }
}
