package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "0.0412, 0.041",
    "0.00000357, 0.0000036",
    "0.996, 1.0",
    "1, 1.0",
    "12.34, 12.3"
  })
  void aTurnoverHasTheDigitsThatSaySomething(double times, String text) {
    assertThat(Summary.turnover(times)).isEqualTo(text);
  }
}
