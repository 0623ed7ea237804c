package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import headroom.core.engine.Counter;
import headroom.core.engine.Counters;
import headroom.core.engine.IntentStatus;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.intent.IntentId;
import headroom.core.market.Bars;
import headroom.sim.RandomMarket;
import headroom.sim.Week;
import headroom.sim.check.Same;
import headroom.sim.path.Tape;
import headroom.sim.trace.Audience;
import headroom.sim.trace.Tally;
import headroom.sim.trace.Trace;
import headroom.sim.trace.Uses;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/// What is gathered of a run agrees with its counters, and is the same if bars are left out.
class TraceTest {
  private static final int MARKETS = 60;

  private record Traced(Trace trace, Outcome outcome) {}

  private static Traced run(RandomMarket market, RunSettings settings, boolean everyBar) {
    Tape tape = Tape.of(market.series(), Week.hours());
    Trace trace =
        new Trace(
            settings.engine(),
            Week.hours(),
            market.period(),
            tape.series().stream().map(Bars::instrument).toList(),
            market.intents());
    Simulation simulation =
        new Simulation(
                settings,
                Week.hours(),
                tape,
                market.intents(),
                market.period(),
                new Audience(List.of(trace, Observer.NONE)),
                trace)
            .measure(trace);
    if (everyBar) {
      simulation.playEveryBar();
    }
    Outcome outcome = simulation.run(Watcher.NONE);
    List<IntentId> live =
        outcome.intents().stream()
            .filter(status -> status.state().isLive())
            .map(IntentStatus::intent)
            .map(intent -> intent.id())
            .toList();
    trace.finish(live, outcome.period().toNs());
    return new Traced(trace, outcome);
  }

  @Test
  void sumsAgreeWithTheCounters() {
    long steals = 0;
    long blocked = 0;
    for (int number = 0; number < MARKETS; number++) {
      Traced run = run(RandomMarket.of(number), Anything.of(number), false);
      Trace trace = run.trace();
      Counters counters = run.outcome().counters();
      for (Collection<Tally> parts :
          List.of(trace.byInstrument().values(), trace.byHour(), trace.byRegime().values())) {
        assertThat(sum(parts, Tally::placed)).isEqualTo(counters.of(Counter.PLACED));
        assertThat(sum(parts, Tally::steals)).isEqualTo(counters.of(Counter.STEALS));
        assertThat(sum(parts, Tally::stolen)).isEqualTo(counters.of(Counter.STOLEN));
        assertThat(sum(parts, Tally::blockedEpisodes))
            .isEqualTo(counters.of(Counter.BLOCKED_EPISODES));
        assertThat(sum(parts, Tally::blockedNs)).isEqualTo(counters.blockedNs());
      }
      assertThat(Arrays.stream(trace.blockedNs()).sum()).isEqualTo(counters.blockedNs());
      assertThat(trace.refusals().keySet()).isEqualTo(counters.refusals().keySet());
      counters
          .refusals()
          .forEach((reason, count) ->
              assertThat(Arrays.stream(trace.refusals().get(reason)).sum()).isEqualTo(count));
      long pairs =
          trace.pairs().values().stream()
              .flatMap(victims -> victims.values().stream())
              .mapToLong(Long::longValue)
              .sum();
      assertThat(pairs).isEqualTo(counters.of(Counter.STOLEN));
      assertThat(trace.thefts().given()).isEqualTo(counters.of(Counter.STOLEN));
      assertThat(trace.placedPpm().total()).isEqualTo(counters.of(Counter.PLACED));
      steals += counters.of(Counter.STEALS);
      blocked += counters.of(Counter.BLOCKED_EPISODES);
    }
    assertThat(steals).isGreaterThan(100);
    assertThat(blocked).isGreaterThan(1_000);
  }

  private static long sum(Collection<Tally> tallies, ToLongFunction<Tally> figure) {
    return tallies.stream().mapToLong(figure).sum();
  }

  @Test
  void leavingOutBarsChangesNothingInIt() {
    long leftOut = 0;
    for (int number = 0; number < MARKETS; number++) {
      RandomMarket market = number % 2 == 0 ? RandomMarket.of(number) : RandomMarket.calm(number);
      RunSettings settings = Anything.of(number);
      Traced quick = run(market, settings, false);
      Traced slow = run(market, settings, true);
      assertThat(quick.trace().blockedNs()).isEqualTo(slow.trace().blockedNs());
      assertThat(quick.trace().thefts().kept()).isEqualTo(slow.trace().thefts().kept());
      assertThat(quick.trace().sent()).isEqualTo(slow.trace().sent());
      assertThat(quick.trace().sights().looked()).isEqualTo(slow.trace().sights().looked());
      assertThat(quick.trace().sights().withinWindow())
          .isEqualTo(slow.trace().sights().withinWindow());
      for (int c = 0; c < quick.trace().uses().size(); c++) {
        same(quick.trace().uses().get(c), slow.trace().uses().get(c));
      }
      leftOut += slow.outcome().inputs() - quick.outcome().inputs();
    }
    assertThat(leftOut).isGreaterThan(10_000);
  }

  private static void same(Uses is, Uses expected) {
    same(is.limit(), expected.limit());
    same(is.positions(), expected.positions());
    same(is.orders(), expected.orders());
    same(is.promised(), expected.promised());
    same(is.others(), expected.others());
    assertThat(is.peakShare()).isCloseTo(expected.peakShare(), within(1e-9));
  }

  /// A sum of other parts differs in its last bits.
  private static void same(double[] is, double[] expected) {
    assertThat(is).hasSameSizeAs(expected);
    for (int i = 0; i < is.length; i++) {
      if (Double.isNaN(expected[i])) {
        assertThat(is[i]).isNaN();
      } else {
        assertThat(is[i]).isCloseTo(expected[i], within(1e-6));
      }
    }
  }

  @Test
  void whoListensChangesNothing() {
    for (int number = 0; number < 12; number++) {
      RandomMarket market = RandomMarket.of(number);
      RunSettings settings = Anything.of(number);
      Outcome heard = run(market, settings, false).outcome();
      Outcome unheard =
          new Simulation(
                  settings,
                  Week.hours(),
                  Tape.of(market.series(), Week.hours()),
                  market.intents(),
                  market.period(),
                  Observer.NONE,
                  Recorder.NONE)
              .run(Watcher.NONE);
      assertThat(Same.differences(heard, unheard)).isEmpty();
    }
  }
}
