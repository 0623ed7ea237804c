package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.market.Side;
import headroom.core.steal.StealRules;
import org.junit.jupiter.api.Test;

/// What comes of the venue's answers, and of prices that are old or have run through.
final class AnswersTest {
  private final Scene scene = new Scene();

  @Test
  void aRejectionThatTimeCuresPausesTheIntentTwiceAsLongEachTime() {
    // Given
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    // Then: 20 s, and a price of its own.
    assertThat(scene.rejected("V-1", RejectKind.HALTED)).isEmpty();
    scene.afterSeconds(10);
    assertThat(scene.price("AAA", "100.4")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("waiting.retry");
    assertThat(scene.afterSeconds(10)).containsExactly("place V-2 10 @ 100 free");
    // Then: 40 s.
    scene.rejected("V-2", RejectKind.HALTED);
    scene.price("AAA", "100.5");
    assertThat(scene.afterSeconds(39)).isEmpty();
    assertThat(scene.afterSeconds(1)).containsExactly("place V-3 10 @ 100 free");
  }

  @Test
  void aRejectedIntentWaitsForAPriceOfItsOwnInstrument() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    scene.rejected("V-1", RejectKind.HALTED);
    assertThat(scene.afterSeconds(60)).isEmpty();
    assertThat(scene.price("BBB", "100.5")).isEmpty();
    assertThat(scene.price("AAA", "100.5")).containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void aRejectionThatNothingCuresEndsTheIntent() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    scene.rejected("V-1", RejectKind.INCREMENT);
    assertThat(scene.state("V")).isEqualTo(IntentState.DONE);
    assertThat(scene.end("V")).isEqualTo("rejected: so it is");
  }

  @Test
  void aRejectionThatIsNotTheIntentsFaultParksIt() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    scene.rejected("V-1", RejectKind.NOT_TRADABLE);
    assertThat(scene.afterSeconds(3_600)).isEmpty();
    assertThat(scene.price("AAA", "100.4")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("held.parked");
    assertThat(scene.release("V")).containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void aWashTradeWaitsForTheEndOfTheOppositeOrder() {
    // Given: a short entry rests at 100.5, and the buy is refused because of it.
    scene.cash("10000");
    scene.price("AAA", "100.4");
    scene.submit(
        Scene.intent("S", "AAA", Side.SELL, "10", "100.5", Long.MAX_VALUE, null, ExitPlan.NONE));
    scene.accepted("S-1");
    assertThat(scene.buy("V", "AAA", "10")).containsExactly("place V-1 10 @ 100 free");
    // When
    scene.rejected("V-1", RejectKind.WASH_TRADE);
    // Then
    assertThat(scene.price("AAA", "100.3")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("waiting.retry");
    assertThat(scene.filled("S-1", "10")).containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void aFillAfterAConfirmedCancelIsAFactAndNothingIsPlacedUntilItFits() {
    // Given
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "105");
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "9");
    scene.canceled("V-1", "0");
    scene.accepted("T-1");
    // When
    scene.filled("V-1", "4");
    // Then
    assertThat(scene.remaining("V")).isEqualTo("6");
    assertThat(scene.count(Counter.BREACHES)).isEqualTo(1);
    scene.price("CCC", "100.5");
    assertThat(scene.buy("U", "CCC", "1")).isEmpty();
    assertThat(scene.verdict("U")).isEqualTo("no-capacity.over-limit");
  }

  @Test
  void anOrderForWhatWasFilledAfterAllIsCancelled() {
    // Given: V came back with a new order before the venue reported a fill of the old one.
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "105");
    scene.price("BBB", "100.5");
    scene.buy("T", "BBB", "9");
    scene.canceled("V-1", "0");
    scene.rejected("T-1", RejectKind.INCREMENT);
    assertThat(scene.price("AAA", "100.5")).containsExactly("place V-2 10 @ 100 free");
    scene.accepted("V-2");
    // When
    assertThat(scene.filled("V-1", "4")).containsExactly("cancel V-2 withdrawn");
    // Then
    scene.cash("600");
    assertThat(scene.canceled("V-2", "0")).containsExactly("place V-3 6 @ 100 free");
  }

  @Test
  void anOrderThatSomebodyElseCancelledIsHeldUntilItsOwnerReleasesIt() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    assertThat(scene.canceled("V-1", "0")).isEmpty();
    assertThat(scene.price("AAA", "100.4")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("held.cancelled-at-venue");
    assertThat(scene.release("V")).containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void anOrderThatDidNotLeaveInTimeIsDecidedAgain() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    assertThat(scene.notSent("V-1")).containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void anExpiryWhileTheOrderIsOnItsWayCancelsItAtItsAcceptance() {
    // Given
    scene.cash("1000");
    scene.price("AAA", "100.5");
    long expiresNs = scene.nowNs + Scene.SECOND_NS;
    scene.submit(Scene.intent("V", "AAA", Side.BUY, "10", "100", expiresNs, null, ExitPlan.NONE));
    // Then
    assertThat(scene.afterSeconds(1)).isEmpty();
    assertThat(scene.accepted("V-1")).containsExactly("cancel V-1 expired");
    scene.canceled("V-1", "0");
    assertThat(scene.end("V")).isEqualTo("expired");
  }

  @Test
  void aRepeatedFillSaysNothingNew() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    scene.on(fill("t"));
    scene.on(fill("t"));
    assertThat(scene.remaining("V")).isEqualTo("7");
    scene.on(fill("u"));
    assertThat(scene.remaining("V")).isEqualTo("4");
  }

  private static Event fill(String id) {
    return new Event.OrderEvent.Filled(
        new headroom.core.intent.OrderId("V-1"),
        id,
        headroom.core.num.Price.of("100"),
        headroom.core.num.Quantity.of("3"));
  }

  @Test
  void aPriceThatIsTooOldIsNone() {
    Pauses usual = Pauses.DEFAULTS;
    Scene live =
        new Scene(
            Scene.settings(
                StealRules.DEFAULTS,
                new Pauses(
                    usual.rejectRetryNs(),
                    usual.rejectRetryMaxNs(),
                    usual.exitLeadNs(),
                    15 * Scene.SECOND_NS,
                    60 * Scene.SECOND_NS,
                    -1)));
    live.price("AAA", "100.5");
    live.buy("V", "AAA", "10");
    live.afterSeconds(16);
    assertThat(live.cash("1000")).isEmpty();
    assertThat(live.verdict("V")).isEqualTo("waiting.no-quote");
    assertThat(live.price("AAA", "100.5")).containsExactly("place V-1 10 @ 100 free");
  }

  @Test
  void anIntentWhosePriceHasRunThroughItsLimitIsNotReady() {
    Pauses usual = Pauses.DEFAULTS;
    Scene careful =
        new Scene(
            Scene.settings(
                StealRules.DEFAULTS,
                new Pauses(
                    usual.rejectRetryNs(),
                    usual.rejectRetryMaxNs(),
                    usual.exitLeadNs(),
                    0,
                    0,
                    5_000)));
    careful.cash("1000");
    careful.buy("V", "AAA", "10");
    assertThat(careful.price("AAA", "99.49")).isEmpty();
    assertThat(careful.verdict("V")).isEqualTo("waiting.through");
    assertThat(careful.price("AAA", "99.5")).containsExactly("place V-1 10 @ 100 free");
  }
}
