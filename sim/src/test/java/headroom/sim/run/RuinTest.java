package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.Week;
import headroom.sim.intents.Planned;
import headroom.sim.path.PathModel;
import headroom.sim.path.Tape;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.VenueRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A run ends when nothing is left, and says when that was.
final class RuinTest {
  private static final Instrument STOCK = Instrument.stock("AAA");
  private static final long STEP_NS = 300_000_000_000L;

  /// Four times the equity of 10,000 at 100, and the price halves an hour later.
  private static Outcome fall(String to) {
    long startNs = Week.ns("07-01 14:00");
    int bars = 60;
    long[] times = new long[bars];
    long[] prices = new long[bars];
    long[] volumes = new long[bars];
    for (int i = 0; i < bars; i++) {
      times[i] = startNs + i * STEP_NS;
      prices[i] = i < 12 ? 100 * Fixed.ONE : Price.of(to).raw();
      volumes[i] = 1_000_000 * Fixed.ONE;
    }
    Tape tape =
        Tape.of(
            List.of(new Bars(STOCK, STEP_NS, times, prices, prices, prices, prices, volumes)),
            Week.hours());
    Intent intent =
        new Intent(
            new IntentId("A"),
            "me",
            STOCK.id(),
            Side.BUY,
            Quantity.of("399"),
            Price.of("100"),
            Long.MAX_VALUE,
            "test",
            IntentKind.ENTRY,
            false,
            false,
            null,
            null,
            ExitPlan.NONE,
            List.of());
    RunSettings usual = RunSettings.DEFAULTS;
    RunSettings settings =
        new RunSettings(
            usual.engine(),
            PathModel.ADAPTIVE,
            new VenueRules(FillRule.TOUCH, 0, 0, Costs.NONE),
            Money.of("10000"),
            usual.account(),
            1);
    Period period = new Period(startNs, startNs + bars * STEP_NS, List.of());
    return new Simulation(
            settings,
            Week.hours(),
            tape,
            List.of(new Planned(startNs, intent)),
            period,
            Observer.NONE,
            Recorder.NONE)
        .run(Watcher.NONE);
  }

  @Test
  void endsTheRun() {
    Outcome outcome = fall("50");
    Long ruinedNs = outcome.ruinedNs();
    // The price falls at 15:00 UTC, and the account is read at that full hour.
    assertThat(ruinedNs).isEqualTo(Week.ns("07-01 15:00"));
    assertThat(outcome.period().toNs()).isEqualTo(ruinedNs);
    assertThat(outcome.account().equityRaw()).isNegative();
    assertThat(outcome.violations()).isEmpty();
  }

  @Test
  void aLossIsNoRuin() {
    Outcome outcome = fall("80");
    assertThat(outcome.ruinedNs()).isNull();
    assertThat(outcome.account().equityRaw()).isPositive();
    assertThat(outcome.account().isConserved()).isTrue();
  }
}
