package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.steal.FightRules;
import headroom.core.steal.FurthestFirst;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of intents, orders and positions when shares are split: R82.
final class SplitsTest {
  private static final InstrumentId AAA = new InstrumentId("AAA");
  private static final ExitPlan PROFIT_AND_STOP =
      new ExitPlan(Price.of("110"), Price.of("95"), -1, false);

  private final Scene scene = new Scene();

  /// A position of `quantity` at 100 with its exit working.
  private void holds(String quantity, ExitPlan exit) {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", quantity, exit), "100.5");
    scene.filled("V-1", quantity);
    scene.accepted("V-x1");
  }

  // Positions.

  @Test
  void aTakeProfitIsCancelledAndComesBackInNewShares() {
    holds("10", Scene.PROFIT_AT_110);
    assertThat(scene.split("AAA", 10, 1)).containsExactly("cancel V-x1 split");
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 100 @ 11 exit-take-profit");
    assertThat(scene.accepted("V-x2")).isEmpty();
    assertThat(scene.filled("V-x2", "100")).isEmpty();
    assertThat(scene.state("V")).isEqualTo(IntentState.FILLED);
    assertThat(scene.price("AAA", "9")).isEmpty();
  }

  @Test
  void anExitThatTheVenueCancelledComesBackAtOnce() {
    // What the venue does by itself and the split are known together.
    holds("10", Scene.PROFIT_AT_110);
    Event.Split split = new Event.Split(AAA, 10, 1);
    Event.Together both =
        new Event.Together(List.of(new OrderEvent.Canceled(new OrderId("V-x1"), 0), split));
    assertThat(scene.on(both)).containsExactly("place V-x2 100 @ 11 exit-take-profit");
  }

  @Test
  void ofAReverseSplitWholeSharesAreLeft() {
    holds("10", Scene.PROFIT_AT_110);
    assertThat(scene.split("AAA", 1, 3)).containsExactly("cancel V-x1 split");
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 3 @ 330 exit-take-profit");
  }

  @Test
  void aPositionOfLessThanOneNewShareIsOver() {
    holds("2", Scene.PROFIT_AT_110);
    assertThat(scene.split("AAA", 1, 3)).containsExactly("cancel V-x1 split");
    assertThat(scene.canceled("V-x1", "0")).isEmpty();
    assertThat(scene.price("AAA", "300")).isEmpty();
  }

