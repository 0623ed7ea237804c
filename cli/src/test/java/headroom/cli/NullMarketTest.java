package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.engine.Settings;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.steal.StealPolicies;
import headroom.data.synth.SynthSettings;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.path.PathModel;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Simulation;
import headroom.sim.run.Watcher;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.VenueRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On prices that are martingales nobody can earn or lose on average before costs. Whoever does has
/// seen the future, or fills at prices that were not there.
final class NullMarketTest {
  private static final int SEEDS = 200;
  private static final String PLANTED = "FirstCome with one bar of look-ahead";

  /// Gross profit by policy, one number per seed.
  private static final Map<String, List<Double>> GROSS = new TreeMap<>();

  private static final Excursion.Rules RULES =
      new Excursion.Rules(
          10,
          new BigDecimal("0.5"),
          new BigDecimal("0.5"),
          new BigDecimal("0.003"),
          Money.of("3500"),
          3,
          0,
          Excursion.Sides.LONG);

  static List<String> policies() {
    return StealPolicies.names();
  }

  @BeforeAll
  static void playAllSeeds() {
    List<Map<String, Double>> runs =
        IntStream.rangeClosed(1, SEEDS).parallel().mapToObj(NullMarketTest::play).toList();
    for (Map<String, Double> run : runs) {
      run.forEach((name, gross) -> GROSS.computeIfAbsent(name, _ -> new ArrayList<>()).add(gross));
    }
  }

  /// All policies on the market of one seed: the same prices and the same intents.
  private static Map<String, Double> play(int seed) {
    Market market =
        Market.synthetic(
            SynthSettings.defaults()
                .withSeed(seed)
                .withPeriod(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 4, 12))
                .withStepMinutes(15)
                .withInstruments(3, 4)
                .withDriftless(true),
            Dates.ALL);
    Period period = market.period(Dates.ALL);
    List<Planned> intents =
        new Excursion(RULES, market.hours())
            .intents(market.tape().series(), period.fromNs(), period.toNs());
    Map<String, Double> gross = new TreeMap<>();
    for (String policy : policies()) {
      gross.put(policy, gross(market, period, intents, policy, seed));
    }
    gross.put(PLANTED, gross(market, period, lookingAhead(market, intents), "FirstCome", seed));
    return gross;
  }

  private static double gross(
      Market market, Period period, List<Planned> intents, String policy, int seed) {
    Settings usual = Settings.DEFAULTS;
    Settings engine =
        new Settings(
            StealPolicies.named(policy, seed),
            usual.tolerances(),
            usual.steals(),
            usual.fights(),
            usual.account(),
            usual.multiplier(),
            usual.atOnceRanks(),
            false,
            false,
            usual.pauses());
    VenueRules free =
        new VenueRules(
            FillRule.TOUCH,
            VenueRules.DEFAULTS.participationPpm(),
            VenueRules.DEFAULTS.orderLatency(),
            VenueRules.DEFAULTS.cancelLatency(),
            Costs.NONE);
    RunSettings settings =
        new RunSettings(engine, PathModel.ADAPTIVE, free, RunSettings.DEFAULTS.equity());
    Outcome outcome =
        new Simulation(
                settings,
                market.hours(),
                market.tape(),
                intents,
                period,
                Observer.NONE,
                Recorder.NONE)
            .run(Watcher.NONE);
    long profit = outcome.account().equityRaw() - settings.equity().raw();
    return (double) profit / Fixed.ONE;
  }

  /// Keeps the intents whose limit is followed, one bar after it was reached, by a higher close,
  /// and takes the profit there.
  private static List<Planned> lookingAhead(Market market, List<Planned> intents) {
    List<Planned> kept = new ArrayList<>();
    for (Planned one : intents) {
      for (Bars bars : market.tape().series()) {
        long closeRaw = bars.id().equals(one.intent().instrument()) ? closeAfter(bars, one) : 0;
        if (closeRaw > one.intent().limit().raw()) {
          Intent intent = one.intent();
          ExitPlan exit = ExitPlan.of(new Price(closeRaw), 0);
          kept.add(new Planned(one.fromNs(), intent.at(intent.limit(), intent.quantity(), exit)));
        }
      }
    }
    return kept;
  }

  /// The close of the bar after the one that reaches the limit; 0 if none does.
  private static long closeAfter(Bars bars, Planned one) {
    int end = Math.min(bars.firstFrom(one.intent().expiresNs()), bars.length() - 1);
    for (int bar = bars.firstFrom(one.fromNs()); bar < end; bar++) {
      if (bars.lowRaw(bar) <= one.intent().limit().raw()) {
        return bars.closeRaw(bar + 1);
      }
    }
    return 0;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void nobodyEarnsOrLosesBeforeCosts(String policy) {
    assertThat(Math.abs(score(policy))).isLessThan(3);
  }

  @Test
  void oneBarOfLookAheadIsFound() {
    assertThat(score(PLANTED)).isGreaterThan(3);
  }

  @Test
  void theMarketsWereTradedIn() {
    assertThat(GROSS.values()).allSatisfy(gross -> assertThat(gross).hasSize(SEEDS));
    assertThat(GROSS.values())
        .allSatisfy(
            gross -> assertThat(gross.stream().filter(g -> g != 0)).hasSizeGreaterThan(150));
  }

  /// The mean in standard errors.
  private static double score(String policy) {
    List<Double> gross = GROSS.getOrDefault(policy, List.of());
    double mean = gross.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = gross.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
    double error = Math.sqrt(squares / (SEEDS - 1) / SEEDS);
    return mean / error;
  }
}
