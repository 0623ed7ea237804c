package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two things at once: a cancel under way and something else that wants to end, replace or close.
final class RacesTest {
  private final Scene scene = new Scene();

  private List<String> plan(Intent... intents) {
    return scene.on(planOf(intents));
  }

  private static Event.PlanSubmitted planOf(Intent... intents) {
    return new Event.PlanSubmitted(
        "owner", new InstrumentId("AAA"), Side.BUY, IntentKind.ENTRY, List.of(intents));
  }

  private static Intent at(String id, String quantity, String limit) {
    return Scene.intent(id, "AAA", Side.BUY, quantity, limit, Long.MAX_VALUE, null, ExitPlan.NONE);
  }

  /// T steals from V, 1 000 against 1 000.
  private void stealUnderWay(Intent victim) {
    scene.cash("1000");
    scene.rests(victim, "102");
    scene.buy("T", "BBB", "10");
    assertThat(scene.price("BBB", "100.2")).containsExactly("cancel V-1 stolen-by:T");
  }

  @Test
  void aVictimWithdrawnMeanwhileIsCancelledAgainIfItsCancelIsRejected() {
    stealUnderWay(Scene.intent("V", "AAA", "10"));
    assertThat(scene.withdraw("V")).isEmpty();
    scene.cancelRejected("V-1");
    assertThat(scene.afterSeconds(5)).contains("cancel V-1 withdrawn");
    scene.canceled("V-1", "0");
    assertThat(scene.end("V")).isEqualTo("withdrawn");
  }

  @Test
  void aVictimExpiredMeanwhileIsCancelledAgainIfItsCancelIsRejected() {
    long expiresNs = Scene.OPENING_NS + 3 * Scene.SECOND_NS;
    stealUnderWay(Scene.intent("V", "AAA", Side.BUY, "10", "100", expiresNs, null, ExitPlan.NONE));
    scene.afterSeconds(4);
    scene.cancelRejected("V-1");
    assertThat(scene.afterSeconds(5)).contains("cancel V-1 expired");
  }

  @Test
  void aConfirmationAfterARejectionIsNoCancelByOthers() {
    stealUnderWay(Scene.intent("V", "AAA", "10"));
    scene.cancelRejected("V-1");
    scene.canceled("V-1", "0");
    assertThat(scene.verdict("V")).isNotEqualTo("held.cancelled-at-venue");
  }

  @Test
  void aSecondPlanWaitsForTheOrderThatTheFirstStillCancels() {
    // Given
    scene.cash("5000");
    scene.rests(at("V", "10", "100"), "100.5");
    assertThat(plan(at("A", "8", "99.95"))).containsExactly("cancel V-1 withdrawn");
    // Then
    assertThat(plan(at("B", "6", "99.9"))).isEmpty();
    assertThat(scene.verdict("B")).isEqualTo("waiting.replacement");
    // And what the old order fills meanwhile is not asked for again.
    scene.filled("V-1", "2");
    assertThat(scene.canceled("V-1", "2")).containsExactly("place B-1 4 @ 99.9 free");
    assertThat(scene.state("A")).isEqualTo(IntentState.DONE);
  }

