package headroom.sim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyReturnsTest {
  @Test
  void agreesWithThePencil() {
    // 1 %, 2 %, 3 %, 6 %: mean 3 %; deviations −2, −1, 0, 3 % with squares 4 + 1 + 0 + 9 = 14.
    DailyReturns returns = DailyReturns.of(List.of(0.01, 0.02, 0.03, 0.06), 252);

    assertThat(returns.mean()).isEqualTo(0.03, within(1e-15));
    // √(14 / 3) %.
    assertThat(returns.deviation()).isEqualTo(Math.sqrt(14.0 / 3) / 100, within(1e-15));
    // Cubes −8 − 1 + 27 = 18: (18 / 4) / 3.5^1.5.
    assertThat(returns.skewness()).isEqualTo(4.5 / (3.5 * Math.sqrt(3.5)), within(1e-12));
    // Fourth powers 16 + 1 + 81 = 98: (98 / 4) / 3.5² = 2.
    assertThat(returns.kurtosis()).isEqualTo(2, within(1e-12));
    // 3 / √(14 / 3) · √252 = √(9 · 3 / 14 · 252) = √486.
    assertThat(returns.sharpe()).isEqualTo(Math.sqrt(486), within(1e-9));
    // With the daily ratio s = 3 / √(14 / 3), s² = 27 / 14: √((1 − skew · s + s² / 4) / 3) · √252.
    double s = Math.sqrt(27.0 / 14);
    double variance = (1 - 4.5 / (3.5 * Math.sqrt(3.5)) * s + 27.0 / 14 / 4) / 3;
    assertThat(returns.sharpeStdError()).isEqualTo(Math.sqrt(variance * 252), within(1e-9));
  }

  @Test
  void knowsTheNormalDistribution() {
    // 0, 0, 1: mean 1/3, deviation √(1/3), ratio s = 1/√3; skew 1/√2, kurtosis 3/2.
    DailyReturns returns = DailyReturns.of(List.of(0.0, 0.0, 1.0), 1);
    double s = 1 / Math.sqrt(3);
    double error = Math.sqrt((1 - s / Math.sqrt(2) + 0.125 / 3) / 2);

    assertThat(returns.skewness()).isEqualTo(1 / Math.sqrt(2), within(1e-12));
    assertThat(returns.kurtosis()).isEqualTo(1.5, within(1e-12));
    assertThat(returns.sharpeStdError()).isEqualTo(error, within(1e-12));
    // Φ(0.577350 / 0.562769) = Φ(1.025909): 0.84753 by the table.
    assertThat(returns.probabilisticSharpe()).isEqualTo(0.84753, within(1e-4));
  }

  @Test
  void isEvenWhenGainsAndLossesAre() {
    DailyReturns returns = DailyReturns.of(List.of(-0.01, 0.01, -0.01, 0.01), 365);

    assertThat(returns.sharpe()).isEqualTo(0, within(1e-12));
    assertThat(returns.probabilisticSharpe()).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void saysNothingOfTooLittle() {
    for (List<Double> few :
        List.of(Collections.<Double>emptyList(), List.of(0.01), List.of(0.01, 0.01))) {
      DailyReturns returns = DailyReturns.of(few, 252);
      assertThat(returns.sharpe()).isNull();
      assertThat(returns.sharpeStdError()).isNull();
      assertThat(returns.probabilisticSharpe()).isNull();
    }
  }
}
