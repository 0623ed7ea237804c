package headroom.sim.run;

import headroom.core.capacity.AccountModel;
import headroom.core.engine.Deleveraging;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.engine.Settings;
import headroom.core.num.Money;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealPolicy;
import headroom.core.steal.StealRules;
import headroom.sim.RandomMarket;
import headroom.sim.Week;
import headroom.sim.check.Subject;
import headroom.sim.path.PathModel;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.VenueRules;
import java.util.List;

/// Settings by number, so that consecutive numbers go through all policies, paths, fill rules,
/// latencies and accounts.
final class Variant {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final List<Long> ORDER_NS = List.of(0L, SECOND_NS / 4, 3 * SECOND_NS);

  /// The last is long enough for a victim to be filled meanwhile.
  private static final List<Long> CANCEL_NS =
      List.of(0L, SECOND_NS / 4, 3 * SECOND_NS, 50 * SECOND_NS);

  private static final FightRules EAGER_FIGHTS =
      new FightRules(FightRules.Mode.REVERSALS, 1, 1_800 * SECOND_NS, 300 * SECOND_NS, false);

  /// Half of what is held by day may be held overnight.
  private static final Deleveraging EARLY =
      new Deleveraging(
          1,
          5_400 * SECOND_NS,
          300 * SECOND_NS,
          Money.of("100"),
          false,
          Deleveraging.PASSIVE_PPM,
          Deleveraging.CROSSING_PPM,
          Deleveraging.CUSHION_PPM);

  private Variant() {}

  static RunSettings of(int number) {
    List<StealPolicy> policies = StealPolicies.all(number);
    return of(number, policies.get(number % policies.size()));
  }

  static RunSettings of(int number, StealPolicy policy) {
    Settings engine =
        new Settings(
                policy,
                Settings.DEFAULTS.tolerances(),
                steals(number),
                number % 2 == 0 ? EAGER_FIGHTS : FightRules.DEFAULTS,
                List.of(AccountModel.values()).get(number % AccountModel.values().length),
                number % 3 == 0 ? 4 : 2,
                2,
                false,
                false,
                Settings.DEFAULTS.pauses())
            .with(number % 3 == 0 ? EARLY : Deleveraging.OFF);
    long orderNs = ORDER_NS.get(number % 3);
    long cancelNs = CANCEL_NS.get(number / 3 % 4);
    return new RunSettings(
            engine,
            path(number),
            new VenueRules(rule(number), orderNs, cancelNs, Costs.DEFAULTS),
            Money.of("10000"))
        .withSeed(number);
  }

  private static PathModel path(int number) {
    return switch (number % 7) {
      case 5 -> PathModel.WORST;
      case 6 -> PathModel.BRIDGE;
      default -> List.of(PathModel.values()).get(number / 4 % 3);
    };
  }

  private static FillRule rule(int number) {
    return number % 5 == 4 ? FillRule.VOLUME : List.of(FillRule.values()).get(number / 2 % 2);
  }

  private static StealRules steals(int number) {
    StealRules rules = StealRules.DEFAULTS;
    return new StealRules(
        true,
        60 * SECOND_NS,
        number % 5 == 0 ? 30 * SECOND_NS : 0,
        rules.protectFilledPpm(),
        rules.stealRetryNs(),
        rules.parkAfter(),
        rules.parkNs(),
        rules.cancelDeadlineNs(),
        rules.releaseGraceNs(),
        number % 7 == 0,
        number % 11 == 0);
  }

  static Simulation simulation(
      RunSettings settings, RandomMarket market, Observer observer, Recorder recorder) {
    return new Simulation(
        settings,
        Week.hours(),
        market.tape(),
        market.intents(),
        market.period(),
        observer,
        recorder);
  }

  static Subject subject(RunSettings settings, RandomMarket market) {
    return new Subject(
        settings, Week.hours(), market.tape(), (_, _) -> market.intents(), market.period());
  }

  static Outcome run(RunSettings settings, RandomMarket market) {
    return simulation(settings, market, Observer.NONE, Recorder.NONE).run(Watcher.NONE);
  }
}