  @Test
  void aPlanWithAnIdThatIsTakenIsRefusedWhole() {
    scene.cash("5000");
    scene.rests(at("V", "10", "100"), "100.5");
    assertThatThrownBy(() -> plan(at("V", "8", "99.95")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("new id, was V");
    assertThat(scene.state("V")).isEqualTo(IntentState.RESTING);
    assertThat(scene.remaining("V")).isEqualTo("10");
  }

  @Test
  void aPlanHoldsOnlyIntentsOfItsKind() {
    assertThatThrownBy(() -> planOf(Scene.intent("X", "BBB", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X");
  }

  @Test
  void aTakeProfitThatGivesWayIsAskedAboutUntilItIsOver() {
    // Given
    scene.cash("1000");
    ExitPlan exit = new ExitPlan(Price.of("110"), Price.of("95"), -1, false);
    scene.rests(Scene.intent("V", "AAA", "10", exit), "100.5");
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    assertThat(scene.price("AAA", "95")).containsExactly("cancel V-x1 exit-stop");
    // Then
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.open("V-x1")).containsExactly("cancel V-x1 exit-stop");
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 10 @ market exit-stop");
  }

  @Test
  void aChangeOfATakeProfitThatIsLostIsSentAgain() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    assertThat(scene.filled("V-1", "6")).containsExactly("replace V-x1 10 @ 110");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.open("V-x1")).containsExactly("replace V-x1 10 @ 110");
  }

  @Test
  void anExitWithNothingLeftToCloseIsCancelled() {
    // Given: the first exit was cancelled by others, a second rests.
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 10 @ 110 exit-take-profit");
    scene.accepted("V-x2");
    // Then: the first fills after all.
    assertThat(scene.filled("V-x1", "10")).containsExactly("cancel V-x2 exit-take-profit");
    scene.canceled("V-x2", "0");
    assertThat(scene.price("AAA", "111")).isEmpty();
  }

  @Test
  void whatIsBoughtAfterTheLongestHoldingTimeIsSoldAtOnce() {
    // Given: what was bought first is sold before its time is over.
    scene.cash("1000");
    ExitPlan today = new ExitPlan(Price.of("110"), null, 0, false);
    scene.rests(Scene.intent("V", "BTC/USD", "10", today), "100.5");
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    scene.filled("V-x1", "4");
    // When: a minute before the end of the UTC day.
    scene.until(15, 18, 59);
    // Then
    assertThat(scene.filled("V-1", "6")).containsExactly("place V-x2 6 @ market exit-hold");
  }

  @Test
  void aDryRunCountsNoOrders() {
    scene.cash("1000");
    scene.on(new Event.DryRunSwitched(true));
    scene.buy("V", "AAA", "10");
    scene.price("AAA", "100.5");
    scene.price("AAA", "100.4");
    assertThat(scene.count(Counter.PLACED)).isZero();
  }

  @Test
  void aCancelConfirmedAfterItWasRejectedIsAStealAndItsCapacityGoesToTheThief() {
    // Given: two victims, the first of which is said to be uncancellable.
    scene.cash("1000");
    scene.rests("V", "AAA", "5", "102");
    scene.rests("W", "CCC", "5", "103");
    scene.buy("T", "BBB", "10");
    assertThat(scene.price("BBB", "100.2"))
        .containsExactly("cancel W-1 stolen-by:T", "cancel V-1 stolen-by:T");
    scene.cancelRejected("V-1");
    // When
    assertThat(scene.canceled("V-1", "0")).isEmpty();
    // Then: nobody else gets it, and both cancels are on record.
    assertThat(scene.canceled("W-1", "0")).containsExactly("place T-1 10 @ 100 steal");
    assertThat(scene.count(Counter.STOLEN)).isEqualTo(2);
  }

  @Test
  void aCancelLongAfterARejectionIsSomebodyElses() {
    stealUnderWay(Scene.intent("V", "AAA", "10"));
    scene.cancelRejected("V-1");
    scene.price("BBB", "110");
    scene.afterSeconds(60);
    scene.canceled("V-1", "0");
    assertThat(scene.verdict("V")).isEqualTo("held.cancelled-at-venue");
    assertThat(scene.count(Counter.STOLEN)).isZero();
  }

  @Test
  void whatADryRunLeftRestingIsCancelledAfterIt() {
    scene.cash("3000");
    scene.rests("V", "AAA", "10", "102");
    long expiresNs = Scene.OPENING_NS + 60 * Scene.SECOND_NS;
    scene.rests(
        Scene.intent("W", "CCC", Side.BUY, "10", "100", expiresNs, null, ExitPlan.NONE), "102");
    scene.on(new Event.DryRunSwitched(true));
    assertThat(scene.withdraw("V")).isEmpty();
    assertThat(scene.afterSeconds(90)).isEmpty();
    assertThat(scene.on(new Event.DryRunSwitched(false)))
        .containsExactly("cancel V-1 withdrawn", "cancel W-1 expired");
  }

  @Test
  void aDryRunSwitchedOnInTheMiddleOfAStealSendsNothingMore() {
    stealUnderWay(Scene.intent("V", "AAA", "10"));
    scene.on(new Event.DryRunSwitched(true));
    // Neither a question, nor the cancel again, nor the thief.
    assertThat(scene.afterSeconds(11)).isEmpty();
    assertThat(scene.open("V-1")).isEmpty();
    assertThat(scene.canceled("V-1", "0")).isEmpty();
    assertThat(scene.state("T")).isEqualTo(IntentState.WAITING);
    // Then: it competes as everybody does.
    scene.on(new Event.DryRunSwitched(false));
    assertThat(scene.price("BBB", "100.1")).containsExactly("place T-1 10 @ 100 free");
  }

  @Test
  void whoWouldStealInADryRunIsJudgedAgainWhenTheVictimComesNearer() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "103");
    scene.on(new Event.DryRunSwitched(true));
    scene.price("BBB", "100.2");
    assertThat(scene.buy("T", "BBB", "10")).isEmpty();
    assertThat(scene.verdict("T")).isEqualTo("none");
    // When: V is nearer than T, and not protected yet.
    scene.price("AAA", "100.15");
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.none-further");
  }