  @Test
  void anExitThatIsOnItsWayIsCancelledOnceItRests() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "10");
    assertThat(scene.split("AAA", 2, 1)).isEmpty();
    assertThat(scene.accepted("V-x1")).containsExactly("cancel V-x1 split");
  }

  @Test
  void whatAnOldExitStillTradesCountsInNewShares() {
    holds("10", Scene.PROFIT_AT_110);
    scene.split("AAA", 10, 1);
    assertThat(scene.filled("V-x1", "3")).isEmpty();
    assertThat(scene.canceled("V-x1", "4")).containsExactly("place V-x2 60 @ 11 exit-take-profit");
  }

  @Test
  void aRefusedCancelIsTriedAgain() {
    holds("10", Scene.PROFIT_AT_110);
    scene.split("AAA", 10, 1);
    assertThat(scene.cancelRejected("V-x1")).isEmpty();
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-x1", "cancel V-x1 split");
  }

  @Test
  void aStopIsReachedAtTheNewPrice() {
    holds("10", PROFIT_AND_STOP);
    scene.split("AAA", 10, 1);
    scene.canceled("V-x1", "0");
    scene.accepted("V-x2");
    assertThat(scene.price("AAA", "9.51")).isEmpty();
    assertThat(scene.price("AAA", "9.5")).containsExactly("cancel V-x2 exit-stop");
  }

  @Test
  void theLastPriceSaysNothingAnyMore() {
    // 100.5 is below the stop of 190.
    holds("10", PROFIT_AND_STOP);
    scene.split("AAA", 1, 2);
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 5 @ 220 exit-take-profit");
    scene.accepted("V-x2");
    assertThat(scene.price("AAA", "200")).isEmpty();
    assertThat(scene.price("AAA", "190")).containsExactly("cancel V-x2 exit-stop");
  }

  @Test
  void aPositionUsesWhatItUsedBefore() {
    Scene leveraged =
        new Scene(
            new Settings(
                new FurthestFirst(),
                Tolerances.DEFAULTS,
                StealRules.DEFAULTS,
                FightRules.DEFAULTS,
                AccountModel.GROSS,
                2,
                2,
                false,
                false,
                Pauses.DEFAULTS));
    leveraged.cash("1000");
    leveraged.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    leveraged.filled("V-1", "10");
    leveraged.accepted("V-x1");
    AccountRead.Mark mark = new AccountRead.Mark(AAA, Price.of("102"));
    Money some = Money.of("1020");
    leveraged.on(
        new Event.AccountChanged(new AccountRead(some, some, some, List.of(mark), List.of())));
    assertThat(leveraged.engine.free("gross")).isEqualTo(Money.of("1020"));
    leveraged.split("AAA", 4, 1);
    assertThat(leveraged.engine.free("gross")).isEqualTo(Money.of("1020"));
    // Ten shares become three, each worth 306: a third of one is paid in cash.
    leveraged.split("AAA", 1, 12);
    assertThat(leveraged.engine.free("gross")).isEqualTo(Money.of("1122"));
  }

  // Intents.

  @Test
  void aWaitingIntentIsHeldUntilItsOwnerReleasesIt() {
    scene.cash("1000");
    scene.price("AAA", "103");
    assertThat(scene.buy("V", "AAA", "8")).isEmpty();
    assertThat(scene.split("AAA", 10, 1)).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("held.corporate-action");
    assertThat(scene.price("AAA", "10")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("held.corporate-action");
    assertThat(scene.release("V")).containsExactly("place V-1 80 @ 10 free");
  }

  @Test
  void aReleasedIntentWaitsForAPriceInNewShares() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.mode(TradingMode.REDUCE_ONLY);
    scene.buy("V", "AAA", "8");
    scene.split("AAA", 10, 1);
    scene.mode(TradingMode.NORMAL);
    assertThat(scene.release("V")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("waiting.no-quote");
    assertThat(scene.price("AAA", "10.05")).containsExactly("place V-1 80 @ 10 free");
  }

  @Test
  void aPlanThatSaysTheNewNumbersReleasesToo() {
    scene.cash("1000");
    scene.plan(Scene.intent("V", "AAA", "8"));
    scene.split("AAA", 10, 1);
    scene.price("AAA", "10");
    Intent same =
        Scene.intent("W", "AAA", Side.BUY, "80", "10", Long.MAX_VALUE, null, ExitPlan.NONE);
    assertThat(scene.plan(same)).containsExactly("place V-1 80 @ 10 free");
  }

  @Test
  void aRestingEntryIsCancelledAndItsIntentHeld() {
    scene.cash("1000");
    scene.rests("V", "AAA", "8", "100.5");
    assertThat(scene.split("AAA", 10, 1)).containsExactly("cancel V-1 split");
    assertThat(scene.canceled("V-1", "0")).isEmpty();
    assertThat(scene.price("AAA", "10")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("held.corporate-action");
    assertThat(scene.release("V")).containsExactly("place V-2 80 @ 10 free");
  }

  @Test
  void anEntryOnItsWayIsCancelledOnceItRests() {
    scene.cash("1000");
    scene.price("AAA", "100");
    scene.buy("V", "AAA", "8");
    assertThat(scene.split("AAA", 10, 1)).isEmpty();
    assertThat(scene.accepted("V-1")).containsExactly("cancel V-1 split");
  }

  @Test
  void anEntryWhoseCancelIsRefusedIsCancelledAgain() {
    scene.cash("1000");
    scene.rests("V", "AAA", "8", "100.5");
    scene.split("AAA", 10, 1);
    scene.cancelRejected("V-1");
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-1", "cancel V-1 split");
  }

  @Test
  void whatAnOldEntryTradedCountsInNewShares() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "8", Scene.PROFIT_AT_110), "100.5");
    scene.split("AAA", 10, 1);
    assertThat(scene.filled("V-1", "3")).containsExactly("place V-x1 30 @ 11 exit-take-profit");
    scene.canceled("V-1", "3");
    assertThat(scene.remaining("V")).isEqualTo("50");
  }

  @Test
  void aTradeThatIsHeardOfAfterItsIntentIsOverHasItsExitInNewShares() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "8", Scene.PROFIT_AT_110), "100.5");
    scene.withdraw("V");
    scene.canceled("V-1", "0");
    scene.split("AAA", 10, 1);
    assertThat(scene.filled("V-1", "3")).containsExactly("place V-x1 30 @ 11 exit-take-profit");
  }

  @Test
  void inADryRunTheOrderIsCancelledAfterIt() {
    scene.cash("1000");
    scene.rests("V", "AAA", "8", "100.5");
    scene.on(new Event.DryRunSwitched(true));
    assertThat(scene.split("AAA", 10, 1)).isEmpty();
    assertThat(scene.on(new Event.DryRunSwitched(false))).containsExactly("cancel V-1 split");
  }

  @Test
  void anIntentOfLessThanOneNewShareIsOver() {
    scene.cash("1000");
    scene.buy("V", "AAA", "2");
    scene.split("AAA", 1, 3);
    assertThat(scene.state("V")).isEqualTo(IntentState.DONE);
    assertThat(scene.end("V")).isEqualTo("remainder");
  }

  @Test
  void whatIsLeftOfAnIntentMayBeLessThanOneNewShare() {
    // Given
    scene.cash("1000");
    scene.rests("V", "AAA", "8", "100.5");
    scene.filled("V-1", "6");
    // When
    assertThat(scene.split("AAA", 1, 3)).containsExactly("cancel V-1 split");
    scene.canceled("V-1", "6");
    // Then
    assertThat(scene.state("V")).isEqualTo(IntentState.DONE);
    assertThat(scene.end("V")).isEqualTo("remainder");
  }

  @Test
  void othersAreLeftAlone() {
    scene.cash("2000");
    scene.rests("V", "BBB", "8", "100.5");
    assertThat(scene.split("AAA", 10, 1)).isEmpty();
    assertThat(scene.state("V")).isEqualTo(IntentState.RESTING);
  }

  @ParameterizedTest
  @CsvSource({
    // side, quantity, limit, take-profit, stop, new, old: quantity, limit, take-profit, stop
    "BUY, 10, 100, 110, 95, 10, 1, 100, 10, 11, 9.5",
    "BUY, 10, 100.05, 110.05, 95.05, 10, 1, 100, 10, 11.01, 9.5",
    "SELL, 10, 100.05, 90.05, 105.05, 10, 1, 100, 10.01, 9, 10.51",
    "BUY, 10, 100, 110, 95, 1, 3, 3, 300, 330, 285",
    "BUY, 7, 100, 110, 95, 3, 2, 10, 66.66, 73.34, 63.33",
    "SELL, 7, 100, 90, 105, 3, 2, 10, 66.67, 60, 70",
    // Two prices that differed would meet on one tick.
    "BUY, 1, 100.01, 100.02, 100, 100, 1, 100, 1, 1.01, 0.9999",
    "SELL, 1, 100.01, 100, 100.02, 100, 1, 100, 1.01, 1, 1.02",
    // Below a dollar ticks are finer.
    "BUY, 1, 5.55, 6.55, 4.55, 10, 1, 10, 0.555, 0.655, 0.455",
  })
  void pricesAreRoundedToTheSafeSide(
      Side side,
      String quantity,
      String limit,
      String takeProfit,
      String stop,
      long newShares,
      long oldShares,
      String newQuantity,
      String newLimit,
      String newTakeProfit,
      String newStop) {
    ExitPlan exit = new ExitPlan(Price.of(takeProfit), Price.of(stop), -1, false);
    scene.submit(Scene.intent("V", "AAA", side, quantity, limit, Long.MAX_VALUE, null, exit));
    scene.split("AAA", newShares, oldShares);
    Intent split = scene.intent("V");
    assertThat(
            List.of(
                split.quantity().toString(),
                split.limit().toString(),
                String.valueOf(split.exit().takeProfit()),
                String.valueOf(split.exit().stop())))
        .containsExactly(newQuantity, newLimit, newTakeProfit, newStop);
    assertThat(scene.remaining("V")).isEqualTo(newQuantity);
  }

  @Test
  void whatCannotBePricedAnyMoreIsOver() {
    scene.submit(
        Scene.intent("V", "AAA", Side.BUY, "1", "0.01", Long.MAX_VALUE, null, ExitPlan.NONE));
    scene.split("AAA", 1_000_000, 1);
    assertThat(scene.end("V")).isEqualTo("remainder");
  }

  // Steals.

  @Test
  void aStealUnderWayIsAborted() {
    // Given
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "102");
    scene.price("BBB", "100");
    assertThat(scene.buy("T", "BBB", "10")).containsExactly("cancel V-1 stolen-by:T");
    // When
    assertThat(scene.split("BBB", 10, 1)).isEmpty();
    // Then
    assertThat(scene.state("T")).isEqualTo(IntentState.WAITING);
    assertThat(scene.verdict("T")).isEqualTo("held.corporate-action");
    assertThat(scene.engine.counters().aborts()).containsEntry("held.corporate-action", 1L);
    assertThat(scene.canceled("V-1", "0")).isEmpty();
    assertThat(scene.price("BBB", "10")).isEmpty();
    assertThat(scene.release("T")).containsExactly("place T-1 100 @ 10 free");
  }

  @Test
  void aVictimWhoseSharesAreSplitReleasesToItsThief() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "102");
    scene.price("BBB", "100");
    scene.buy("T", "BBB", "10");
    assertThat(scene.split("AAA", 10, 1)).isEmpty();
    assertThat(scene.canceled("V-1", "0")).containsExactly("place T-1 10 @ 100 steal");
    assertThat(scene.verdict("V")).isEqualTo("held.corporate-action");
  }

  @Test
  void aThiefThatWasPlacedIsCancelled() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "102");
    scene.price("BBB", "100");
    scene.buy("T", "BBB", "10");
    scene.canceled("V-1", "0");
    assertThat(scene.split("BBB", 10, 1)).isEmpty();
    assertThat(scene.accepted("T-1")).containsExactly("cancel T-1 split");
  }

  // The fact itself.

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "1000001, 1", "1, 1000001"})
  void sharesAreCountedFromOneToAMillion(long newShares, long oldShares) {
    assertThatThrownBy(() -> new Event.Split(AAA, newShares, oldShares))
        .hasMessage(
            "split of AAA must be of 1 to 1000000 shares for 1 to 1000000, was %s for %s"
                .formatted(newShares, oldShares));
  }
}
