package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.StealRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who holds what a thief would need, and what of it could be taken: the counts of a refusal.
final class HoldersTest {
  private static final Money THOUSAND = Money.of("1000");

  /// Equity of 1 000, all of which positions and orders of stocks use up.
  private final Scene scene = margin();

  private static Scene margin() {
    Settings cash = Scene.settings(StealRules.DEFAULTS);
    return new Scene(
        new Settings(
            cash.policy(),
            cash.tolerances(),
            cash.steals(),
            cash.fights(),
            AccountModel.MARGIN,
            1,
            cash.atOnceRanks(),
            false,
            false,
            cash.pauses()));
  }

  private void account(Stranger... strangers) {
    scene.on(
        new Event.AccountChanged(
            new AccountRead(THOUSAND, THOUSAND, THOUSAND, List.of(), List.of(strangers))));
  }

  private static Stranger stranger(boolean isOrder) {
    return new Stranger(
        "s-" + isOrder, new InstrumentId("DDD"), AssetClass.STOCK, isOrder, Side.BUY, THOUSAND);
  }

  private void heldBy(String what) {
    scene.price("BBB", "100.2");
    assertThat(scene.buy("T", "BBB", "10")).isEmpty();
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.no-candidates");
    assertThat(scene.engine.counters().noCandidatesHeldBy()).containsExactly(Map.entry(what, 1L));
  }

  @Test
  void positionsHoldIt() {
    account();
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "10");
    heldBy("positions");
    assertThat(scene.engine.counters().spared()).containsExactly(Map.entry(Spared.EXIT, 1L));
  }

  @Test
  void anOrderThatCannotBeTakenHoldsIt() {
    account();
    scene.price("AAA", "100");
    scene.submit(
        new Intent(
            new IntentId("V"),
            "owner",
            new InstrumentId("AAA"),
            Side.BUY,
            Quantity.of("10"),
            Price.of("100"),
            Long.MAX_VALUE,
            "maxdiff",
            IntentKind.PROBE,
            false,
            false,
            null,
            null,
            ExitPlan.NONE,
            List.of()));
    scene.accepted("V-1");
    scene.price("AAA", "105");
    heldBy("immune");
    assertThat(scene.engine.counters().spared()).containsExactly(Map.entry(Spared.PROBE, 1L));
  }

  @Test
  void anOrderOnItsWayHoldsIt() {
    account();
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    heldBy("under_way");
  }

  @Test
  void aPromiseToAThiefHoldsIt() {
    // Given: W was cancelled for U, which still waits for V.
    account();
    scene.rests("V", "AAA", "5", "105");
    scene.rests("W", "CCC", "5", "104");
    scene.price("DDD", "100.2");
    assertThat(scene.buy("U", "DDD", "10")).hasSize(2);
    scene.canceled("W-1", "0");
    heldBy("under_way");
  }

  @Test
  void strangersHoldIt() {
    account(stranger(true));
    heldBy("foreign");
    assertThat(scene.engine.counters().spared()).containsExactly(Map.entry(Spared.NOT_OWNED, 1L));
  }

  @Test
  void thePositionOfAStrangerIsNoOrderThatIsSpared() {
    account(stranger(false));
    heldBy("foreign");
    assertThat(scene.engine.counters().spared()).isEmpty();
  }

  @Test
  void whatHoldsMostIsNamed() {
    // Given: 300 in a position, 400 in an order that rests in the thief's own market, 300 on its
    // way.
    account();
    scene.rests(Scene.intent("V", "AAA", "3", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "3");
    scene.rests("W", "BBB", "4", "100.2");
    scene.price("CCC", "100.5");
    scene.buy("U", "CCC", "3");
    heldBy("immune");
  }

  @Test
  void whyAnOrderWasSparedIsCountedWithTheRefusal() {
    account();
    scene.rests("V", "AAA", "10", "100.05");
    scene.price("BBB", "100.2");
    assertThat(scene.buy("T", "BBB", "10")).isEmpty();
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.all-protected");
    assertThat(scene.engine.counters().spared())
        .containsExactly(Map.entry(Spared.PROTECTED_DISTANCE, 1L));
  }

  // A position that could not be closed if the rest of its order were taken.

  /// A coin, of which `filled` is bought, and a thief that needs the rest.
  private Scene partlyFilled(String filled, ExitPlan exit) {
    Scene coins = new Scene();
    coins.cash("1000");
    coins.rests(Scene.intent("V", "BTC/USD", "10", exit), "100.5");
    coins.filled("V-1", filled);
    coins.price("BTC/USD", "105");
    coins.price("ETH/USD", "100.2");
    return coins;
  }

  @Test
  void anOrderWhoseFilledPartIsTooSmallForAnExitIsSpared() {
    Scene coins = partlyFilled("0.05", Scene.PROFIT_AT_110);
    assertThat(coins.buy("T", "ETH/USD", "10")).isEmpty();
    assertThat(coins.verdict("T")).isEqualTo("no-capacity.all-protected");
  }

  @Test
  void anOrderWhoseFilledPartHasAnExitMayBeTaken() {
    Scene coins = partlyFilled("0.1", Scene.PROFIT_AT_110);
    assertThat(coins.buy("T", "ETH/USD", "9")).containsExactly("cancel V-1 stolen-by:T");
  }

  @Test
  void anOrderWhoseFilledPartNeedsNoExitMayBeTaken() {
    Scene coins = partlyFilled("0.05", ExitPlan.NONE);
    assertThat(coins.buy("T", "ETH/USD", "9")).containsExactly("cancel V-1 stolen-by:T");
  }

  // What is on record.

  @Test
  void cooldownsAndFightsAreCountedAsTheyBegin() {
    InstrumentId one = new InstrumentId("AAA");
    InstrumentId other = new InstrumentId("BBB");
    for (int i = 1; i <= 7; i++) {
      boolean forth = i % 2 == 1;
      scene.on(
          new Event.StealRemembered(forth ? one : other, forth ? other : one, scene.nowNs + i - 7));
      // Then: from the fifth change of direction on they fight, and both are on cooldown.
      assertThat(scene.count(Counter.COOLDOWNS)).isEqualTo(i < 6 ? i : 5 + 2 * (i - 5));
      assertThat(scene.count(Counter.FIGHTS)).isEqualTo(i < 6 ? 0 : 1);
    }
  }

  @Test
  void exposureOfTheOtherDirectionMakesRoom() {
    // Given: at most 1 000 in one direction, and as much is bought or about to be.
    Scene guarded =
        new Scene(Scene.settings(StealRules.DEFAULTS).with(new Guards(0, 0, null, 0, 100_000)));
    guarded.cash("10000");
    guarded.prices("100", "AAA", "BBB", "CCC");
    guarded.buy("A", "AAA", "5");
    guarded.accepted("A-1");
    guarded.filled("A-1", "5");
    guarded.buy("B", "BBB", "5");
    // Then: short sales for 1,957 end at 957 the other way, one more would end at 1,060.
    assertThat(guarded.submit(sell("S1", "19"))).hasSize(1);
    assertThat(guarded.submit(sell("S2", "1"))).isEmpty();
    assertThat(guarded.verdict("S2")).isEqualTo("held.storm-guard");
    assertThat(guarded.buy("C", "AAA", "10"))
        .containsExactly("place C-1 10 @ 100 free", "place S2-1 1 @ 100 free");
  }

  /// Valued at 103 % of the market.
  private static Intent sell(String id, String quantity) {
    return Scene.intent(id, "CCC", Side.SELL, quantity, "100", Long.MAX_VALUE, null, ExitPlan.NONE);
  }
}
