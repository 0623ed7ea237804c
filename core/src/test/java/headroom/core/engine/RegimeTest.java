package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.market.Side;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealRules;
import org.junit.jupiter.api.Test;

/// What changes by the clock alone: sessions, regimes, and fights that are forgotten.
final class RegimeTest {
  private final Scene scene = new Scene();

  private void pair(String id, String instrument, String forecast) {
    scene.submit(
        Scene.intent(
            id, instrument, Side.BUY, "10", "100", Long.MAX_VALUE, forecast, ExitPlan.NONE));
  }

  @Test
  void theTwoBestCryptoForecastsRestAtOnceWhileTheExchangeIsClosed() {
    // Given: all are quoted far away, and there is room for all.
    scene.cash("10000");
    pair("THIRD", "BTC/USD", "1");
    pair("SECOND", "ETH/USD", "2");
    pair("FIRST", "SOL/USD", "3");
    assertThat(scene.prices("120", "BTC/USD", "ETH/USD", "SOL/USD")).isEmpty();
    // Then: at the close, the best first.
    assertThat(scene.until(15, 15, 59)).isEmpty();
    assertThat(scene.until(15, 16, 0))
        .containsExactly("place FIRST-1 10 @ 100 free", "place SECOND-1 10 @ 100 free");
    assertThat(scene.verdict("THIRD")).isEqualTo("waiting.beyond-entry-tolerance");
  }

  @Test
  void anIntentWithoutAForecastHasNoRank() {
    scene.cash("10000");
    scene.buy("V", "BTC/USD", "10");
    scene.price("BTC/USD", "120");
    assertThat(scene.until(15, 16, 0)).isEmpty();
  }

  @Test
  void cryptoHasItsWideToleranceFromTheCloseOn() {
    scene.cash("10000");
    scene.buy("V", "BTC/USD", "10");
    scene.price("BTC/USD", "102");
    assertThat(scene.until(15, 16, 0)).containsExactly("place V-1 10 @ 100 free");
  }

  @Test
  void aStockWaitsForTheNextSessionAndForItsFirstPrice() {
    // Given
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    scene.until(15, 16, 0);
    scene.cash("1000");
    assertThat(scene.verdict("V")).isEqualTo("waiting.session-closed");
    // Then
    assertThat(scene.until(16, 9, 30)).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("waiting.no-quote");
    assertThat(scene.price("AAA", "100.5")).containsExactly("place V-1 10 @ 100 free");
  }

  @Test
  void aDayOrderThatTheVenueEndedAtTheCloseIsPlacedAgainInTheNextSession() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    assertThat(scene.until(15, 16, 0)).isEmpty();
    assertThat(scene.on(new Event.OrderEvent.Expired(new headroom.core.intent.OrderId("V-1"), 0)))
        .isEmpty();
    scene.until(16, 9, 30);
    assertThat(scene.price("AAA", "100.5")).containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void aFightIsForgottenOneNanosecondAfterItsWindow() {
    // Given: a single reversal is a fight here; AAA and BBB have stolen from each other.
    Settings usual = Scene.settings(StealRules.DEFAULTS);
    Scene fight =
        new Scene(
            new Settings(
                usual.policy(),
                usual.tolerances(),
                usual.steals(),
                new FightRules(
                    FightRules.Mode.REVERSALS,
                    1,
                    FightRules.DEFAULT_WINDOW_NS,
                    FightRules.DEFAULT_COOLDOWN_NS,
                    false),
                usual.account(),
                usual.multiplier(),
                usual.atOnceRanks(),
                false,
                false,
                usual.pauses()));
    fight.cash("1000");
    fight.rests("V", "AAA", "10", "105");
    fight.price("BBB", "100.5");
    fight.on(remembered("AAA", "BBB", fight.nowNs - 100 * Scene.SECOND_NS));
    fight.on(remembered("BBB", "AAA", fight.nowNs));
    fight.buy("T", "BBB", "10");
    assertThat(fight.verdict("T")).isEqualTo("no-capacity.thief-on-cooldown");
    // When: the cooldown of the fight is over and the fight is not.
    assertThat(fight.afterSeconds(600)).isEmpty();
    assertThat(fight.verdict("T")).isEqualTo("no-capacity.fight");
    // Then: the older steal is 1800 s old, and still counts; a nanosecond later it does not.
    assertThat(fight.afterSeconds(1_100)).isEmpty();
    assertThat(fight.after(1)).containsExactly("cancel V-1 stolen-by:T");
  }

  private static Event remembered(String thief, String victim, long timeNs) {
    return new Event.StealRemembered(
        new headroom.core.market.InstrumentId(thief),
        new headroom.core.market.InstrumentId(victim),
        timeNs);
  }
}
