package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.OrderId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.steal.FightRules;
import headroom.core.steal.FurthestFirst;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The hour before the close, with three positions (R83).
///
/// It is Wednesday; the exchange closes at 16:00, and on Friday 29 November 2025 at 13:00.
final class OvernightTest {
  private static final ExitPlan FAR = new ExitPlan(Price.of("300"), null, -1, false);

  private static Scene scene(boolean atMarket) {
    Deleveraging usual = Deleveraging.DEFAULTS;
    Deleveraging rules =
        new Deleveraging(
            usual.overnightMultiplier(),
            usual.windowNs(),
            usual.forceNs(),
            usual.minimumSlice(),
            atMarket,
            usual.passivePpm(),
            usual.crossingPpm(),
            0);
    return new Scene(
        new Settings(
                new FurthestFirst(),
                Tolerances.DEFAULTS,
                StealRules.DEFAULTS,
                FightRules.DEFAULTS,
                AccountModel.MARGIN,
                AccountModel.DAY_MULTIPLIER,
                Settings.DEFAULT_AT_ONCE_RANKS,
                false,
                false,
                Pauses.DEFAULTS)
            .with(rules));
  }

  /// A position at 100 in the account of 10,000.
  private static void hold(
      Scene scene, String id, String instrument, String quantity, String forecast, ExitPlan exit) {
    scene.price(instrument, "100");
    scene.submit(
        Scene.intent(id, instrument, Side.BUY, quantity, "100", Long.MAX_VALUE, forecast, exit));
    scene.accepted(id + "-1");
    scene.filled(id + "-1", quantity);
    if (!exit.isNone()) {
      scene.accepted(id + "-x1");
    }
  }

  /// 30,000 in three positions: twice the equity is 20,000.
  private static Scene three(boolean atMarket, ExitPlan exit) {
    Scene scene = scene(atMarket);
    scene.cash("10000");
    hold(scene, "A", "AAA", "100", "50", exit);
    hold(scene, "B", "BBB", "120", "12", exit);
    hold(scene, "C", "CCC", "80", "8", exit);
    return scene;
  }

  /// Time goes by, and nobody answers the questions that are asked meanwhile.
  private static List<String> until(Scene scene, int hour, int minute) {
    List<String> commands = scene.until(15, hour, minute);
    return commands.stream().filter(command -> !command.startsWith("ask")).toList();
  }

  @Test
  void whatPromisesLeastPerMoneyGoesFirstAndThenTheLarger() {
    Scene scene = three(false, ExitPlan.NONE);
    // B and C promise a thousandth each, A five; B is larger.
    assertThat(until(scene, 15, 0)).isEmpty();
    assertThat(until(scene, 15, 5)).containsExactly("place B-x1 10 @ 100.03 deleverage");
    scene.accepted("B-x1");
    assertThat(until(scene, 15, 9)).isEmpty();
  }

  @Test
  void aLimitThatWaitsFollowsTheMarketAndTheTarget() {
    Scene scene = three(false, ExitPlan.NONE);
    until(scene, 15, 5);
    scene.accepted("B-x1");
    scene.price("BBB", "99");
    assertThat(until(scene, 15, 10)).containsExactly("cancel B-x1 deleverage");
    // 29,484 with an equity of 9,884: of 30,000 less 19,768, nine elevenths may still be there.
    assertThat(scene.canceled("B-x1", "4")).containsExactly("place B-x2 14 @ 99 deleverage");
  }

  @Test
  void aTakeProfitLeavesAloneWhatIsReduced() {
    Scene scene = three(false, FAR);
    assertThat(until(scene, 15, 5)).containsExactly("replace B-x1 110 @ 300");
    assertThat(scene.replaced("B-x1", "110")).containsExactly("place B-x2 10 @ 100.03 deleverage");
    scene.accepted("B-x2");
    assertThat(scene.filled("B-x2", "10")).isEmpty();
    // It is whole again for what is left when a reduction ends unfilled.
    until(scene, 15, 10);
    scene.replaced("B-x1", "101");
    assertThat(scene.count(Counter.DELEVERAGE_REDUCTIONS)).isEqualTo(2);
    scene.on(new Event.OrderEvent.Expired(new OrderId("B-x3"), 0));
  }

  @Test
  void aTakeProfitComesBackWhenTheNightHasBegun() {
    Scene scene = three(false, FAR);
    until(scene, 15, 5);
    scene.replaced("B-x1", "110");
    scene.accepted("B-x2");
    until(scene, 15, 10);
    scene.cancelRejected("B-x2");
    until(scene, 16, 0);
    List<String> commands = scene.on(new Event.OrderEvent.Expired(new OrderId("B-x2"), 0));
    assertThat(commands).containsExactly("replace B-x1 120 @ 300");
  }

