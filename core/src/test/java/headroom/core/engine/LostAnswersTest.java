package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.StealRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Answers that never come, and answers that contradict earlier ones. Each of these was found by a
/// run of chaos.
final class LostAnswersTest {
  private final Scene scene = new Scene();

  @Test
  void aNewOrderThatIsNotAnsweredIsAskedAboutUntilItIs() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    assertThat(scene.buy("V", "AAA", "10")).containsExactly("place V-1 10 @ 100 free");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-1");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-1");
    scene.open("V-1");
    assertThat(scene.state("V")).isEqualTo(IntentState.RESTING);
    assertThat(scene.afterSeconds(60)).isEmpty();
  }

  @Test
  void anExitThatIsNotAnsweredIsAskedAboutUntilItIs() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    assertThat(scene.filled("V-1", "10")).containsExactly("place V-x1 10 @ 110 exit-take-profit");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.notSent("V-x1")).containsExactly("place V-x2 10 @ 110 exit-take-profit");
  }

  @Test
  void anOrderRefusedAfterItWasAcceptedIsOver() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    scene.rejected("V-1", RejectKind.HALTED);
    assertThat(scene.state("V")).isEqualTo(IntentState.WAITING);
    // Then: what it reserved is free, and it is tried again as after any refusal.
    scene.price("AAA", "100.4");
    assertThat(scene.afterSeconds(20)).containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void whatAVictimThatIsRefusedReleasesGoesToItsThief() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "102");
    scene.buy("T", "BBB", "10");
    assertThat(scene.price("BBB", "100.2")).containsExactly("cancel V-1 stolen-by:T");
    assertThat(scene.rejected("V-1", RejectKind.HALTED))
        .containsExactly("place T-1 10 @ 100 steal");
    // Nothing was taken from anybody.
    assertThat(scene.count(Counter.STOLEN)).isZero();
  }

  @Test
  void anUnansweredCancelIsAskedAboutOnceATimeHoweverOftenItWasSent() {
    // Given: a cancel is refused and sent again.
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    assertThat(scene.withdraw("V")).containsExactly("cancel V-1 withdrawn");
    scene.cancelRejected("V-1");
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-1", "cancel V-1 withdrawn");
    // Then
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-1");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-1");
  }

  @Test
  void aTradeBeyondTheOldQuantityCountsWholeIfAChangeMayHaveActed() {
    // Given: the answer to a change of 4 to 10 is lost, and the same change again is refused.
    growsWithoutAnswer(Scene.PROFIT_AT_110);
    assertThat(scene.replaceRejected("V-x1")).isEmpty();
    // Then: nothing is left to close.
    assertThat(scene.filled("V-x1", "10")).isEmpty();
    assertThat(scene.afterSeconds(60)).isEmpty();
  }

  @Test
  void anExitOfWhichNobodyKnowsHowMuchItMayFillIsNotOver() {
    // Given: it may have 4 or 10 to close, and 4 are closed.
    growsWithoutAnswer(Scene.PROFIT_AT_110);
    scene.replaceRejected("V-x1");
    // Then: it is no second exit that closes the rest.
    assertThat(scene.filled("V-x1", "4")).isEmpty();
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-x1", "replace V-x1 10 @ 110");
    assertThat(scene.replaced("V-x1", "10")).isEmpty();
    assertThat(scene.filled("V-x1", "6")).isEmpty();
  }

  @Test
  void anExitOfWhichNobodyKnowsHowMuchIsLeftCanBeCancelled() {
    growsWithoutAnswer(new ExitPlan(Price.of("110"), Price.of("95"), -1, false));
    scene.replaceRejected("V-x1");
    scene.filled("V-x1", "4");
    scene.price("AAA", "95");
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-x1", "cancel V-x1 exit-stop");
    assertThat(scene.canceled("V-x1", "4")).containsExactly("place V-x2 6 @ market exit-stop");
  }

  private void growsWithoutAnswer(ExitPlan exit) {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", exit), "100.5");
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    assertThat(scene.filled("V-1", "6")).containsExactly("replace V-x1 10 @ 110");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.open("V-x1")).containsExactly("replace V-x1 10 @ 110");
  }

  @Test
  void aLateAnswerToAnEarlierChangeSaysNothingOfTheLargerOne() {
    growsTwiceAtOnce();
    assertThat(scene.replaced("V-x1", "7")).isEmpty();
    assertThat(scene.filled("V-x1", "10")).isEmpty();
  }

  /// The change to 7 is not answered in time, and one to 10 is under way beside it.
  private void growsTwiceAtOnce() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    assertThat(scene.filled("V-1", "3")).containsExactly("replace V-x1 7 @ 110");
    scene.filled("V-1", "3");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.open("V-x1")).containsExactly("replace V-x1 10 @ 110");
  }

  @Test
  void anExitWhoseChangesMayHaveOvertakenEachOtherIsAskedAboutWhenItTrades() {
    // Given: the venue changed to 10 and then to 7, and its answers came the other way round.
    growsTwiceAtOnce();
    scene.replaced("V-x1", "7");
    scene.replaced("V-x1", "10");
    assertThat(scene.afterSeconds(60)).isEmpty();
    // When: 7 are all that it had.
    assertThat(scene.filled("V-x1", "7")).isEmpty();
    // Then: it is asked about until its fate is known, and the rest gets an exit.
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.canceled("V-x1", "7")).containsExactly("place V-x2 3 @ 110 exit-take-profit");
    scene.accepted("V-x2");
    assertThat(scene.afterSeconds(60)).isEmpty();
  }

  @Test
  void anExitThatIsStillOpenAfterItsTradeIsNotAskedAboutAnyMore() {
    growsTwiceAtOnce();
    scene.replaced("V-x1", "10");
    scene.filled("V-x1", "7");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    // An answer from before the trade says nothing of it.
    assertThat(scene.open("V-x1", "0")).isEmpty();
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.open("V-x1", "7")).isEmpty();
    assertThat(scene.afterSeconds(60)).isEmpty();
    assertThat(scene.filled("V-x1", "2")).isEmpty();
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
  }

  @Test
  void anExitWhoseChangesWereAnsweredOneByOneIsNotAskedAbout() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    scene.filled("V-1", "3");
    scene.replaced("V-x1", "7");
    scene.filled("V-1", "3");
    scene.replaced("V-x1", "10");
    assertThat(scene.filled("V-x1", "7")).isEmpty();
    assertThat(scene.afterSeconds(60)).isEmpty();
  }

  @Test
  void anOrderWhoseCancelIsRefusedIsAskedAboutUnlessItsEndIsHeardOf() {
    // Given: V filled, which is why its cancel is refused, and the trade was not heard of.
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "102");
    scene.buy("T", "BBB", "10");
    assertThat(scene.price("BBB", "100.2")).containsExactly("cancel V-1 stolen-by:T");
    scene.cancelRejected("V-1");
    // Then
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-1");
    scene.canceled("V-1", "10");
    assertThat(scene.state("V")).isEqualTo(IntentState.FILLED);
  }

  @Test
  void aDayOrderWhoseEndAtTheCloseIsNotReportedIsAskedAbout() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "102");
    assertThat(scene.until(15, 16, 0)).isEmpty();
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-1");
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-1");
    scene.canceled("V-1", "0");
    assertThat(scene.state("V")).isEqualTo(IntentState.WAITING);
    assertThat(scene.afterSeconds(60)).isEmpty();
  }

  @Test
  void whoComesAfterAnIntentThatEndedMovesUp() {
    // Given: the best forecast is of an intent too small to be placed, and the third waits far
    // away.
    scene.cash("10000");
    coin("FIRST", "SOL/USD", "0.01", "3");
    coin("SECOND", "ETH/USD", "10", "2");
    coin("THIRD", "BTC/USD", "10", "1");
    scene.prices("120", "BTC/USD", "ETH/USD", "SOL/USD");
    assertThat(scene.until(15, 16, 0)).containsExactly("place SECOND-1 10 @ 100 free");
    assertThat(scene.end("FIRST")).isEqualTo("below-minimum");
    // Then
    assertThat(scene.price("BTC/USD", "120")).containsExactly("place THIRD-1 10 @ 100 free");
  }

  private void coin(String id, String instrument, String quantity, String forecast) {
    scene.submit(
        Scene.intent(
            id, instrument, Side.BUY, quantity, "100", Long.MAX_VALUE, forecast, ExitPlan.NONE));
  }

  @Test
  void aFigureThatAThiefDoesNotNeedMayBeUnknown() {
    // Given: stocks do not use settled cash, which could not be read.
    Settings cash = Scene.settings(StealRules.DEFAULTS);
    Scene margin =
        new Scene(
            new Settings(
                cash.policy(),
                cash.tolerances(),
                cash.steals(),
                cash.fights(),
                AccountModel.MARGIN,
                2,
                cash.atOnceRanks(),
                false,
                false,
                cash.pauses()));
    Money equity = Money.of("500");
    margin.on(
        new Event.AccountChanged(new AccountRead(equity, equity, null, List.of(), List.of())));
    margin.rests("V", "AAA", "10", "102");
    margin.buy("T", "BBB", "10");
    // Then
    assertThat(margin.price("BBB", "100.2")).containsExactly("cancel V-1 stolen-by:T");
  }

  @Test
  void theExitOfAnOwnerThatADryRunLeftRestingIsCancelledAfterIt() {
    scene.price("AAA", "100.5");
    assertThat(scene.submit(exit("V"))).containsExactly("place V-1 10 @ 102 free");
    scene.accepted("V-1");
    scene.on(new Event.DryRunSwitched(true));
    assertThat(scene.withdraw("V")).isEmpty();
    assertThat(scene.on(new Event.DryRunSwitched(false))).containsExactly("cancel V-1 withdrawn");
  }

  private static Intent exit(String id) {
    return new Intent(
        new IntentId(id),
        "owner",
        new InstrumentId("AAA"),
        Side.SELL,
        Quantity.of("10"),
        Price.of("102"),
        Long.MAX_VALUE,
        "maxdiff",
        IntentKind.EXIT,
        false,
        false,
        null,
        null,
        ExitPlan.NONE,
        List.of());
  }
}
