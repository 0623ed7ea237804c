package headroom.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

  private static final Form RATIO = new Form.Ratio(1, 1_000_000);
  private static final Form SHARE = new Form.Share();
  private static final Form LENGTH = new Form.Length(1_000_000, Form.MOST_NS);
  private static final Form MONEY = new Form.Amount();
  private static final Form WHOLE = new Form.Whole(0, 100);
  private static final Form WORD = new Form.Word(List.of("ON", "NO", "TRUE", "1E5"));
  private static final Form FLAG = new Form.Flag();
  private static final Form OPTIONAL = new Form.Or(RATIO, "off");

  @ParameterizedTest
  @CsvSource({
    "ratio, 0.4%, 0.4%",
    "ratio, 0.40 %, 0.4%",
    "ratio, 0.004, 0.4%",
    "ratio, 4000ppm, 0.4%",
    "ratio, 4000 ppm, 0.4%",
    "ratio, 100%, 100%",
    "ratio, 1ppm, 0.0001%",
    "share, 0.5, 50%",
    "share, 0, 0%",
    "share, 100%, 100%",
    "share, 33.333333333%, 33.333333333%",
    "length, 120s, 120s",
    "length, 2m, 120s",
    "length, PT2M, 120s",
    "length, pt2m, 120s",
    "length, 0.5h, 1800s",
    "length, 1d, 86400s",
    "length, 250ms, 250ms",
    "length, 1500ms, 1500ms",
    "length, 1.25ms, 1.25ms",
    "money, 10000, 10000",
    "money, 10000.00, 10000",
    "money, 0.01, 0.01",
    "whole, 007, 7",
    "word, NO, NO",
    "word, 1E5, 1E5",
    "flag, true, true",
    "optional, off, off",
    "optional, 1%, 1%",
  })
  void aValueHasOneSpelling(String form, String text, String canonical) {
    assertThat(form(form).canonical(text)).isEqualTo(canonical);
    assertThat(form(form).canonical(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio | 40 | must be a ratio from 0.0001% to 100% (0.4%, 0.004 or 4000ppm), was '40': a"
            + " ratio without a sign must be below 1; did you mean 40%?",
        "ratio | 1 | without a sign must be below 1; did you mean 1%?",
        "ratio | 4000 | without a sign must be below 1; did you mean 4000ppm?",
        "ratio | 0 | must be a ratio from 0.0001% to 100% (0.4%, 0.004 or 4000ppm), was '0'",
        "ratio | 101% | was '101%'",
        "ratio | -0.4% | was '-0.4%'",
        "ratio | 0.00001% | must be in whole parts per million, was '0.00001%'",
        "ratio | 1e-3 | was '1e-3'",
        "ratio | 0,4% | was '0,4%'",
        "ratio | % | was '%'",
        "ratio | NaN | was 'NaN'",
        "ratio | '' | was ''",
        "share | 2 | did you mean 2%?",
        "share | 101% | must be a share from 0% to 100% (50%, 0.5 or 500000ppm), was '101%'",
        "share | half | was 'half'",
        "length | 120 | must be a duration from 1ms to 2592000s (250ms, 120s, 5m or PT2M), was"
            + " '120': did you mean 120s?",
        "length | 0s | was '0s'",
        "length | -5s | was '-5s'",
        "length | 31d | was '31d'",
        "length | 5 minutes | was '5 minutes'",
        "length | 99999999999999999d | was '99999999999999999d'",
        "length | PT | was 'PT'",
        "money | 0 | must be an amount of dollars above 0 and at most 1000000000 (10000 or"
            + " 10000.00), was '0'",
        "money | -1 | was '-1'",
        "money | 1E5 | was '1E5'",
        "money | '10,000' | was '10,000'",
        "money | 0.0000000001 | was '0.0000000001'",
        "money | 99999999999999999999 | was '99999999999999999999'",
        "whole | 2.0 | must be a whole number from 0 to 100, was '2.0'",
        "whole | 101 | was '101'",
        "whole | -1 | was '-1'",
        "whole | 99999999999999999999 | was '99999999999999999999'",
        "word | no | must be one of ON, NO, TRUE, 1E5, was 'no'",
        "flag | yes | must be true or false, was 'yes'",
        "flag | TRUE | must be true or false, was 'TRUE'",
        "optional | 40 | must be a ratio from 0.0001% to 100% (0.4%, 0.004 or 4000ppm), or off, was"
            + " '40'",
        "optional | none | , or off, was 'none'",
      })
  void aBadValueIsNamedWithWhatItMustBe(String form, String text, String complaint) {
    assertThatThrownBy(() -> form(form).canonical(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint);
  }

  private static Form form(String name) {
    return switch (name) {
      case "ratio" -> RATIO;
      case "share" -> SHARE;
      case "length" -> LENGTH;
      case "money" -> MONEY;
      case "whole" -> WHOLE;
      case "word" -> WORD;
      case "flag" -> FLAG;
      default -> OPTIONAL;
    };
  }
}
