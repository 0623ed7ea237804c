package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.market.Side;
import headroom.core.num.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How positions are closed as their intents planned it.
final class ExitsTest {
  private final Scene scene = new Scene();

  private static ExitPlan plan(@Nullable String stop, int maxHoldDays, boolean sessionEnd) {
    return new ExitPlan(
        Price.of("110"), stop == null ? null : Price.of(stop), maxHoldDays, sessionEnd);
  }

  /// An order of ten that rests near its limit.
  private void rests(ExitPlan exit) {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", exit), "100.5");
  }

  @Test
  void aTakeProfitIsSentWithTheFirstFillForWhatWasFilled() {
    rests(Scene.PROFIT_AT_110);
    assertThat(scene.filled("V-1", "4")).containsExactly("place V-x1 4 @ 110 exit-take-profit");
  }

  @Test
  void furtherFillsResizeTheTakeProfitOneChangeAtATime() {
    // Given
    rests(Scene.PROFIT_AT_110);
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    // Then
    assertThat(scene.filled("V-1", "1")).containsExactly("replace V-x1 5 @ 110");
    assertThat(scene.filled("V-1", "2")).isEmpty();
    assertThat(scene.filled("V-1", "3")).isEmpty();
    assertThat(scene.replaced("V-x1", "5")).containsExactly("replace V-x1 10 @ 110");
    assertThat(scene.replaced("V-x1", "10")).isEmpty();
  }

  @Test
  void aRefusedChangeIsTriedAgainAfterAPause() {
    rests(Scene.PROFIT_AT_110);
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    scene.filled("V-1", "6");
    assertThat(scene.replaceRejected("V-x1")).isEmpty();
    assertThat(scene.afterSeconds(4)).isEmpty();
    assertThat(scene.afterSeconds(1)).containsExactly("ask V-x1", "replace V-x1 10 @ 110");
  }

  @Test
  void aFilledExitEndsThePosition() {
    rests(Scene.PROFIT_AT_110);
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    assertThat(scene.filled("V-x1", "10")).isEmpty();
    assertThat(scene.price("AAA", "90")).isEmpty();
    assertThat(scene.state("V")).isEqualTo(IntentState.FILLED);
  }

  @Test
  void aStopCancelsTheTakeProfitAndThenSellsAtMarketWhatIsLeft() {
    // Given
    rests(plan("95", -1, false));
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    scene.filled("V-x1", "3");
    // Then
    assertThat(scene.price("AAA", "95.01")).isEmpty();
    assertThat(scene.price("AAA", "95")).containsExactly("cancel V-x1 exit-stop");
    assertThat(scene.canceled("V-x1", "4")).containsExactly("place V-x2 6 @ market exit-stop");
    assertThat(scene.accepted("V-x2")).isEmpty();
    assertThat(scene.filled("V-x2", "6")).isEmpty();
  }

  @Test
  void aStopWithoutAWorkingExitSellsAtOnce() {
    scene.cash("1000");
    ExitPlan stop = new ExitPlan(null, Price.of("95"), -1, false);
    scene.rests(Scene.intent("V", "AAA", "10", stop), "100.5");
    assertThat(scene.filled("V-1", "10")).isEmpty();
    assertThat(scene.price("AAA", "94")).containsExactly("place V-x1 10 @ market exit-stop");
  }

  @Test
  void theLongestHoldingTimeEndsALittleBeforeTheCloseOfItsLastDay() {
    // Given: filled on Wednesday, to be held one more session.
    rests(plan(null, 1, false));
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    // Then: nothing on Wednesday; at 15:59 on Thursday.
    assertThat(scene.until(16, 15, 58)).isEmpty();
    assertThat(scene.until(16, 15, 59)).containsExactly("cancel V-x1 exit-hold");
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 10 @ market exit-hold");
  }

  @Test
  void aPositionOfOneSessionIsClosedBeforeItsClose() {
    rests(plan(null, -1, true));
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    assertThat(scene.until(15, 15, 58)).isEmpty();
    assertThat(scene.until(15, 15, 59)).containsExactly("cancel V-x1 exit-session");
  }

  @Test
  void aMarketExitThatCannotGoWaitsForTheNextOpen() {
    // Given: the cancel is confirmed only after the close.
    rests(plan(null, -1, true));
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    scene.until(15, 15, 59);
    scene.afterSeconds(70);
    assertThat(scene.canceled("V-x1", "0")).isEmpty();
    // Then
    assertThat(scene.until(16, 9, 29)).isEmpty();
    assertThat(scene.until(16, 9, 30)).containsExactly("place V-x2 10 @ market exit-session");
  }

  @Test
  void aRestBelowTheVenuesMinimumHasNoExitButAReason() {
    // Given: crypto for 5, with a minimum of 10.
    scene.cash("1000");
    scene.rests(Scene.intent("V", "BTC/USD", "1", Scene.PROFIT_AT_110), "100.5");
    // Then: the audit would complain if the reason were missing.
    assertThat(scene.filled("V-1", "0.05")).isEmpty();
    assertThat(scene.filled("V-1", "0.05"))
        .containsExactly("place V-x1 0.1 @ 110 exit-take-profit");
  }

  @Test
  void aFillOfAnExitThatWasOverIsABreachByTheVenue() {
    // Given: the market order was sent because the take-profit was said to be cancelled.
    rests(plan("95", -1, false));
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    scene.price("AAA", "95");
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 10 @ market exit-stop");
    // When
    assertThat(scene.filled("V-x1", "3")).isEmpty();
    // Then
    assertThat(scene.count(Counter.BREACHES)).isEqualTo(1);
  }

  @Test
  void aRejectedExitIsTriedAgain() {
    rests(Scene.PROFIT_AT_110);
    scene.filled("V-1", "10");
    assertThat(scene.rejected("V-x1", RejectKind.RATE)).isEmpty();
    assertThat(scene.afterSeconds(20)).containsExactly("place V-x2 10 @ 110 exit-take-profit");
  }

  @Test
  void aShortIsClosedByABuyBelow() {
    scene.cash("10000");
    scene.price("AAA", "100");
    scene.submit(
        Scene.intent(
            "S",
            "AAA",
            Side.SELL,
            "10",
            "100",
            Long.MAX_VALUE,
            null,
            new ExitPlan(Price.of("90"), Price.of("105"), -1, false)));
    scene.accepted("S-1");
    assertThat(scene.filled("S-1", "10")).containsExactly("place S-x1 10 @ 90 exit-take-profit");
    scene.accepted("S-x1");
    assertThat(scene.price("AAA", "105")).containsExactly("cancel S-x1 exit-stop");
  }

  @Test
  void anExitNeedsNoCapacityAndIsNeverAVictim() {
    // Given: no cash is left, and an exit rests far away.
    rests(Scene.PROFIT_AT_110);
    scene.filled("V-1", "10");
    scene.cash("0");
    scene.accepted("V-x1");
    scene.price("BBB", "100.5");
    // Then
    assertThat(scene.buy("T", "BBB", "1")).isEqualTo(List.of());
    assertThat(scene.verdict("T")).isEqualTo("no-capacity.no-candidates");
  }
}
