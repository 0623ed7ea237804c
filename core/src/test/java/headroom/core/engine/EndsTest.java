package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.conformance.Exchange;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How orders and intents end by time, by the session, and by the venue.
final class EndsTest {
  private static final long CLOSE_NS = newYorkNs(16, 0);

  private final Scene scene = new Scene();

  private static long newYorkNs(int hour, int minute) {
    return Exchange.timeNs(LocalDate.of(2025, 1, 15), LocalTime.of(hour, minute));
  }

  private static Intent until(String id, String instrument, long expiresNs) {
    return Scene.intent(id, instrument, Side.BUY, "10", "100", expiresNs, null, ExitPlan.NONE);
  }

  // Time.

  @Test
  void aDayOrderThatTheVenueEndsAtTheCloseNeedsNoCancel() {
    scene.cash("1000");
    scene.rests(until("V", "AAA", CLOSE_NS), "100.5");
    assertThat(scene.until(15, 16, 0)).isEmpty();
    assertThat(scene.expired("V-1", "0")).isEmpty();
    assertThat(scene.end("V")).isEqualTo("expired");
  }

  @Test
  void aDayOrderThatEndsBeforeTheCloseIsCancelled() {
    scene.cash("1000");
    scene.rests(until("V", "AAA", CLOSE_NS - 1), "100.5");
    assertThat(scene.until(15, 16, 0)).containsExactly("cancel V-1 expired");
  }

  @Test
  void anOrderThatOutlivesTheCloseIsCancelledWhenItsTimeIsOver() {
    scene.cash("1000");
    scene.rests(until("V", "BTC/USD", CLOSE_NS), "100.5");
    assertThat(scene.until(15, 16, 0)).containsExactly("cancel V-1 expired");
    assertThat(scene.canceled("V-1", "0")).isEmpty();
    assertThat(scene.end("V")).isEqualTo("expired");
  }

  @Test
  void theExitOfAnOwnerOutlivesTheCloseToo() {
    scene.price("AAA", "100.5");
    Intent sell =
        new Intent(
            new IntentId("V"),
            "owner",
            new InstrumentId("AAA"),
            Side.SELL,
            Quantity.of("10"),
            Price.of("102"),
            CLOSE_NS,
            "maxdiff",
            IntentKind.EXIT,
            false,
            false,
            null,
            null,
            ExitPlan.NONE,
            List.of());
    assertThat(scene.submit(sell)).hasSize(1);
    scene.accepted("V-1");
    assertThat(scene.until(15, 16, 0)).containsExactly("cancel V-1 expired");
  }

  @Test
  void anIntentWithoutAnOrderEndsWhenItsTimeIsOver() {
    scene.cash("1000");
    scene.submit(until("V", "AAA", CLOSE_NS));
    assertThat(scene.until(15, 16, 0)).isEmpty();
    assertThat(scene.end("V")).isEqualTo("expired");
  }

  @Test
  void whatAVictimThatTheVenueEndsReleasesGoesToItsThief() {
    // Given: a coin steals from a day order just before the close.
    scene.cash("1000");
    scene.until(15, 15, 59);
    scene.rests("V", "AAA", "10", "105");
    scene.price("BTC/USD", "100.2");
    assertThat(scene.buy("T", "BTC/USD", "10")).containsExactly("cancel V-1 stolen-by:T");
    scene.until(15, 16, 0);
    // Then
    assertThat(scene.expired("V-1", "0")).containsExactly("place T-1 10 @ 100 steal");
    assertThat(scene.count(Counter.STOLEN)).isZero();
  }

  // The venue.

