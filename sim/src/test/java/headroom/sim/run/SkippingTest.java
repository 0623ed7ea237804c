package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Event;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.engine.Refusal;
import headroom.core.intent.Forecast;
import headroom.core.intent.ForecastFields;
import headroom.core.market.Bars;
import headroom.sim.RandomMarket;
import headroom.sim.Week;
import headroom.sim.check.Same;
import headroom.sim.intents.Planned;
import headroom.sim.path.Tape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A run that leaves out bars comes to the same as one that plays them all, whatever the market and
/// the settings.
///
/// `-Dskipping.wild=N`, `-Dskipping.calm=N` and `-Dskipping.extended=N` make more markets of a
/// kind.
class SkippingTest {
  private static final int WILD = Integer.getInteger("skipping.wild", 240);
  private static final int CALM = Integer.getInteger("skipping.calm", 120);
  private static final int EXTENDED = Integer.getInteger("skipping.extended", 120);
  private static final long SECOND_NS = 1_000_000_000L;

  /// One market, and what is published in it.
  private record Case(
      int number, RandomMarket market, TradingHours hours, Tape tape, List<Event.Forecasted> news) {
    static Case of(int number, RandomMarket market) {
      return of(number, market, Week.hours());
    }

    static Case of(int number, RandomMarket market, TradingHours hours) {
      SplittableRandom random = new SplittableRandom(number);
      List<Bars> series = new ArrayList<>(market.series());
      if (number % 3 == 0) {
        // Bars of different lengths: every second series in quarters of an hour.
        for (int i = 0; i < series.size(); i += 2) {
          series.set(i, Joined.of(series.get(i), 3));
        }
      }
      return new Case(
          number,
          market,
          hours,
          Tape.of(series, hours),
          number % 2 == 0 ? List.of() : news(market, random));
    }

    private static List<Event.Forecasted> news(RandomMarket market, SplittableRandom random) {
      List<Event.Forecasted> news = new ArrayList<>();
      Period period = market.period();
      for (int n = 0; n < 30; n++) {
        Bars bars = market.series().get(random.nextInt(market.series().size()));
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put(ForecastFields.ofStrategy("test"), Integer.toString(random.nextInt(-30, 90)));
        long asOfNs = random.nextLong(period.fromNs() - 3_600 * SECOND_NS, period.toNs());
        long maxAgeNs =
            random.nextBoolean() ? Long.MAX_VALUE : 1 + random.nextLong(7_200 * SECOND_NS);
        news.add(new Event.Forecasted(bars.id(), "test", new Forecast(fields, asOfNs, maxAgeNs)));
      }
      return news;
    }

    Simulation simulation(RunSettings settings, Observer observer) {
      return new Simulation(
          settings, hours, tape, market.intents(), news, market.period(), observer, Recorder.NONE);
    }
  }

  /// Runs in which these never occur would prove too little.
  private static final Refusal[] EXPECTED = {
    Refusal.OVER_LIMIT,
    Refusal.STRICT_ORDER,
    Refusal.STEALING_DISABLED,
    Refusal.BEYOND_STEAL_TOLERANCE,
    Refusal.THIEF_ON_COOLDOWN,
    Refusal.RETRY_PAUSE,
    Refusal.STORM_GUARD,
    Refusal.NO_CANDIDATES,
    Refusal.ALL_ON_COOLDOWN,
    Refusal.ALL_PROTECTED,
    Refusal.NONE_FURTHER,
    Refusal.FIGHT,
    Refusal.INSUFFICIENT_RELEASE,
    Refusal.MESSAGE_BUDGET
  };

  private final Map<Refusal, Long> refusals = new EnumMap<>(Refusal.class);
  private final List<String> failures = new ArrayList<>();
  private long times;
  private long otherTimes;
  private long played;
  private long every;

  private void compare(Case one) {
    RunSettings settings = Anything.of(one.number());
    Listener listener = new Listener();
    Listener thorough = new Listener();
    boolean listens = one.number() % 5 != 0;
    Outcome quick = one.simulation(settings, listens ? listener : Observer.NONE).run(Watcher.NONE);
    Outcome slow =
        one.simulation(settings, listens ? thorough : Observer.NONE)
            .playEveryBar()
            .run(Watcher.NONE);

    List<String> differences = Same.differences(quick, slow);
    Same.lines("heard", listener.heard, thorough.heard, differences);
    if (!differences.isEmpty()) {
      failures.add("%s %s: %s".formatted(one.number(), settings.engine(), differences));
    }
    for (int i = 0; i < listener.nearestNs.size() && i < thorough.nearestNs.size(); i++) {
      times++;
      otherTimes += listener.nearestNs.get(i).equals(thorough.nearestNs.get(i)) ? 0 : 1;
    }
    slow.counters().refusals().forEach((reason, n) -> refusals.merge(reason, n, Long::sum));
    played += quick.inputs();
    every += slow.inputs();
  }

  private static List<Planned> some(List<Planned> intents, int oneOf) {
    List<Planned> some = new ArrayList<>();
    for (int i = 0; i < intents.size(); i += oneOf) {
      some.add(intents.get(i));
    }
    return some;
  }

  /// @param mostPpm how many of all inputs may be played at most, in parts per million
  /// @param rare what hardly ever occurs there
  private void sayAndJudge(String what, long mostPpm, List<Refusal> rare) {
    System.out.printf(
        "skipping, %s: %s of %s inputs, %s of %s times other, %s%n",
        what, played, every, otherTimes, times, refusals);
    assertThat(failures).isEmpty();
    assertThat(played * 1_000_000).as("inputs that were played").isLessThan(every * mostPpm);
    List<Refusal> expected = new ArrayList<>(List.of(EXPECTED));
    expected.removeAll(rare);
    assertThat(refusals.keySet()).containsAll(expected);
    // See [Observer#nearest]: of two instants that are as near, it may be the later one.
    assertThat(otherTimes * 100).isLessThan(times);
  }

  @Test
  void wildMarketsComeToTheSame() {
    for (int number = 0; number < WILD; number++) {
      compare(Case.of(number, RandomMarket.of(number)));
    }
    sayAndJudge("wild", 960_000, List.of());
  }

  @Test
  void marketsWithExtendedHoursComeToTheSame() {
    for (int number = 0; number < EXTENDED; number++) {
      compare(Case.of(number, RandomMarket.extended(number), Week.extendedHours()));
    }
    sayAndJudge("extended", 960_000, List.of(Refusal.RETRY_PAUSE));
  }

  @Test
  void calmMarketsComeToTheSame() {
    for (int number = 0; number < CALM; number++) {
      RandomMarket market = RandomMarket.calm(number);
      compare(
          Case.of(
              number,
              number % 3 > 0
                  ? market
                  : new RandomMarket(market.series(), some(market.intents(), 6), market.period())));
    }
    // Few steals are tried, so hardly any is aborted.
    sayAndJudge("calm", 750_000, List.of(Refusal.RETRY_PAUSE));
  }
}
