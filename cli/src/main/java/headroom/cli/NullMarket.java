package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Given;
import headroom.cli.settings.Keys;
import headroom.cli.settings.SettingsLoader;
import headroom.core.num.Fixed;
import headroom.core.steal.StealPolicies;
import headroom.data.synth.SynthSettings;
import headroom.sim.check.Evidence;
import headroom.sim.check.Finding;
import headroom.sim.check.Foresight;
import headroom.sim.check.HonestyCheck;
import headroom.sim.check.Sample;
import headroom.sim.check.Subject;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Watcher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All policies on made-up markets whose prices are martingales. Before costs nobody can earn or
/// lose there on average; after costs everybody loses. Whoever does otherwise has seen the future,
/// or fills at prices that were not there.
///
/// The markets are small: six weeks of three stocks and four coins in quarters of an hour. All
/// settings are those of the user but for a lookback that is at most ten days, so that the weeks
/// suffice.
final class NullMarket {
  private static final LocalDate FROM = LocalDate.of(2025, 3, 3);
  private static final LocalDate TO = LocalDate.of(2025, 4, 12);
  private static final int STEP_MINUTES = 15;
  private static final int STOCKS = 3;
  private static final int CRYPTO = 4;
  private static final int MOST_LOOKBACK = 10;

  private final EffectiveSettings settings;

  NullMarket(EffectiveSettings settings) {
    int lookback = Math.min(settings.excursion().lookback(), MOST_LOOKBACK);
    this.settings =
        SettingsLoader.over(settings, List.of(given("excursion.lookback", "" + lookback)));
  }

  /// What everybody made on the market of one seed, in dollars.
  ///
  /// @param gross by policy, without any costs and with the kindest fill rule
  /// @param net by policy, with costs and fill rule as they are set
  /// @param foresight without costs, of somebody who sees one bar of the future
  record Played(
      SequencedMap<String, Double> gross,
      SequencedMap<String, Double> net,
      double foresight,
      Evidence evidence) {}

  /// Plays the market of a seed.
  Played play(int seed, Watcher watcher) {
    Market market =
        Market.synthetic(
            SynthSettings.defaults()
                .withSeed(seed)
                .withPeriod(FROM, TO)
                .withStepMinutes(STEP_MINUTES)
                .withInstruments(STOCKS, CRYPTO)
                .withDriftless(true),
            Dates.ALL);
    Period period = market.period(Dates.ALL);
    List<Planned> intents =
        new Excursion(settings.excursion(), market.hours())
            .intents(market.tape().series(), period.fromNs(), period.toNs());
    Subject subject =
        new Subject(settings.run(), market.hours(), market.tape(), (_, _) -> intents, period);
    SequencedMap<String, Double> gross = new TreeMap<>();
    SequencedMap<String, Double> net = new TreeMap<>();
    Evidence evidence = Evidence.NONE;
    for (String policy : StealPolicies.names()) {
      Outcome free = subject.with(free(policy, seed)).run(watcher);
      Outcome dear = subject.with(with(policy, seed, List.of())).run(watcher);
      gross.put(policy, profit(free));
      net.put(policy, profit(dear));
      evidence = evidence.plus(Evidence.of(free)).plus(Evidence.of(dear));
    }
    List<Planned> foreseen = Foresight.of(intents, market.tape());
    Outcome seer = subject.with((_, _) -> foreseen).with(free("FirstCome", seed)).run(watcher);
    return new Played(gross, net, profit(seer), evidence);
  }

  private RunSettings free(String policy, int seed) {
    List<Given> free = new ArrayList<>();
    free.add(given("fill-rule", "TOUCH"));
    free.add(given("fees", "flat"));
    free.add(given("margin-rate", "0%"));
    free.add(given("borrow-rate", "0%"));
    for (String key : Keys.all().keySet()) {
      boolean isInPrices = key.startsWith("half-spread.") || key.startsWith("slippage.");
      if (key.startsWith("fee.") || (isInPrices && !key.endsWith("-factor"))) {
        free.add(given(key, "0%"));
      }
    }
    return with(policy, seed, free);
  }

  private RunSettings with(String policy, int seed, List<Given> more) {
    List<Given> all = new ArrayList<>(more);
    all.add(given("policy", policy));
    all.add(given("seed", "" + seed));
    return SettingsLoader.over(settings, all).run();
  }

  private static Given given(String key, String text) {
    return new Given(key, text, "null market");
  }

  private static double profit(Outcome outcome) {
    long raw = outcome.account().equityRaw() - outcome.settings().equity().raw();
    return (double) raw / Fixed.ONE;
  }

  /// What is to be said of the markets of many seeds, which begin with 1.
  static Finding finding(List<Played> played) {
    SequencedMap<String, Sample> gross = samples(played.stream().map(Played::gross).toList());
    SequencedMap<String, Sample> net = samples(played.stream().map(Played::net).toList());
    Sample foresight = Sample.of(played.stream().map(Played::foresight).toList());
    List<String> problems = new ArrayList<>();
    gross.forEach((policy, sample) -> {
      if (Math.abs(sample.score()) >= Sample.NOISE) {
        problems.add(said(policy + " before costs", sample) + ", must be less than 3 from 0");
      }
    });
    net.forEach((policy, sample) -> {
      if (sample.score() >= Sample.NOISE) {
        problems.add(said(policy + " after costs", sample) + ", must be less than 3 above 0");
      }
    });
    Evidence evidence = played.stream().map(Played::evidence).reduce(Evidence.NONE, Evidence::plus);
    String figure =
        String.format(
            Locale.ROOT,
            "mean PnL before costs %s standard errors, after costs %s; seeing one bar ahead: %.1f",
            range(gross),
            range(net),
            foresight.score());
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("seeds", played.size());
    figures.put("gross", gross);
    figures.put("net", net);
    figures.put("foresight", foresight);
    return Finding.of(
        HonestyCheck.NULL_MARKET,
        figure,
        evidence,
        lacking(evidence, foresight),
        problems,
        figures);
  }

  /// A check that does not find what was hidden for it says nothing.
  private static @Nullable String lacking(Evidence evidence, Sample foresight) {
    return foresight.score() < Sample.NOISE
        ? "did not find one bar of look-ahead: " + said("it", foresight)
        : evidence.lacking();
  }

  private static SequencedMap<String, Sample> samples(List<SequencedMap<String, Double>> rows) {
    SequencedMap<String, List<Double>> columns = new TreeMap<>();
    for (Map<String, Double> row : rows) {
      row.forEach(
          (name, value) -> columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
    }
    SequencedMap<String, Sample> samples = new TreeMap<>();
    columns.forEach((name, values) -> samples.put(name, Sample.of(values)));
    return samples;
  }

  private static String said(String who, Sample sample) {
    return String.format(
        Locale.ROOT,
        "%s made %.2f on average, %.1f standard errors",
        who,
        sample.mean(),
        sample.score());
  }

  private static String range(SequencedMap<String, Sample> samples) {
    double least = samples.values().stream().mapToDouble(Sample::score).min().orElse(0);
    double most = samples.values().stream().mapToDouble(Sample::score).max().orElse(0);
    return String.format(Locale.ROOT, "%.1f to %.1f", least, most);
  }
}
