package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import org.junit.jupiter.api.Test;

/// At which prices the engine wants to be told, to the billionth.
final class LevelsTest {
  private static final long FAR_ABOVE = Price.of("200").raw();
  private static final long FAR_BELOW = Price.of("1").raw();

  private final Scene scene = new Scene();

  private Attention attention() {
    return scene.engine.attention(new InstrumentId("AAA"));
  }

  @Test
  void anInstrumentThatNobodyWantsHasNone() {
    assertThat(attention().nextFallingRaw(FAR_ABOVE)).isZero();
    assertThat(attention().nextRisingRaw(FAR_BELOW)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anIntentHasItsEntryLevelAndTheNextPriceOutside() {
    scene.buy("V", "AAA", "10");
    long inside = Price.of("100.66").raw();
    assertThat(attention().nextFallingRaw(FAR_ABOVE)).isEqualTo(inside);
    assertThat(attention().nextFallingRaw(inside)).isZero();
    assertThat(attention().nextRisingRaw(FAR_BELOW)).isEqualTo(inside + 1);
    assertThat(attention().nextRisingRaw(inside + 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aSellIsMirrored() {
    scene.submit(
        Scene.intent("S", "AAA", Side.SELL, "10", "100", Long.MAX_VALUE, null, ExitPlan.NONE));
    long inside = Price.of("99.34").raw();
    assertThat(attention().nextRisingRaw(FAR_BELOW)).isEqualTo(inside);
    assertThat(attention().nextFallingRaw(FAR_ABOVE)).isEqualTo(inside - 1);
  }

  @Test
  void aRestingOrderHasItsProtectionLevel() {
    scene.cash("1000");
    scene.rests("V", "AAA", "10", "105");
    long inside = Price.of("100.1").raw();
    assertThat(attention().nextFallingRaw(FAR_ABOVE)).isEqualTo(inside);
    assertThat(attention().nextRisingRaw(FAR_BELOW)).isEqualTo(inside + 1);
  }

  @Test
  void aPositionHasItsStop() {
    scene.cash("1000");
    ExitPlan exit = new ExitPlan(null, Price.of("95"), -1, false);
    scene.rests(Scene.intent("V", "AAA", "10", exit), "100.5");
    scene.filled("V-1", "10");
    assertThat(attention().nextFallingRaw(FAR_ABOVE)).isEqualTo(Price.of("95").raw());
    assertThat(attention().nextRisingRaw(FAR_BELOW)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theVersionGrowsWhenALevelMayHaveMoved() {
    scene.price("AAA", "106");
    long before = scene.engine.attentionVersion();
    scene.price("AAA", "105");
    assertThat(scene.engine.attentionVersion()).isEqualTo(before);
    scene.buy("V", "AAA", "10");
    assertThat(scene.engine.attentionVersion()).isGreaterThan(before);
  }
}
