package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.capacity.Cap;
import headroom.core.capacity.Cap.Measure;
import headroom.core.capacity.Cap.Scope;
import headroom.core.conformance.Exchange;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.StealRules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a plan changes of intents that are there already, and who is at once because of it.
final class PlanChangesTest {
  private final Scene scene = new Scene();

  private static long newYorkNs(int hour, int minute) {
    return Exchange.timeNs(LocalDate.of(2025, 1, 15), LocalTime.of(hour, minute));
  }

  private static Intent until(String id, String instrument, long expiresNs) {
    return Scene.intent(id, instrument, Side.BUY, "10", "100", expiresNs, null, ExitPlan.NONE);
  }

  /// A buy of ten at 100 with flags.
  private static Intent flagged(
      String id, String instrument, boolean atOnce, @Nullable String forecast, String... tags) {
    return new Intent(
        new IntentId(id),
        "owner",
        new InstrumentId(instrument),
        Side.BUY,
        Quantity.of("10"),
        Price.of("100"),
        Long.MAX_VALUE,
        "maxdiff",
        IntentKind.ENTRY,
        atOnce,
        false,
        forecast == null ? null : Money.of(forecast),
        null,
        ExitPlan.NONE,
        List.of(tags));
  }

  @Test
  void anIdIsTakenForEver() {
    scene.cash("1000");
    scene.buy("V", "AAA", "10");
    scene.withdraw("V");
    assertThatThrownBy(() -> scene.buy("V", "BBB", "10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("intent must have a new id, was V");
  }

  @Test
  void whatAnOldOrderFillsIsTakenFromOneReplacementAfterTheOther() {
    scene.cash("3000");
    scene.rests("V", "AAA", "10", "105");
    scene.plan(
        Scene.intent("W1", "AAA", "8", ExitPlan.NONE),
        Scene.intent("W2", "AAA", "5", ExitPlan.NONE));
    scene.filled("V-1", "10");
    assertThat(scene.end("W1")).isEqualTo("replaced-was-filled");
    assertThat(scene.remaining("W2")).isEqualTo("3");
  }

  @Test
  void aPlanMayGiveAnIntentMoreTime() {
    scene.cash("1000");
    scene.rests(until("V", "AAA", newYorkNs(11, 0)), "100.5");
    assertThat(scene.plan(until("W", "AAA", newYorkNs(12, 0)))).isEmpty();
    assertThat(scene.until(15, 11, 59)).isEmpty();
    assertThat(scene.until(15, 12, 0)).containsExactly("cancel V-1 expired");
  }

  @Test
  void aPlanMayGiveAnIntentLessTime() {
    scene.cash("1000");
    scene.rests(until("V", "AAA", newYorkNs(12, 0)), "100.5");
    assertThat(scene.plan(until("W", "AAA", newYorkNs(11, 0)))).isEmpty();
    assertThat(scene.until(15, 11, 0)).containsExactly("cancel V-1 expired");
  }

  @Test
  void aPlanLetsAParkedIntentGoOn() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    scene.rejected("V-1", RejectKind.NOT_TRADABLE);
    scene.price("AAA", "100.4");
    assertThat(scene.plan(Scene.intent("W", "AAA", "10")))
        .containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void aPlanDoesNotReleaseWhatSomebodyElseCancelled() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    scene.canceled("V-1", "0");
    assertThat(scene.plan(Scene.intent("W", "AAA", "10"))).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("held.cancelled-at-venue");
  }

  @Test
  void aTagThatAPlanGivesCountsForTheOrderThatRests() {
    Scene capped = capped();
    capped.submit(flagged("V", "AAA", false, null));
    capped.accepted("V-1");
    capped.plan(flagged("W", "AAA", false, null, "tech"));
    assertThat(capped.submit(flagged("U", "BBB", false, null, "tech"))).isEmpty();
    assertThat(capped.submit(flagged("X", "CCC", false, null))).hasSize(1);
  }

  @Test
  void aTagThatAPlanGivesCountsForThePositionToo() {
    Scene capped = capped();
    capped.submit(flagged("V", "AAA", false, null));
    capped.accepted("V-1");
    capped.filled("V-1", "9");
    capped.plan(flagged("W", "AAA", false, null, "tech"));
    assertThat(capped.submit(flagged("U", "BBB", false, null, "tech"))).isEmpty();
    assertThat(capped.submit(flagged("X", "CCC", false, null))).hasSize(1);
  }

  /// 1 500 for all that is `tech`.
  private static Scene capped() {
    Cap cap = new Cap(Scope.TAG, "tech", Measure.VALUE, 1_500 * Fixed.ONE);
    Rationing rationing = new Rationing(List.of(cap), List.of(), new TreeMap<>());
    Scene capped = new Scene(Scene.settings(StealRules.DEFAULTS).with(rationing));
    capped.cash("10000");
    capped.prices("100.5", "AAA", "BBB", "CCC");
    return capped;
  }

  @Test
  void intentsAtOnceAreServedByForecast() {
    // Given: the older and nearer one has the worse forecast.
    scene.cash("0");
    scene.price("BTC/USD", "103");
    scene.price("ETH/USD", "104");
    scene.submit(flagged("A", "BTC/USD", true, "1"));
    scene.submit(flagged("B", "ETH/USD", true, "2"));
    assertThat(scene.cash("1000")).containsExactly("place B-1 10 @ 100 free");
  }

  @Test
  void intentsThatAPlanMakesAtOnceAreServedByForecast() {
    scene.cash("0");
    scene.price("BTC/USD", "103");
    scene.price("ETH/USD", "104");
    scene.submit(flagged("A", "BTC/USD", false, null));
    scene.submit(flagged("B", "ETH/USD", false, null));
    scene.plan("BTC/USD", flagged("A2", "BTC/USD", true, "1"));
    scene.plan("ETH/USD", flagged("B2", "ETH/USD", true, "2"));
    assertThat(scene.cash("1000")).containsExactly("place B-1 10 @ 100 free");
  }

  @Test
  void aForecastThatAPlanRaisesRanksAtOnce() {
    // Given: at night the two best rest at any distance.
    scene.cash("10000");
    scene.until(15, 17, 0);
    scene.prices("110", "BTC/USD", "ETH/USD", "SOL/USD");
    scene.submit(flagged("A", "BTC/USD", false, "3"));
    scene.submit(flagged("B", "ETH/USD", false, "2"));
    assertThat(scene.submit(flagged("C", "SOL/USD", false, "1"))).isEmpty();
    assertThat(scene.plan("SOL/USD", flagged("C2", "SOL/USD", false, "4")))
        .containsExactly("place C-1 10 @ 100 free");
  }
}
