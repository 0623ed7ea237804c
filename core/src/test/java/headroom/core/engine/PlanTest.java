package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.market.Side;
import org.junit.jupiter.api.Test;

/// A plan replaces all intents of one owner, instrument, side and kind (R24).
final class PlanTest {
  private final Scene scene = new Scene();

  private static Intent at(String id, String quantity, String limit) {
    return Scene.intent(id, "AAA", Side.BUY, quantity, limit, Long.MAX_VALUE, null, ExitPlan.NONE);
  }

  @Test
  void anEqualIntentStaysUnderItsOldId() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    assertThat(scene.plan(at("W", "10.0", "100.00"))).isEmpty();
    assertThat(scene.state("V")).isEqualTo(IntentState.RESTING);
    assertThat(scene.engine.statuses()).hasSize(1);
  }

  @Test
  void anIntentThatDiffersByLessThanAStepIsEqual() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    assertThat(scene.plan(at("W", "10.4", "100.009"))).isEmpty();
  }

  @Test
  void anotherIntentWaitsUntilTheOldOrderIsOver() {
    scene.cash("2000");
    scene.rests("V", "AAA", "10", "100.5");
    assertThat(scene.plan(at("W", "8", "100"))).containsExactly("cancel V-1 withdrawn");
    assertThat(scene.price("AAA", "100.4")).isEmpty();
    assertThat(scene.verdict("W")).isEqualTo("waiting.replacement");
    assertThat(scene.canceled("V-1", "0")).containsExactly("place W-1 8 @ 100 free");
    assertThat(scene.end("V")).isEqualTo("withdrawn");
  }

  @Test
  void whatTheOldOrderStillFillsIsNotAskedForAgain() {
    scene.cash("3000");
    scene.rests("V", "AAA", "10", "100.5");
    scene.plan(at("W", "8", "100"));
    assertThat(scene.canceled("V-1", "3")).containsExactly("place W-1 5 @ 100 free");
  }

  @Test
  void aReplacementWhoseWholeQuantityWasFilledMeanwhileEnds() {
    scene.cash("3000");
    scene.rests("V", "AAA", "10", "100.5");
    scene.plan(at("W", "8", "100"));
    assertThat(scene.filled("V-1", "10")).isEmpty();
    assertThat(scene.end("W")).isEqualTo("replaced-was-filled");
  }

  @Test
  void aReplacementForWhatTheOldOrderFilledAfterAllIsCancelled() {
    // Given
    scene.cash("3000");
    scene.rests("V", "AAA", "10", "100.5");
    scene.plan(at("W", "8", "100"));
    scene.canceled("V-1", "0");
    scene.accepted("W-1");
    // When
    assertThat(scene.filled("V-1", "3")).containsExactly("cancel W-1 withdrawn");
    // Then
    assertThat(scene.canceled("W-1", "0")).containsExactly("place W-2 5 @ 100 free");
  }

  @Test
  void anOrderOnItsWayIsCancelledAtItsAcceptance() {
    scene.cash("2000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    assertThat(scene.plan(at("W", "8", "100"))).isEmpty();
    assertThat(scene.accepted("V-1")).containsExactly("cancel V-1 withdrawn");
    assertThat(scene.canceled("V-1", "0")).containsExactly("place W-1 8 @ 100 free");
  }

  @Test
  void anEmptyPlanClosesAll() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    scene.buy("U", "AAA", "5");
    assertThat(scene.plan()).containsExactly("cancel V-1 withdrawn");
    assertThat(scene.end("U")).isEqualTo("withdrawn");
  }
}
