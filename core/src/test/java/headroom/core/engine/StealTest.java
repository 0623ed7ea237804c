package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.market.Side;
import headroom.core.steal.StealRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How a near intent takes the capacity of a far order: the rules, as sentences.
///
/// Every order is a buy at 100. An intent is ready at 100.66 or below, and an order is protected at
/// 100.10 or below.
final class StealTest {
  private final Scene scene = new Scene();

  /// Cash for one order of ten; V has it, and its price has gone away to 105.
  private void oneOrderFits() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "105");
  }

  @Test
  void aNearIntentCancelsAFarOrderAndIsPlacedWhenTheVenueHasConfirmed() {
    // Given
    oneOrderFits();
    scene.price("BBB", "100.5");
    // When
    List<String> steal = scene.buy("T", "BBB", "10");
    List<String> heir = scene.canceled("V-1", "0");
    // Then
    assertThat(steal).containsExactly("cancel V-1 stolen-by:T");
    assertThat(heir).containsExactly("place T-1 10 @ 100 steal");
    assertThat(scene.state("V")).isEqualTo(IntentState.WAITING);
  }

  @Test
  void theHeirIsPlacedOnceHoweverOftenTheVenueConfirms() {
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    scene.canceled("V-1", "0");
    assertThat(scene.canceled("V-1", "0")).isEmpty();
    assertThat(scene.price("BBB", "100.4")).isEmpty();
    assertThat(scene.count(Counter.STOLEN)).isEqualTo(1);
  }

  @Test
  void aStealSucceedsWhenTheThiefIsAccepted() {
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    scene.canceled("V-1", "0");
    assertThat(scene.count(Counter.STEALS)).isZero();
    scene.accepted("T-1");
    assertThat(scene.count(Counter.STEALS)).isEqualTo(1);
  }

  @Test
  void aThiefInTheSameInstantGetsWhatTheFirstDoesNotNeed() {
    // Given: two thieves of five each, and one victim of ten.
    oneOrderFits();
    scene.prices("100.5", "BBB", "CCC");
    assertThat(scene.buy("T", "BBB", "5")).containsExactly("cancel V-1 stolen-by:T");
    // Then: the second finds nobody to cancel, and is not promised anything.
    assertThat(scene.buy("U", "CCC", "5")).isEmpty();
    assertThat(scene.verdict("U")).isEqualTo("no-capacity.no-candidates");
    assertThat(scene.canceled("V-1", "0"))
        .containsExactly("place T-1 5 @ 100 steal", "place U-1 5 @ 100 free");
  }

  @Test
  void whatIsReleasedForAThiefIsNotFreeForOthers() {
    // Given: T needs both victims; the first is gone.
    scene.cash("1000");
    scene.rests("V", "AAA", "5", "105");
    scene.rests("W", "BBB", "5", "104");
    scene.prices("100.5", "CCC", "DDD");
    assertThat(scene.buy("T", "CCC", "10"))
        .containsExactly("cancel V-1 stolen-by:T", "cancel W-1 stolen-by:T");
    scene.canceled("V-1", "0");
    // When
    List<String> other = scene.buy("U", "DDD", "5");
    // Then
    assertThat(other).isEmpty();
    assertThat(scene.canceled("W-1", "0")).containsExactly("place T-1 10 @ 100 steal");
    assertThat(scene.state("U")).isEqualTo(IntentState.BLOCKED);
  }

  @Test
  void whatWasFreeForAThiefIsKeptForItToo() {
    // Given: 200 are free and V has 1000; T needs 1200.
    scene.cash("1200");
    scene.rests("V", "AAA", "10", "105");
    scene.prices("100.5", "BBB", "CCC");
    assertThat(scene.buy("T", "BBB", "12")).containsExactly("cancel V-1 stolen-by:T");
    // When
    List<String> other = scene.buy("U", "CCC", "2");
    // Then
    assertThat(other).isEmpty();
    assertThat(scene.canceled("V-1", "0")).containsExactly("place T-1 12 @ 100 steal");
  }

  @Test
  void aVictimThatFillsFirstFreesNothing() {
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    assertThat(scene.filled("V-1", "10")).isEmpty();
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.not-released");
    assertThat(scene.count(Counter.FILL_BEAT_CANCEL)).isEqualTo(1);
    assertThat(scene.engine.counters().aborts()).containsEntry("no-capacity.not-released", 1L);
    // It was bought, not stolen from: nobody cools down for it.
    assertThat(scene.count(Counter.STOLEN)).isZero();
    assertThat(scene.engine.history().recorded()).isZero();
  }

  @Test
  void aRefusedThiefStealsAsSoonAsAnOrderIsFurtherThanIt() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.2");
    scene.price("BBB", "100.3");
    assertThat(scene.buy("T", "BBB", "10")).isEmpty();
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.none-further");
    assertThat(scene.price("AAA", "100.3")).isEmpty();
    assertThat(scene.price("AAA", "100.31")).containsExactly("cancel V-1 stolen-by:T");
  }

  @Test
  void aVictimHoldsItsCapacityUntilTheVenueConfirms() {
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.price("CCC", "100.2");
    scene.buy("T", "BBB", "10");
    assertThat(scene.buy("U", "CCC", "10")).isEmpty();
    assertThat(scene.state("U")).isEqualTo(IntentState.BLOCKED);
  }

  @Test
  void aRejectedCancelSparesTheOrderForFiveSecondsAndTheStealGoesOnWithTheRest() {
    // Given
    scene.cash("1000");
    scene.rests("V", "AAA", "5", "105");
    scene.rests("W", "BBB", "5", "104");
    scene.price("CCC", "100.5");
    scene.buy("T", "CCC", "10");
    // When
    scene.cancelRejected("V-1");
    assertThat(scene.canceled("W-1", "0")).isEmpty();
    // Then
    assertThat(scene.state("V")).isEqualTo(IntentState.RESTING);
    assertThat(scene.engine.counters().aborts()).containsEntry("no-capacity.not-released", 1L);
    scene.price("DDD", "100.5");
    assertThat(scene.buy("U", "DDD", "9")).isEmpty();
    assertThat(scene.verdict("U")).isEqualTo("no-capacity.no-candidates");
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-1", "cancel V-1 stolen-by:U");
  }

  @Test
  void aCancelThatGoesUnansweredIsAskedAboutAfterTenSecondsAndSentAgainIfTheOrderIsOpen() {
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    assertThat(scene.afterSeconds(9)).isEmpty();
    assertThat(scene.afterSeconds(1)).containsExactly("ask V-1");
    assertThat(scene.open("V-1")).containsExactly("cancel V-1 stolen-by:T");
    assertThat(scene.canceled("V-1", "0")).containsExactly("place T-1 10 @ 100 steal");
  }

  @Test
  void aThiefRefusedForFundsRightAfterTheReleaseIsSentThreeTimesMore() {
    // Given
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    scene.canceled("V-1", "0");
    // Then: R73, after 250, 500 and 1000 ms.
    assertThat(scene.rejected("T-1", RejectKind.FUNDS)).isEmpty();
    assertThat(scene.after(249_999_999)).isEmpty();
    assertThat(scene.after(1)).containsExactly("place T-2 10 @ 100 steal");
    assertThat(scene.rejected("T-2", RejectKind.FUNDS)).isEmpty();
    assertThat(scene.after(500_000_000)).containsExactly("place T-3 10 @ 100 steal");
    assertThat(scene.rejected("T-3", RejectKind.FUNDS)).isEmpty();
    assertThat(scene.after(1_000_000_000)).containsExactly("place T-4 10 @ 100 steal");
    assertThat(scene.rejected("T-4", RejectKind.FUNDS)).isEmpty();
    assertThat(scene.engine.counters().aborts()).containsEntry("steal.release-not-honoured", 1L);
    assertThat(scene.count(Counter.LEDGER_MISMATCHES)).isZero();
  }

  @Test
  void aRefusalForFundsWithoutAReleaseIsALedgerMismatch() {
    scene.cash("1000");
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    scene.rejected("T-1", RejectKind.FUNDS);
    assertThat(scene.count(Counter.LEDGER_MISMATCHES)).isEqualTo(1);
  }

  @Test
  void afterAnAbortedStealItsThiefDoesNotStealForFiveSeconds() {
    // Given
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    scene.cancelRejected("V-1");
    // When
    scene.price("BBB", "100.4");
    // Then
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.retry-pause");
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-1", "cancel V-1 stolen-by:T");
  }

  @Test
  void threeAbortedStealsInARowParkTheThiefForTenMinutes() {
    // Given
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    scene.cancelRejected("V-1");
    scene.price("BBB", "100.4");
    scene.afterSeconds(5);
    scene.cancelRejected("V-1");
    scene.price("BBB", "100.5");
    scene.afterSeconds(5);
    scene.cancelRejected("V-1");
    scene.price("BBB", "100.4");
    // Then
    assertThat(scene.afterSeconds(599)).containsExactly("ask V-1");
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.retry-pause");
    assertThat(scene.afterSeconds(1)).containsExactly("cancel V-1 stolen-by:T");
  }

  @Test
  void aThiefThatIsWithdrawnMeanwhileLeavesTheReleaseToOthers() {
    oneOrderFits();
    scene.prices("100.5", "BBB", "CCC");
    scene.buy("T", "BBB", "10");
    scene.buy("U", "CCC", "10");
    assertThat(scene.withdraw("T")).isEmpty();
    assertThat(scene.canceled("V-1", "0")).containsExactly("place U-1 10 @ 100 free");
    assertThat(scene.end("T")).isEqualTo("withdrawn");
    assertThat(scene.engine.history().recorded()).isEqualTo(1);
  }

  @Test
  void aBlockedThiefStealsAsSoonAsTheCooldownOfItsVictimEnds() {
    // Given: V was stolen from, came back, and is far again.
    oneOrderFits();
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "10");
    scene.canceled("V-1", "0");
    scene.accepted("T-1");
    scene.filled("T-1", "10");
    scene.cash("1000");
    assertThat(scene.price("AAA", "100.5")).containsExactly("place V-2 10 @ 100 free");
    scene.accepted("V-2");
    scene.price("AAA", "105");
    scene.price("CCC", "100.5");
    // When
    assertThat(scene.buy("U", "CCC", "10")).isEmpty();
    assertThat(scene.verdict("U")).isEqualTo("no-capacity.all-on-cooldown");
    // Then: 120 s after the confirmed cancel, without any other input.
    assertThat(scene.afterSeconds(119)).isEmpty();
    assertThat(scene.afterSeconds(1)).containsExactly("cancel V-2 stolen-by:U");
  }

  @Test
  void anOrderYoungerThanMinRestIsSparedUntilItIsOldEnough() {
    // Given
    StealRules usual = StealRules.DEFAULTS;
    Scene resting = new Scene(Scene.settings(rules(usual, 60 * Scene.SECOND_NS, 0, false)));
    resting.cash("1000");
    resting.rests("V", "AAA", "10", "105");
    resting.price("BBB", "100.5");
    // When
    assertThat(resting.buy("T", "BBB", "10")).isEmpty();
    // Then
    assertThat(resting.verdict("T")).isEqualTo("no-capacity.all-protected");
    assertThat(resting.afterSeconds(59)).isEmpty();
    assertThat(resting.afterSeconds(1)).containsExactly("cancel V-1 stolen-by:T");
  }

  @Test
  void anOrderThatIsHalfFilledMayBeSpared() {
    Scene half = new Scene(Scene.settings(rules(StealRules.DEFAULTS, 0, 500_000, false)));
    half.cash("1000");
    half.rests("V", "AAA", "10", "105");
    half.filled("V-1", "5");
    half.cash("500");
    half.price("BBB", "100.5");
    assertThat(half.buy("T", "BBB", "5")).isEmpty();
    assertThat(half.verdict("T")).isEqualTo("no-capacity.all-protected");
  }

  @Test
  void anIntentThatDoesNotFitIsSkippedUnlessTheOrderIsStrict() {
    // Given: the nearest needs more than there is, and nobody can be cancelled.
    Scene strict = new Scene(Scene.settings(rules(StealRules.DEFAULTS, 0, 0, true)));
    for (Scene each : List.of(scene, strict)) {
      each.buy("BIG", "AAA", "20");
      each.buy("SMALL", "BBB", "5");
      each.price("AAA", "100.1");
      each.price("BBB", "100.5");
    }
    // Then
    assertThat(scene.cash("1000")).containsExactly("place SMALL-1 5 @ 100 free");
    assertThat(strict.cash("1000")).isEmpty();
    assertThat(strict.verdict("SMALL")).isEqualTo("no-capacity.strict-order");
    assertThat(strict.count(Counter.STEAL_ATTEMPTS)).isEqualTo(1);
  }

  @Test
  void insideOneInstrumentACooldownHasNoMeaning() {
    // Given: AAA is on cooldown since it was stolen from.
    Scene ladder = new Scene(Scene.settings(withinInstrument()));
    ladder.cash("1000");
    ladder.rests("V", "AAA", "10", "103");
    ladder.buy("T", "BBB", "10");
    assertThat(ladder.price("BBB", "100.5")).containsExactly("cancel V-1 stolen-by:T");
    ladder.withdraw("V");
    ladder.canceled("V-1", "0");
    ladder.accepted("T-1");
    ladder.withdraw("T");
    ladder.canceled("T-1", "0");
    ladder.price("AAA", "100.2");
    ladder.submit(rung("FAR", "99.8"));
    ladder.accepted("FAR-1");
    // When: a near rung of the ladder needs what the far one holds.
    assertThat(ladder.submit(rung("NEAR", "100"))).containsExactly("cancel FAR-1 stolen-by:NEAR");
  }

  @Test
  void aCoolingRungFindsNobodyOutsideItsInstrument() {
    Scene ladder = new Scene(Scene.settings(withinInstrument()));
    ladder.cash("2000");
    ladder.rests("V", "AAA", "10", "103");
    ladder.rests("W", "CCC", "10", "104");
    ladder.buy("T", "BBB", "10");
    assertThat(ladder.price("BBB", "100.5")).containsExactly("cancel W-1 stolen-by:T");
    ladder.canceled("W-1", "0");
    ladder.accepted("T-1");
    ladder.price("CCC", "100.2");
    assertThat(ladder.verdict("W")).isEqualTo("no-capacity.thief-on-cooldown");
  }

  private static Intent rung(String id, String limit) {
    return Scene.intent(id, "AAA", Side.BUY, "10", limit, Long.MAX_VALUE, null, ExitPlan.NONE);
  }

  private static StealRules withinInstrument() {
    StealRules usual = StealRules.DEFAULTS;
    return new StealRules(
        true,
        usual.cooldownNs(),
        usual.minRestNs(),
        usual.protectFilledPpm(),
        usual.stealRetryNs(),
        usual.parkAfter(),
        usual.parkNs(),
        usual.cancelDeadlineNs(),
        usual.releaseGraceNs(),
        usual.strictOrder(),
        true);
  }

  private static StealRules rules(
      StealRules usual, long minRestNs, int protectFilledPpm, boolean strictOrder) {
    return new StealRules(
        true,
        usual.cooldownNs(),
        minRestNs,
        protectFilledPpm,
        usual.stealRetryNs(),
        usual.parkAfter(),
        usual.parkNs(),
        usual.cancelDeadlineNs(),
        usual.releaseGraceNs(),
        strictOrder,
        false);
  }
}
