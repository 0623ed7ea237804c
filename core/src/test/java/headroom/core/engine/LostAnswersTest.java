package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Answers that never come, and answers that contradict earlier ones. Each of these was found by a
/// run of chaos.
final class LostAnswersTest {
  private final Scene scene = new Scene();

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
