package headroom.sim.account;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.num.Fixed;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// The broker's own sums, with numbers that it has shown.
final class BuyingPowerTest {
  private static long raw(String decimal) {
    return Fixed.raw(new BigDecimal(decimal));
  }

  @Test
  void theNewRuleIsLive() {
    BuyingPower power =
        new BuyingPower(
            raw("103250.4"), raw("61235.4"), raw("27007.5"), raw("19503.75"), raw("20000"));
    assertThat(Fixed.text(power.intradayRaw())).isEqualTo("314986.6");
    assertThat(Fixed.text(power.regulationTRaw(4))).isEqualTo("132485.8");
    assertThat(Fixed.text(power.nonMarginableRaw())).isEqualTo("41235.4");
  }

  @Test
  void theOldRuleIsOfYesterday() {
    BuyingPower power =
        new BuyingPower(raw("103820.56"), raw("0"), raw("63480.38"), raw("0"), raw("0"));
    assertThat(Fixed.text(power.dayTradingRaw(raw("103529.24"), raw("38000.832"), 0)))
        .isEqualTo("262113.632");
    assertThat(Fixed.text(power.regulationTRaw(4))).isEqualTo("80680.36");
  }

  @Test
  void twiceAndOnce() {
    BuyingPower power =
        new BuyingPower(raw("123346.11"), raw("500"), raw("629.805"), raw("0"), raw("0"));
    assertThat(Fixed.text(power.regulationTRaw(2))).isEqualTo("245432.61");
    assertThat(Fixed.text(power.regulationTRaw(1))).isEqualTo("500");
  }

  @Test
  void isNeverNegative() {
    BuyingPower power = new BuyingPower(raw("1"), raw("-5"), raw("9"), raw("9"), raw("1"));
    assertThat(power.intradayRaw()).isZero();
    assertThat(power.regulationTRaw(2)).isZero();
    assertThat(power.nonMarginableRaw()).isZero();
    assertThat(power.dayTradingRaw(0, raw("1"), 0)).isZero();
  }
}
