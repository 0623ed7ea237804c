package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.num.Money;
import headroom.core.steal.StealRules;
import org.junit.jupiter.api.Test;

/// The message budget, the storm guard and the modes of trading.
final class GuardsTest {
  private static Scene scene(Guards guards) {
    Scene scene = new Scene(Scene.settings(StealRules.DEFAULTS).with(guards));
    scene.cash("10000");
    return scene;
  }

  private static Scene budget(int perMinute) {
    return scene(new Guards(perMinute, 0, null, 0, 0));
  }

  @Test
  void placementsWaitForTheBudgetAndComeWithoutAnotherInput() {
    // Given: ten a minute, of which one is left to exits and cancels.
    Scene scene = budget(10);
    scene.prices("100.5", "AAA", "BBB");
    for (int i = 1; i <= 9; i++) {
      assertThat(scene.buy("A" + i, "AAA", "1")).hasSize(1);
    }
    // When
    assertThat(scene.buy("B", "BBB", "1")).isEmpty();
    assertThat(scene.verdict("B")).isEqualTo("no-capacity.message-budget");
    assertThat(scene.count(Counter.STEAL_ATTEMPTS)).isZero();
    // Then: one message takes six seconds.
    assertThat(scene.after(6 * Scene.SECOND_NS - 1)).isEmpty();
    assertThat(scene.after(1)).containsExactly("place B-1 1 @ 100 free");
  }

  @Test
  void cancelsAlwaysGo() {
    Scene scene = budget(10);
    scene.price("AAA", "100.5");
    for (int i = 1; i <= 9; i++) {
      scene.buy("A" + i, "AAA", "1");
      scene.accepted("A" + i + "-1");
    }
    for (int i = 1; i <= 9; i++) {
      assertThat(scene.withdraw("A" + i)).hasSize(1);
    }
  }

  @Test
  void aStealNeedsTheMessagesOfAllItsVictimsAndOneMore() {
    // Given: ten a minute; a steal leaves two, and takes three for two victims.
    Scene scene = budget(10);
    scene.cash("1000");
    scene.rests("V", "AAA", "5", "103");
    scene.rests("W", "CCC", "5", "104");
    scene.price("BBB", "100.2");
    assertThat(scene.count(Counter.PLACED)).isEqualTo(2);
    // When: eight of ten are left.
    assertThat(scene.buy("T", "BBB", "10"))
        .containsExactly("cancel W-1 stolen-by:T", "cancel V-1 stolen-by:T");
    scene.canceled("W-1", "0");
    // Then: the heir's message was counted before.
    assertThat(scene.canceled("V-1", "0")).containsExactly("place T-1 10 @ 100 steal");
  }

  @Test
  void aStealThatIsTooLongForTheBudgetIsRefusedLast() {
    Scene scene = budget(5);
    scene.cash("1000");
    scene.rests("V", "AAA", "5", "103");
    scene.rests("W", "CCC", "5", "104");
    scene.price("BBB", "100.2");
    // When: three are left, one stays back, three are needed.
    assertThat(scene.buy("T", "BBB", "10")).isEmpty();
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.message-budget");
    assertThat(scene.afterSeconds(11)).isEmpty();
    assertThat(scene.afterSeconds(1)).hasSize(2);
  }

  @Test
  void manyFillsHoldEverythingForAMinute() {
    Scene scene = scene(new Guards(0, 2, null, 0, 0));
    scene.prices("100.5", "AAA", "BBB", "CCC");
    scene.buy("A", "AAA", "1");
    scene.buy("B", "BBB", "1");
    scene.accepted("A-1");
    scene.accepted("B-1");
    scene.filled("A-1", "1");
    scene.afterSeconds(20);
    scene.filled("B-1", "1");
    // When
    assertThat(scene.buy("C", "CCC", "1")).isEmpty();
    assertThat(scene.verdict("C")).isEqualTo("held.storm-guard");
    // Then: the first is forgotten a minute after it.
    assertThat(scene.after(40 * Scene.SECOND_NS - 1)).isEmpty();
    assertThat(scene.after(1)).containsExactly("place C-1 1 @ 100 free");
  }

