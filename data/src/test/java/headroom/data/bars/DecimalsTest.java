package headroom.data.bars;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1000000000",
    "93702.15, 93702150000000",
    "0.000000001, 1",
    "7., 7000000000",
    "999999999.999999999, 999999999999999999",
    "007.50, 7500000000"
  })
  void plainDecimalsAreRead(String text, long raw) {
    assertThat(plainRaw(text)).isEqualTo(raw);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ".5",
        "-1",
        "+1",
        "1e3",
        "1,5",
        "1.2.3",
        "1_0",
        " 1",
        "1 ",
        "1000000000",
        "1.0000000000",
        "٣"
      })
  void everythingElseIsLeftToTheSlowReader(String text) {
    assertThat(plainRaw(text)).isEqualTo(Decimals.NOT_PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", ".5", "NaN", "Infinity", "0x10", "1,5", "1 ", "1e", "1e9999", "٣"})
  void whatIsNoDecimalIsNone(String text) {
    assertThat(Decimals.decimal(text)).isNull();
  }

  @RepeatedTest(20)
  void bothReadersAgree(RepetitionInfo repetition) {
    SplittableRandom chance = new SplittableRandom(repetition.getCurrentRepetition());
    String alphabet = "0123456789012345678901234567890123456789....eE-+";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = chance.nextInt(1, 16);
      for (int c = 0; c < length; c++) {
        text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
      }
      long plain = plainRaw(text.toString());
      @Nullable BigDecimal decimal = Decimals.decimal(text.toString());
      if (plain != Decimals.NOT_PLAIN) {
        assertThat(decimal).isNotNull().isEqualByComparingTo(Fixed.decimal(plain));
      }
    }
  }

  private static long plainRaw(String text) {
    char[] padded = ("9" + text + "9").toCharArray();
    return Decimals.plainRaw(padded, 1, text.length());
  }
}