  @Test
  void inTheEndAllThatIsTooMuchGoesAtMarket() {
    Scene scene = three(true, ExitPlan.NONE);
    until(scene, 15, 5);
    scene.accepted("B-x1");
    until(scene, 15, 10);
    scene.cancelRejected("B-x1");
    // What is not answered yet is waited for no longer: the rest goes at once.
    assertThat(until(scene, 15, 55))
        .containsExactly("cancel B-x1 deleverage", "place A-x1 81 @ market deleverage");
    assertThat(scene.canceled("B-x1", "0")).containsExactly("place B-x2 10 @ market deleverage");
  }

  @Test
  void aPositionOfOneShareIsInNobodysWay() {
    Scene scene = scene(false);
    scene.cash("10000");
    hold(scene, "A", "AAA", "1", "0", ExitPlan.NONE);
    hold(scene, "B", "BBB", "220", "22", ExitPlan.NONE);
    hold(scene, "C", "CCC", "1", "0", ExitPlan.NONE);
    scene.price("AAA", "60");
    // A is worth 60, less than the smallest slice; C is one share of a hundred.
    assertThat(until(scene, 15, 5))
        .containsExactly("place B-x1 2 @ 100.03 deleverage", "place C-x1 1 @ 100.03 deleverage");
  }

  @Test
  void aSmallSliceWaitsForTheEnd() {
    Scene scene = scene(false);
    scene.cash("10000");
    hold(scene, "A", "AAA", "1", "0", ExitPlan.NONE);
    scene.price("AAA", "60");
    // 40 of the 60 were lost since the account was read, and 40 may be held.
    scene.cash("60");
    assertThat(until(scene, 15, 54)).isEmpty();
    assertThat(until(scene, 15, 55)).containsExactly("place A-x1 1 @ 59.85 deleverage");
  }

  @Test
  void entriesGoFirstTheFurthestBeforeTheNearer() {
    Scene scene = scene(false);
    scene.cash("10000");
    hold(scene, "A", "AAA", "100", "0", ExitPlan.NONE);
    hold(scene, "B", "BBB", "50", "0", ExitPlan.NONE);
    scene.rests("N", "CCC", "50", "100.2");
    scene.rests("F", "DDD", "40", "100.6");
    // 15,000 and 9,000 of entries: without the further one all fits.
    assertThat(until(scene, 15, 0)).containsExactly("cancel F-1 deleverage");
    assertThat(scene.canceled("F-1", "0")).isEmpty();
    assertThat(scene.verdict("F")).startsWith("no-capacity");
    assertThat(scene.count(Counter.DELEVERAGE_CANCELS)).isEqualTo(1);
    assertThat(until(scene, 15, 59)).isEmpty();
  }

  @Test
  void stocksUseAQuarterOfTheirValueByDayAndHalfOvernight() {
    Scene scene = scene(false);
    scene.cash("10000");
    hold(scene, "A", "AAA", "190", "0", ExitPlan.NONE);
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("5250"));
    until(scene, 15, 0);
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("500"));
    scene.until(16, 9, 29);
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("500"));
    scene.until(16, 9, 30);
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("5250"));
  }

  @Test
  void whatIsClosedAnywayIsNotReducedToo() {
    Scene scene = three(false, new ExitPlan(null, Price.of("90"), -1, false));
    until(scene, 15, 5);
    scene.accepted("B-x1");
    scene.price("BBB", "90");
    // The stop sells what the reduction does not, and the reduction gives way.
    assertThat(scene.price("BBB", "90")).isEmpty();
    assertThat(scene.canceled("B-x1", "0")).isEmpty();
    scene.accepted("B-x2");
    assertThat(scene.filled("B-x2", "110")).containsExactly("place B-x3 10 @ market exit-stop");
    // 1,320 of the loss are gone, and so is B: what is left fits.
    assertThat(until(scene, 15, 30)).isEmpty();
  }

  @Test
  void whenNothingIsLeftAllIsClosedAndNothingIsEntered() {
    Scene scene = three(false, ExitPlan.NONE);
    scene.rests("E", "DDD", "10", "100.2");
    List<String> commands = scene.cash("0");
    assertThat(commands)
        .containsExactly(
            "cancel E-1 kill",
            "place A-x1 100 @ market deleverage",
            "place B-x1 120 @ market deleverage",
            "place C-x1 80 @ market deleverage");
  }
}
