package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.sim.RandomMarket;
import org.junit.jupiter.api.Test;

/// Prices that nothing can come of need not be given: a run that leaves them out decides the same
/// as one that gives all of them.
class LeftOutPricesTest {
  private static final int MARKETS = 60;

  @Test
  void decideNothing() {
    long given = 0;
    long all = 0;
    for (int number = 0; number < MARKETS; number++) {
      RandomMarket market = RandomMarket.of(number);
      RunSettings settings = Variant.of(number);

      Outcome quick = Variant.run(settings, market);
      Outcome thorough =
          Variant.simulation(settings, market, Observer.NONE, Recorder.NONE)
              .playEveryBar()
              .run(Watcher.NONE);

      assertThat(quick.commands()).as("market %s", number).isEqualTo(thorough.commands());
      assertThat(quick.intents()).as("market %s", number).isEqualTo(thorough.intents());
      assertThat(quick.account().ledger()).isEqualTo(thorough.account().ledger());
      given += quick.inputs();
      all += thorough.inputs();
    }
    // Runs that leave nothing out would agree as well.
    assertThat(given).isLessThan(all);
  }
}