  @Test
  void aThiefWhoseRestBecameTooSmallIsNotPlaced() {
    // Given: T replaced A and steals the little that is missing.
    scene.cash("2000");
    scene.rests(Scene.intent("V", "ETH/USD", "10"), "103");
    scene.rests(coin("A", "10", "99.5"), "103");
    scene.on(
        new Event.PlanSubmitted(
            "owner",
            new InstrumentId("BTC/USD"),
            Side.BUY,
            IntentKind.ENTRY,
            List.of(coin("T", "10.05", "100"))));
    scene.canceled("A-1", "0");
    assertThat(scene.price("BTC/USD", "100.2")).containsExactly("cancel V-1 stolen-by:T");
    // When: A had filled after all, and nearly all that T wants with it.
    scene.filled("A-1", "10");
    assertThat(scene.canceled("V-1", "0")).doesNotContain("place T-1 0.05 @ 100 steal");
    // Then
    assertThat(scene.end("T")).isEqualTo("remainder");
  }

  private static Intent coin(String id, String quantity, String limit) {
    return Scene.intent(
        id, "BTC/USD", Side.BUY, quantity, limit, Long.MAX_VALUE, null, ExitPlan.NONE);
  }

  @Test
  void aKilledOrderThatIsWithdrawnTooIsCancelledAgainAfterTheKill() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "102");
    assertThat(scene.withdraw("V")).containsExactly("cancel V-1 withdrawn");
    scene.on(new Event.ModeSwitched(TradingMode.KILLED));
    scene.cancelRejected("V-1");
    scene.on(new Event.ModeSwitched(TradingMode.NORMAL));
    assertThat(scene.afterSeconds(5)).contains("cancel V-1 withdrawn");
  }

  @Test
  void aRepeatedAnswerToAnOldChangeDoesNotMakeAnExitSmaller() {
    // Given: the exit grew from 4 to 10.
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "3");
    scene.accepted("V-x1");
    scene.filled("V-1", "1");
    scene.replaced("V-x1", "4");
    scene.filled("V-1", "6");
    scene.replaced("V-x1", "10");
    // When
    assertThat(scene.replaced("V-x1", "4")).isEmpty();
    // Then: all of it is sold once.
    assertThat(scene.filled("V-x1", "10")).isEmpty();
    assertThat(scene.price("AAA", "111")).isEmpty();
  }
}
