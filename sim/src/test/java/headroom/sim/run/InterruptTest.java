package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.sim.RandomMarket;
import org.junit.jupiter.api.Test;

/// A run that is stopped early says so, whenever that is.
final class InterruptTest {
  @Test
  void aRunStoppedInItsLastDayIsNotComplete() {
    int looked = 0;
    for (int number = 0; number < 40; number++) {
      RandomMarket market = RandomMarket.of(number);
      if (market.period().dayEndsNs().isEmpty()) {
        continue;
      }
      long last = market.period().dayEndsNs().getLast();
      Outcome outcome =
          Variant.simulation(Variant.of(number), market, Observer.NONE, Recorder.NONE)
              .run(endNs -> endNs < last);
      assertThat(outcome.complete()).isFalse();
      assertThat(outcome.period().toNs()).isEqualTo(last);
      assertThat(outcome.days()).hasSize(market.period().dayEndsNs().size());
      looked++;
    }
    assertThat(looked).isPositive();
  }
}
