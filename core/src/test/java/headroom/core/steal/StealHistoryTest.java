package headroom.core.steal;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.steal.FightRules.Mode;
import headroom.core.steal.StealHistory.Consequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What follows from a steal: a fight begins once, and two that are exempt never fight (R60).
final class StealHistoryTest {
  private static final InstrumentId A = new InstrumentId("AAA");
  private static final InstrumentId B = new InstrumentId("BBB");

  /// Two reversals within 100 ns make a fight; cooldowns of 10 and 50.
  private static StealHistory history(Mode mode) {
    return new StealHistory(
        new FightRules(mode, mode == Mode.REVERSALS ? 2 : 4, 100, 50, false), 10);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aFightBeginsWithTheThirdStealBackAndForthAndOnlyOnce(Mode mode) {
    StealHistory history = history(mode);
    assertThat(history.record(A, B, 1, false)).isEqualTo(new Consequence(false, false));
    assertThat(history.record(B, A, 2, false)).isEqualTo(new Consequence(false, false));
    assertThat(history.record(A, B, 3, false)).isEqualTo(new Consequence(true, true));
    assertThat(history.record(B, A, 4, false)).isEqualTo(new Consequence(true, false));
    assertThat(history.isFighting(B, A, 4)).isTrue();
    assertThat(history.recorded()).isEqualTo(4);
    // Then: both are on the long cooldown.
    assertThat(history.cooldownEndNs(A)).isEqualTo(54);
    assertThat(history.cooldownEndNs(B)).isEqualTo(54);
  }

  @Test
  void twoThatAreExemptNeverFight() {
    StealHistory history = history(Mode.REVERSALS);
    for (int i = 1; i <= 6; i++) {
      InstrumentId thief = i % 2 == 0 ? A : B;
      InstrumentId victim = i % 2 == 0 ? B : A;
      assertThat(history.record(thief, victim, i, true)).isEqualTo(new Consequence(false, false));
    }
    assertThat(history.cooldownEndNs(A)).isEqualTo(15);
    assertThat(history.cooldownEndNs(B)).isEqualTo(16);
  }

  @Test
  void whatIsOlderThanTheWindowIsForgotten() {
    StealHistory history = history(Mode.REVERSALS);
    history.record(A, B, 1, false);
    history.record(B, A, 2, false);
    assertThat(history.steals(A, B, 101)).isEqualTo(2);
    assertThat(history.steals(A, B, 102)).isEqualTo(1);
    assertThat(history.record(A, B, 102, false)).isEqualTo(new Consequence(false, false));
    assertThat(history.reversals(B, A, 102)).isEqualTo(1);
    // Then: asked about an earlier time, what was forgotten is gone.
    assertThat(history.steals(A, B, 50)).isEqualTo(2);
  }

  @Test
  void oneInstrumentAloneHasNeitherCooldownNorFight() {
    StealHistory history = history(Mode.REVERSALS);
    for (int i = 1; i <= 6; i++) {
      assertThat(history.record(A, A, i, false)).isEqualTo(new Consequence(false, false));
    }
    assertThat(history.onCooldown(6)).isEmpty();
    assertThat(history.steals(A, A, 6)).isZero();
    assertThat(history.recorded()).isEqualTo(6);
  }

  @Test
  void onlyTwoCoinsMayBeExempt() {
    Instrument stock = Instrument.stock("AAA");
    Instrument coin = Instrument.crypto("BTC/USD", Fixed.ONE / 100);
    FightRules exempting = new FightRules(Mode.REVERSALS, 5, 100, 50, true);
    assertThat(exempting.isExempt(coin, coin)).isTrue();
    assertThat(exempting.isExempt(coin, stock)).isFalse();
    assertThat(exempting.isExempt(stock, coin)).isFalse();
    assertThat(FightRules.DEFAULTS.isExempt(coin, coin)).isFalse();
  }
}
