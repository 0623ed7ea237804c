package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.num.Price;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What was filled, whichever answer says so first (R71).
final class FillsTest {
  private final Scene scene = new Scene();

  /// An order of ten that rests near its limit.
  private void rests() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
  }

  @Test
  void aFillThatTheSumToldFirstCountsOnce() {
    rests();
    assertThat(scene.open("V-1", "4")).containsExactly("place V-x1 4 @ 110 exit-take-profit");
    assertThat(scene.remaining("V")).isEqualTo("6");
    scene.accepted("V-x1");
    // Then: a trade of one and a half times as much brings half of it.
    assertThat(scene.filled("V-1", "1")).isEmpty();
    assertThat(scene.remaining("V")).isEqualTo("6");
    assertThat(scene.filled("V-1", "5")).containsExactly("replace V-x1 6 @ 110");
    assertThat(scene.remaining("V")).isEqualTo("4");
    // Then: what comes after that is new.
    scene.replaced("V-x1", "6");
    assertThat(scene.filled("V-1", "1")).containsExactly("replace V-x1 7 @ 110");
  }

  @Test
  void aSumThatSaysNothingNewChangesNothing() {
    rests();
    scene.filled("V-1", "4");
    assertThat(scene.open("V-1", "4")).isEmpty();
    assertThat(scene.open("V-1", "3")).isEmpty();
    assertThat(scene.remaining("V")).isEqualTo("6");
    scene.accepted("V-x1");
    assertThat(scene.filled("V-1", "2")).containsExactly("replace V-x1 6 @ 110");
  }

  @Test
  void whatADayOrderFilledIsLearntFromItsEnd() {
    rests();
    assertThat(scene.until(15, 16, 0)).isEmpty();
    assertThat(scene.expired("V-1", "4")).containsExactly("place V-x1 4 @ 110 exit-take-profit");
    assertThat(scene.remaining("V")).isEqualTo("6");
    assertThat(scene.state("V")).isEqualTo(IntentState.WAITING);
  }

  @Test
  void aFillSaysThatAnOrderOnItsWayRests() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.submit(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110));
    assertThat(scene.filled("V-1", "4")).containsExactly("place V-x1 4 @ 110 exit-take-profit");
    assertThat(scene.state("V")).isEqualTo(IntentState.RESTING);
    // Then: neither is asked about for want of an acceptance.
    scene.accepted("V-x1");
    assertThat(scene.afterSeconds(60)).isEmpty();
  }

  @Test
  void whatIsToBeCancelledAtItsAcceptanceIsCancelledAtItsFirstFill() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    assertThat(scene.withdraw("V")).isEmpty();
    assertThat(scene.filled("V-1", "4")).containsExactly("cancel V-1 withdrawn");
    assertThat(scene.accepted("V-1")).isEmpty();
    scene.canceled("V-1", "4");
    assertThat(scene.end("V")).isEqualTo("withdrawn");
  }

  @Test
  void whatWasToBeCancelledAndIsFilledWholeNeedsNoCancel() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    scene.withdraw("V");
    assertThat(scene.filled("V-1", "10")).isEmpty();
    assertThat(scene.state("V")).isEqualTo(IntentState.FILLED);
  }

  @Test
  void aFillOfAllAfterTheEndOfItsOrderFillsTheIntent() {
    // Given: V lost its order to T, and its price is away.
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "105");
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "9");
    scene.canceled("V-1", "0");
    // When
    scene.filled("V-1", "10");
    // Then
    assertThat(scene.state("V")).isEqualTo(IntentState.FILLED);
    assertThat(scene.price("AAA", "100.1")).isEmpty();
  }

  /// V, whose first order never left, takes the capacity of W.
  private void theFormerOwnerSteals() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    scene.price("AAA", "105");
    scene.notSent("V-1");
    scene.rests("W", "BBB", "10", "105");
    assertThat(scene.price("AAA", "100.2")).containsExactly("cancel W-1 stolen-by:V");
  }

  @Test
  void aThiefOfWhichSomethingWasFilledAfterAllGoesOnForTheRest() {
    theFormerOwnerSteals();
    scene.filled("V-1", "4");
    assertThat(scene.state("V")).isEqualTo(IntentState.STEALING);
    scene.cash("1000");
    assertThat(scene.canceled("W-1", "0")).containsExactly("place V-2 6 @ 100 steal");
  }

  @Test
  void aThiefOfWhichAllWasFilledAfterAllStealsNoMore() {
    theFormerOwnerSteals();
    assertThat(scene.filled("V-1", "10")).isEmpty();
    assertThat(scene.state("V")).isEqualTo(IntentState.FILLED);
    assertThat(scene.engine.counters().aborts()).containsExactly(Map.entry("closed.filled", 1L));
    assertThat(scene.canceled("W-1", "0")).isEmpty();
  }

  @Test
  void fillsAreCounted() {
    rests();
    scene.filled("V-1", "4");
    scene.filled("V-1", "6");
    scene.filled("V-7", "1");
    assertThat(scene.count(Counter.INTENTS)).isEqualTo(1);
    assertThat(scene.count(Counter.PARTIAL_FILLS)).isEqualTo(1);
    assertThat(scene.count(Counter.FILLED)).isEqualTo(1);
    assertThat(scene.count(Counter.UNKNOWN_ORDERS)).isEqualTo(1);
    scene.rejected("V-x1", RejectKind.RATE);
    assertThat(scene.count(Counter.REJECTED)).isEqualTo(1);
  }

  @Test
  void aRestThatIsTooSmallForTheVenueEndsTheIntent() {
    // Given: crypto, whose orders must be worth 10.
    scene.cash("1000");
    scene.rests("V", "BTC/USD", "1", "105");
    scene.price("ETH/USD", "100.2");
    assertThat(scene.buy("T", "ETH/USD", "10")).containsExactly("cancel V-1 stolen-by:T");
    // When
    scene.canceled("V-1", "0.95");
    // Then
    assertThat(scene.end("V")).isEqualTo("remainder");
  }

  @Test
  void aRestThatIsWorthAnOrderGoesOn() {
    scene.cash("1000");
    scene.rests("V", "BTC/USD", "1", "105");
    scene.price("ETH/USD", "100.2");
    scene.buy("T", "ETH/USD", "10");
    scene.canceled("V-1", "0.9");
    assertThat(scene.state("V")).isEqualTo(IntentState.WAITING);
  }

  @Test
  void anExitThatFilledItsOldQuantityWhileItsChangeWasRefusedGivesWayToAnother() {
    // Given: four are to be sold, and a change to ten is under way.
    rests();
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    assertThat(scene.filled("V-1", "6")).containsExactly("replace V-x1 10 @ 110");
    assertThat(scene.filled("V-x1", "4")).isEmpty();
    // Then
    assertThat(scene.replaceRejected("V-x1"))
        .containsExactly("place V-x2 6 @ 110 exit-take-profit");
  }

  @Test
  void anExitThatFilledAllWhileItWasMadeSmallerIsOverWithTheAnswer() {
    // Given: the first exit, said to be over, sold three after all; the second is made smaller.
    rests();
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 10 @ 110 exit-take-profit");
    scene.accepted("V-x2");
    assertThat(scene.filled("V-x1", "3")).containsExactly("replace V-x2 7 @ 110");
    // Then: nobody knows whether three more could be sold, until the change is heard of.
    assertThat(scene.filled("V-x2", "7")).containsExactly("cancel V-x2 exit-take-profit");
    assertThat(scene.replaced("V-x2", "7")).isEmpty();
    assertThat(scene.afterSeconds(60)).isEmpty();
  }

  @Test
  void aStopSellsWhatIsThereAndWhatIsBoughtLater() {
    scene.cash("1000");
    ExitPlan stop = new ExitPlan(null, Price.of("95"), -1, false);
    scene.rests(Scene.intent("V", "AAA", "10", stop), "100.5");
    scene.filled("V-1", "4");
    assertThat(scene.price("AAA", "94")).containsExactly("place V-x1 4 @ market exit-stop");
    scene.accepted("V-x1");
    assertThat(scene.filled("V-1", "6")).isEmpty();
    assertThat(scene.filled("V-x1", "4")).containsExactly("place V-x2 6 @ market exit-stop");
  }
}