  @Test
  void aStormHoldsThoseTooWhoHaveLongBeenWaiting() {
    // Given: W waits for capacity when A fills.
    Scene scene = scene(new Guards(0, 1, null, 0, 0));
    scene.cash("1000");
    scene.rests("A", "AAA", "10", "100.05");
    scene.price("BBB", "100.2");
    scene.buy("W", "BBB", "10");
    assertThat(scene.verdict("W")).isEqualTo("no-capacity.all-protected");
    scene.filled("A-1", "10");
    // When: there is capacity.
    assertThat(scene.cash("1000")).isEmpty();
    // Then
    assertThat(scene.verdict("W")).isEqualTo("held.storm-guard");
    assertThat(scene.afterSeconds(60)).containsExactly("place W-1 10 @ 100 free");
  }

  @Test
  void muchNotionalHoldsEverything() {
    Scene scene = scene(new Guards(0, 0, Money.of("1000"), 0, 0));
    scene.prices("100.5", "AAA", "BBB");
    scene.buy("A", "AAA", "10");
    scene.accepted("A-1");
    scene.filled("A-1", "10");
    assertThat(scene.buy("B", "BBB", "1")).isEmpty();
    assertThat(scene.afterSeconds(60)).containsExactly("place B-1 1 @ 100 free");
  }

  @Test
  void stealsAreRationed() {
    Scene scene = scene(new Guards(0, 0, null, 1, 0));
    scene.cash("2000");
    scene.rests("V", "AAA", "10", "103");
    scene.rests("W", "CCC", "10", "104");
    scene.prices("100.2", "BBB", "DDD");
    assertThat(scene.buy("T", "BBB", "10")).hasSize(1);
    assertThat(scene.buy("U", "DDD", "10")).isEmpty();
    assertThat(scene.verdict("U")).isEqualTo("no-capacity.storm-guard");
    assertThat(scene.afterSeconds(60)).contains("cancel V-1 stolen-by:U");
  }

  @Test
  void exposureOfOneDirectionIsLimited() {
    // Given: at most 0.1 of equity in one direction.
    Scene scene = scene(new Guards(0, 0, null, 0, 100_000));
    scene.cashAlone("10000");
    scene.prices("100.5", "AAA", "BBB");
    scene.buy("A", "AAA", "10");
    assertThat(scene.verdict("A")).isEqualTo("held.storm-guard");
    // When: equity becomes known.
    assertThat(scene.cash("10000")).containsExactly("place A-1 10 @ 100 free");
    assertThat(scene.buy("B", "BBB", "1")).isEmpty();
    assertThat(scene.verdict("B")).isEqualTo("held.storm-guard");
  }

  @Test
  void theKillSwitchCancelsEntriesAndKeepsExits() {
    Scene scene = new Scene();
    scene.cash("3000");
    scene.rests(Scene.intent("P", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("P-1", "10");
    scene.accepted("P-x1");
    scene.rests("V", "BBB", "10", "102");
    scene.price("CCC", "100.5");
    scene.buy("W", "CCC", "10");
    // When: V rests, W is on its way.
    assertThat(scene.on(new Event.ModeSwitched(TradingMode.KILLED)))
        .containsExactly("cancel V-1 kill");
    assertThat(scene.accepted("W-1")).containsExactly("cancel W-1 kill");
    scene.canceled("V-1", "0");
    scene.canceled("W-1", "0");
    assertThat(scene.price("BBB", "100.1")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("held.kill-switch");
    // Then
    assertThat(scene.on(new Event.ModeSwitched(TradingMode.NORMAL)))
        .containsExactly("place V-2 10 @ 100 free", "place W-2 10 @ 100 free");
  }

  @Test
  void aKillThatIsOverCancelsNothingMore() {
    Scene scene = new Scene();
    scene.cash("3000");
    scene.price("CCC", "100.5");
    scene.buy("W", "CCC", "10");
    scene.on(new Event.ModeSwitched(TradingMode.KILLED));
    scene.on(new Event.ModeSwitched(TradingMode.NORMAL));
    assertThat(scene.accepted("W-1")).isEmpty();
  }

  @Test
  void reduceOnlyPlacesNothingAndLetsRestWhatRests() {
    Scene scene = new Scene();
    scene.cash("3000");
    scene.rests("V", "BBB", "10", "102");
    assertThat(scene.on(new Event.ModeSwitched(TradingMode.REDUCE_ONLY))).isEmpty();
    scene.price("CCC", "100.5");
    assertThat(scene.buy("W", "CCC", "10")).isEmpty();
    assertThat(scene.verdict("W")).isEqualTo("held.reduce-only");
    assertThat(scene.state("V")).isEqualTo(IntentState.RESTING);
  }
}
