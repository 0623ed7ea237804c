package headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  @ParameterizedTest
  @CsvSource({"2600, 0.26 %", "4000, 0.40 %", "6599, 0.6599 %", "20000, 2.00 %", "0, 0.00 %"})
  void partsPerMillionAreExact(int ppm, String text) {
    assertThat(Text.ppm(ppm)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.931, 93 %",
    "0.0931, 9.3 %",
    "0, 0 %",
    "1, 100 %",
    "0.996, 99.6 %",
    "0.0004, 0.0 %"
  })
  void sharesHaveAPlaceOnlyIfTheyAreSmall(double share, String text) {
    assertThat(Text.share(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 250 ms",
    "59, 59 s",
    "61, 1 min",
    "7200, 2 h",
    "20040, 5 h 34 min",
    "864000, 10 days"
  })
  void durationsAreInTheUnitThatFits(double seconds, String text) {
    assertThat(Text.duration(seconds)).isEqualTo(text);
  }

  @Test
  void moneyIsInCentsWithARealMinus() {
    assertThat(Text.money("-1234567.895")).isEqualTo("\u22121,234,567.90");
    assertThat(Text.money("0.005")).isEqualTo("0.00");
  }
}
