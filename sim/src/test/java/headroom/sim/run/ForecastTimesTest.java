package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.Observer;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Forecast;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.Week;
import headroom.sim.intents.Planned;
import headroom.sim.path.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// When forecasts become known in a run, and in which place among what falls due together.
final class ForecastTimesTest {
  private static final Instrument COIN = Instrument.crypto("BTC/USD", Fixed.ONE / 100);
  private static final long STEP_NS = 300 * Fixed.ONE;
  private static final String FROM = "07-01 15:00";
  private static final String TO = "07-01 18:00";

  private final List<Input> inputs = new ArrayList<>();

  private Outcome run(Event.Forecasted... forecasts) {
    int bars = 36;
    long[] price = new long[bars];
    Arrays.fill(price, 100 * Fixed.ONE);
    long[] starts = LongStream.range(0, bars).map(i -> Week.ns(FROM) + i * STEP_NS).toArray();
    Bars series = new Bars(COIN, STEP_NS, starts, price, price, price, price, price);
    return new Simulation(
            RunSettings.DEFAULTS,
            Week.hours(),
            Tape.of(List.of(series), Week.hours()),
            List.of(new Planned(Week.ns("07-01 16:00"), intent())),
            List.of(forecasts),
            new Period(Week.ns(FROM), Week.ns(TO), List.of()),
            Observer.NONE,
            inputs::add)
        .run(Watcher.NONE);
  }

  private static Intent intent() {
    return new Intent(
        new IntentId("a"),
        "me",
        COIN.id(),
        Side.BUY,
        Quantity.of("1"),
        Price.of("50"),
        Long.MAX_VALUE,
        "mine",
        IntentKind.ENTRY,
        false,
        false,
        null,
        null,
        new ExitPlan(null, null, 1, false),
        List.of());
  }

  private static Event.Forecasted forecast(String strategy, String value, String asOf) {
    return new Event.Forecasted(
        new InstrumentId("BTC/USD"),
        strategy,
        Forecast.of(strategy, Money.of(value), Week.ns(asOf)));
  }

  /// Time and value of the forecasts in the order in which the engine heard of them.
  private List<String> heard() {
    List<String> heard = new ArrayList<>();
    for (Input input : inputs) {
      for (Event event : parts(input.event())) {
        if (event instanceof Event.Forecasted one) {
          heard.add(Week.text(input.timeNs()) + " " + one.forecast().fields());
        }
      }
    }
    return heard;
  }

  private static List<Event> parts(Event event) {
    return event instanceof Event.Together together ? together.events() : List.of(event);
  }

  @Test
  void eachIsKnownWhenItWasMadeButNotBeforeTheStartAndNeverAfterTheEnd() {
    Outcome outcome =
        run(
            forecast("mine", "5", TO),
            forecast("mine", "4", "07-01 17:59:59"),
            forecast("mine", "2", "07-01 14:59"),
            forecast("mine", "1", "06-30 10:00"),
            forecast("mine", "3", "07-01 16:07:01.5"));
    assertThat(heard())
        .containsExactly(
            "07-01 15:00:00 {mine_forecasted_pnl=1}",
            "07-01 15:00:00 {mine_forecasted_pnl=2}",
            "07-01 16:07:01.5 {mine_forecasted_pnl=3}",
            "07-01 17:59:59 {mine_forecasted_pnl=4}");
    assertThat(outcome.intents())
        .singleElement()
        .extracting(status -> status.intent().forecast())
        .isEqualTo(Money.of("4"));
  }

  @Test
  void theyStandBetweenTheAccountAndNewIntentsByInstrumentAndStrategy() {
    run(forecast("other", "8", "07-01 16:00"), forecast("mine", "7", "07-01 16:00"));
    List<String> kinds =
        inputs.stream()
            .filter(input -> input.timeNs() == Week.ns("07-01 16:00"))
            .filter(input -> input.event() instanceof Event.Together)
            .flatMap(input -> parts(input.event()).stream())
            .map(ForecastTimesTest::name)
            .toList();
    assertThat(kinds)
        .containsExactly(
            "Woke", "AccountChanged", "Forecasted mine", "Forecasted other", "IntentSubmitted");
  }

  private static String name(Event event) {
    String name = event.getClass().getSimpleName();
    return event instanceof Event.Forecasted one ? name + " " + one.strategy() : name;
  }

  @Test
  void oneThatHasNoEffectChangesNoCommand() {
    String hash = run().commandHash();
    inputs.clear();
    assertThat(run(forecast("nobody", "1", "07-01 16:30")).commandHash()).isEqualTo(hash);
    assertThat(heard()).hasSize(1);
  }
}
