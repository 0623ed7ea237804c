package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.Forecast;
import headroom.core.intent.IntentId;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Snapshots of forecasts: who gets which, and for how long.
final class ForecastsTest {
  private final Scene scene = new Scene();

  private void published(Map<String, String> fields, long asOfNs, long maxAgeNs) {
    scene.on(
        new Event.Forecasted(
            new InstrumentId("BTC/USD"),
            "maxdiff",
            new Forecast(new TreeMap<>(fields), asOfNs, maxAgeNs)));
  }

  private @Nullable Money forecast(String id) {
    return scene.engine.status(new IntentId(id)).orElseThrow().intent().forecast();
  }

  @Test
  void thoseThatAreThereAndThoseThatComeHaveIt() {
    scene.buy("A", "BTC/USD", "1");
    published(Map.of("maxdiff_forecasted_pnl", "7"), Scene.OPENING_NS, Long.MAX_VALUE);
    scene.buy("B", "BTC/USD", "1");
    scene.buy("C", "ETH/USD", "1");
    assertThat(forecast("A")).isEqualTo(Money.of("7"));
    assertThat(forecast("B")).isEqualTo(Money.of("7"));
    assertThat(forecast("C")).isNull();
  }

  @Test
  void aReturnIsTakenOfTheIntentsOwnNotional() {
    scene.buy("A", "BTC/USD", "1");
    scene.buy("B", "BTC/USD", "3");
    published(Map.of("avg_return", "0.02"), Scene.OPENING_NS, Long.MAX_VALUE);
    assertThat(forecast("A")).isEqualTo(Money.of("2"));
    assertThat(forecast("B")).isEqualTo(Money.of("6"));
  }

  @Test
  void anOlderOneSaysNothing() {
    scene.buy("A", "BTC/USD", "1");
    published(Map.of("maxdiff_forecasted_pnl", "7"), Scene.OPENING_NS, Long.MAX_VALUE);
    published(Map.of("maxdiff_forecasted_pnl", "9"), Scene.OPENING_NS - 1, Long.MAX_VALUE);
    assertThat(forecast("A")).isEqualTo(Money.of("7"));
  }

  @Test
  void itIsUnknownOnceItIsStale() {
    scene.buy("A", "BTC/USD", "1");
    published(Map.of("maxdiff_forecasted_pnl", "7"), Scene.OPENING_NS, 60 * Scene.SECOND_NS);
    scene.afterSeconds(60);
    assertThat(forecast("A")).isEqualTo(Money.of("7"));
    scene.after(1);
    assertThat(forecast("A")).isNull();
    assertThat(scene.count(Counter.STALE_FORECASTS)).isEqualTo(1);
    // A newcomer does not get it either.
    scene.buy("B", "BTC/USD", "1");
    assertThat(forecast("B")).isNull();
  }

  @Test
  void aNewerOneIsNotMadeStaleByTheTimerOfTheOld() {
    scene.buy("A", "BTC/USD", "1");
    published(Map.of("maxdiff_forecasted_pnl", "7"), Scene.OPENING_NS, 60 * Scene.SECOND_NS);
    scene.afterSeconds(30);
    published(Map.of("maxdiff_forecasted_pnl", "8"), scene.nowNs, 60 * Scene.SECOND_NS);
    scene.afterSeconds(31);
    assertThat(forecast("A")).isEqualTo(Money.of("8"));
  }

  @Test
  void itArrivesStaleIfItWasLongUnderWay() {
    scene.buy("A", "BTC/USD", "1");
    published(
        Map.of("maxdiff_forecasted_pnl", "7"),
        Scene.OPENING_NS - 61 * Scene.SECOND_NS,
        60 * Scene.SECOND_NS);
    assertThat(forecast("A")).isNull();
  }

  @Test
  void ranksFollow() {
    // Given: out of hours the best two coins rest at any distance.
    scene.cash("10000");
    scene.until(15, 16, 30);
    scene.prices("150", "BTC/USD", "ETH/USD", "SOL/USD");
    scene.buy("A", "BTC/USD", "1");
    assertThat(scene.verdict("A")).isEqualTo("waiting.beyond-entry-tolerance");
    // When
    published(Map.of("maxdiff_forecasted_pnl", "7"), scene.nowNs, 60 * Scene.SECOND_NS);
    assertThat(scene.state("A")).isEqualTo(IntentState.PLACING);
  }
}