  @Test
  void aDayOrderCancelledAfterTheCloseWasEndedByTheSession() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    scene.until(15, 16, 0);
    scene.canceled("V-1", "0");
    assertThat(scene.until(16, 9, 30)).isEmpty();
    assertThat(scene.price("AAA", "100.5")).containsExactly("place V-2 10 @ 100 free");
  }

  @Test
  void aCoinThatSomebodyElseCancelledIsHeldAlsoAtNight() {
    scene.cash("1000");
    scene.rests("V", "BTC/USD", "10", "100.5");
    scene.until(15, 17, 0);
    scene.canceled("V-1", "0");
    assertThat(scene.price("BTC/USD", "100.4")).isEmpty();
    assertThat(scene.verdict("V")).isEqualTo("held.cancelled-at-venue");
  }

  @Test
  void aDayExitThatTheVenueEndsIsSentAgain() {
    // Given: half a share, which cannot be sold by an order that lasts.
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    assertThat(scene.filled("V-1", "4.5")).containsExactly("place V-x1 4.5 @ 110 exit-take-profit");
    scene.accepted("V-x1");
    scene.until(15, 16, 0);
    scene.expired("V-1", "4.5");
    // Then: it is asked about when its end is overdue.
    assertThat(scene.afterSeconds(10)).containsExactly("ask V-x1");
    assertThat(scene.expired("V-x1", "0")).containsExactly("place V-x2 4.5 @ 110 exit-take-profit");
  }

  @Test
  void aWashTradeWaitsForTheEndOfAnExitToo() {
    // Given
    scene.cash("10000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    assertThat(scene.buy("U", "AAA", "10")).containsExactly("place U-1 10 @ 100 free");
    // When
    scene.rejected("U-1", RejectKind.WASH_TRADE);
    // Then: neither time nor the order of another market lets it go on.
    scene.afterSeconds(60);
    assertThat(scene.price("AAA", "100.4")).isEmpty();
    assertThat(scene.verdict("U")).isEqualTo("waiting.retry");
    assertThat(scene.filled("V-x1", "10")).containsExactly("place U-2 10 @ 100 free");
  }

  @Test
  void anHeirThatDidNotLeaveInTimeIsDecidedAgainAndItsStealIsOver() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "105");
    scene.price("BBB", "100.2");
    scene.buy("T", "BBB", "10");
    assertThat(scene.canceled("V-1", "0")).containsExactly("place T-1 10 @ 100 steal");
    assertThat(scene.notSent("T-1")).containsExactly("place T-2 10 @ 100 free");
    assertThat(scene.engine.counters().aborts()).containsExactly(Map.entry("not-sent", 1L));
  }

  @Test
  void anHeirWithdrawnOnItsWayEndsItsStealIfItIsRefused() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "105");
    scene.price("BBB", "100.2");
    scene.buy("T", "BBB", "10");
    scene.canceled("V-1", "0");
    scene.withdraw("T");
    scene.rejected("T-1", RejectKind.FUNDS);
    assertThat(scene.end("T")).isEqualTo("withdrawn");
    assertThat(scene.engine.counters().aborts()).containsExactly(Map.entry("closed.withdrawn", 1L));
  }

  @Test
  void aLackOfFundsLongAfterTheReleaseIsAnOrdinaryRefusal() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "105");
    scene.price("BBB", "100.2");
    scene.buy("T", "BBB", "10");
    scene.canceled("V-1", "0");
    scene.afterSeconds(4);
    scene.rejected("T-1", RejectKind.FUNDS);
    assertThat(scene.engine.counters().aborts()).containsExactly(Map.entry("rejected", 1L));
  }

  // Questions.

  @Test
  void aCancelOfAnExitIsAskedAboutLongAfterTheExitWasAnswered() {
    scene.cash("1000");
    ExitPlan exit = new ExitPlan(Price.of("110"), Price.of("95"), -1, false);
    scene.rests(Scene.intent("V", "AAA", "10", exit), "100.5");
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    scene.afterSeconds(60);
    assertThat(scene.price("AAA", "95")).containsExactly("cancel V-x1 exit-stop");
    assertThat(scene.afterSeconds(9)).isEmpty();
    assertThat(scene.afterSeconds(1)).containsExactly("ask V-x1");
  }

  @Test
  void aChangeOfAnExitIsAskedAboutLongAfterTheExitWasAnswered() {
    scene.cash("1000");
    scene.rests(Scene.intent("V", "AAA", "10", Scene.PROFIT_AT_110), "100.5");
    scene.filled("V-1", "4");
    scene.accepted("V-x1");
    scene.afterSeconds(60);
    assertThat(scene.filled("V-1", "6")).containsExactly("replace V-x1 10 @ 110");
    assertThat(scene.afterSeconds(9)).isEmpty();
    assertThat(scene.afterSeconds(1)).containsExactly("ask V-x1");
  }

  @Test
  void aPositionInACoinIsClosedBeforeTheEndOfTheUtcDay() {
    // Given: 19:00 in New York is midnight.
    scene.cash("1000");
    ExitPlan today = new ExitPlan(Price.of("110"), null, -1, true);
    scene.rests(Scene.intent("V", "BTC/USD", "10", today), "100.5");
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    assertThat(scene.until(15, 18, 58)).isEmpty();
    assertThat(scene.until(15, 18, 59)).containsExactly("cancel V-x1 exit-session");
    // Then: coins need no open exchange.
    assertThat(scene.canceled("V-x1", "0")).containsExactly("place V-x2 10 @ market exit-session");
  }

  @Test
  void theLongestHoldingTimeOfACoinIsInUtcDays() {
    scene.cash("1000");
    ExitPlan tomorrow = new ExitPlan(Price.of("110"), null, 1, false);
    scene.rests(Scene.intent("V", "BTC/USD", "10", tomorrow), "100.5");
    scene.filled("V-1", "10");
    scene.accepted("V-x1");
    assertThat(scene.until(16, 18, 58)).isEmpty();
    assertThat(scene.until(16, 18, 59)).containsExactly("cancel V-x1 exit-hold");
  }

  // Modes.

  @Test
  void aKillWhoseCancelIsRefusedIsAskedForAgain() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "100.5");
    assertThat(scene.mode(TradingMode.KILLED)).containsExactly("cancel V-1 kill");
    scene.cancelRejected("V-1");
    assertThat(scene.afterSeconds(5)).containsExactly("ask V-1", "cancel V-1 kill");
  }

  @Test
  void whatWasWithdrawnOnItsWayIsCancelledAlsoAfterAKillThatIsOver() {
    scene.cash("1000");
    scene.price("AAA", "100.5");
    scene.buy("V", "AAA", "10");
    scene.withdraw("V");
    scene.mode(TradingMode.KILLED);
    scene.mode(TradingMode.NORMAL);
    assertThat(scene.accepted("V-1")).containsExactly("cancel V-1 withdrawn");
  }
}
