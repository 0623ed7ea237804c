package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.engine.Counter;
import headroom.core.engine.Settings;
import headroom.core.num.Money;
import headroom.sim.RandomMarket;
import headroom.sim.check.FixedOrders;
import headroom.sim.check.Inspection;
import headroom.sim.check.Inspection.Seen;
import headroom.sim.check.Subject;
import headroom.sim.intents.Planned;
import headroom.sim.venue.FillRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedOrdersTest {
  private static RunSettings free(RunSettings settings, FillRule rule) {
    Settings usual = Settings.DEFAULTS;
    Settings engine =
        new Settings(
            usual.policy(),
            usual.tolerances(),
            usual.steals(),
            usual.fights(),
            AccountModel.UNBOUNDED,
            1,
            0,
            false,
            false,
            usual.pauses());
    return new RunSettings(
        engine, settings.path(), settings.venue().with(rule), Money.of("1000000000"));
  }

  @Test
  void allOrdersAreSentAgainUnderEveryRuleAndTheKinderOneFillsMore() {
    long touch = 0;
    long through = 0;
    long sent = 0;
    for (int number = 0; number < 60; number++) {
      Subject subject = Variant.subject(Variant.of(number), RandomMarket.of(number));
      Seen seen = Inspection.of(subject, Watcher.NONE);
      List<Planned> orders = FixedOrders.of(seen.orders(), seen.outcome().planned());
      Subject fixed = subject.with((_, _) -> orders);

      Outcome kind = fixed.with(free(subject.settings(), FillRule.TOUCH)).run(Watcher.NONE);
      Outcome strict = fixed.with(free(subject.settings(), FillRule.THROUGH)).run(Watcher.NONE);
      Outcome shared = fixed.with(free(subject.settings(), FillRule.VOLUME)).run(Watcher.NONE);

      assertThat(FixedOrders.filled(shared)).isLessThanOrEqualTo(FixedOrders.filled(strict));
      assertThat(FixedOrders.filled(strict)).isLessThanOrEqualTo(FixedOrders.filled(kind));
      assertThat(kind.counters().of(Counter.PLACED)).isGreaterThanOrEqualTo(orders.size());
      touch += FixedOrders.filled(kind);
      through += FixedOrders.filled(strict);
      sent += orders.size();
    }
    assertThat(sent).isGreaterThan(1_000);
    assertThat(through).isLessThan(touch).isGreaterThan(sent / 10);
  }
}
