package headroom.sim.run;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.Cap;
import headroom.core.engine.Deleveraging;
import headroom.core.engine.Guards;
import headroom.core.engine.Pauses;
import headroom.core.engine.Rationing;
import headroom.core.engine.Settings;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.steal.Contender;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealPolicy;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tier;
import headroom.core.tolerance.Tolerances;
import headroom.sim.path.PathModel;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.Latency;
import headroom.sim.venue.VenueRules;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Settings drawn from a seed: every one that a run can have, most of them off most of the time.
final class Anything {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final List<Long> LATENCIES_NS =
      List.of(0L, SECOND_NS / 4, 3 * SECOND_NS, 50 * SECOND_NS);

  private final int number;
  private final SplittableRandom random;

  /// For what was added later, so that all else stays as it was.
  private final SplittableRandom later;

  private Anything(int number) {
    this.number = number;
    this.random = new SplittableRandom(number);
    this.later = new SplittableRandom(1_000_000L + number);
  }

  /// @param number goes through the policies, and names the draw
  static RunSettings of(int number) {
    Anything any = new Anything(number);
    List<StealPolicy> policies = StealPolicies.all(number);
    return any.settings(
        any.oneIn(10) ? Anything::crookedWorth : policies.get(number % policies.size()));
  }

  /// A policy that says nothing of how a price changes it.
  private static long crookedWorth(Contender contender) {
    return (contender.idHash() ^ contender.distancePpm()) * 0x9e3779b97f4a7c15L;
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private RunSettings settings(StealPolicy policy) {
    Settings engine =
        new Settings(
                policy,
                tolerances(),
                steals(),
                oneIn(2)
                    ? FightRules.DEFAULTS
                    : new FightRules(
                        any(List.of(FightRules.Mode.values())),
                        2,
                        1_800 * SECOND_NS,
                        300 * SECOND_NS,
                        oneIn(2)),
                any(List.of(AccountModel.values())),
                1 + random.nextInt(2) + 2 * later.nextInt(2),
                random.nextInt(3),
                oneIn(20),
                true,
                pauses())
            .with(rationing())
            .with(guards())
            .with(deleveraging());
    // All fill rules with all paths, whatever else is drawn.
    List<FillRule> rules = List.of(FillRule.values());
    List<PathModel> paths = List.of(PathModel.values());
    FillRule rule = rules.get(number % rules.size());
    PathModel path = paths.get(number / rules.size() % paths.size());
    int participationPpm = any(List.of(100_000, 300));
    long orderNs = any(LATENCIES_NS);
    long cancelNs = any(LATENCIES_NS);
    Latency orderLatency = latency(orderNs);
    Latency cancelLatency = latency(cancelNs);
    VenueRules venue =
        new VenueRules(rule, participationPpm, orderLatency, cancelLatency, Costs.DEFAULTS);
    return new RunSettings(engine, path, venue, Money.of("10000")).withSeed(number);
  }

  /// Of about that length.
  private Latency latency(long ns) {
    return switch (random.nextInt(6)) {
      case 0 -> new Latency.Between(ns / 2, ns);
      case 1 -> new Latency.Tail(ns / 2, SECOND_NS);
      default -> new Latency.Constant(ns);
    };
  }

  private Deleveraging deleveraging() {
    Deleveraging usual = Deleveraging.DEFAULTS;
    return switch (later.nextInt(3)) {
      case 0 -> Deleveraging.OFF;
      case 1 -> usual;
      default ->
          new Deleveraging(
              1,
              (later.nextInt(2) == 0 ? 1_200 : 7_200) * SECOND_NS,
              (later.nextInt(2) == 0 ? 60 : 900) * SECOND_NS,
              Money.of("100"),
              later.nextInt(2) == 0,
              usual.passivePpm(),
              usual.crossingPpm(),
              later.nextInt(2) * 10_000);
    };
  }

  private Tolerances tolerances() {
    @Nullable Integer steal = oneIn(2) ? null : any(List.of(3_000, 6_600, 20_000));
    TreeMap<InstrumentId, Integer> single = new TreeMap<>();
    if (oneIn(3)) {
      single.put(new InstrumentId("BBB"), 4_500);
      single.put(new InstrumentId("Y/USD"), 9_000);
    }
    int crypto = any(List.of(4_200, 6_600));
    return new Tolerances(
        6_600, crypto, any(List.of(6_600, 20_000)), steal, any(List.of(0, 1_000, 4_000)), single);
  }

  private StealRules steals() {
    StealRules rules = StealRules.DEFAULTS;
    return new StealRules(
        !oneIn(10),
        any(List.of(0L, 60L, 300L)) * SECOND_NS,
        any(List.of(0L, 30L, 900L)) * SECOND_NS,
        oneIn(4) ? 200_000 : 0,
        rules.stealRetryNs(),
        1 + random.nextInt(3),
        rules.parkNs(),
        rules.cancelDeadlineNs(),
        rules.releaseGraceNs(),
        oneIn(4),
        oneIn(3));
  }

  private Pauses pauses() {
    Pauses usual = Pauses.DEFAULTS;
    boolean ages = oneIn(20);
    return new Pauses(
        usual.rejectRetryNs(),
        usual.rejectRetryMaxNs(),
        usual.exitLeadNs(),
        ages ? 200 * SECOND_NS : 0,
        ages ? 400 * SECOND_NS : 0,
        oneIn(4) ? any(List.of(0, 500, 3_000)) : -1);
  }

  private Rationing rationing() {
    List<Cap> caps =
        oneIn(3)
            ? List.of(
                new Cap(Cap.Scope.ALL, "", Cap.Measure.ORDERS, 2),
                new Cap(Cap.Scope.OWNER, "you", Cap.Measure.SHARE, 400_000),
                new Cap(Cap.Scope.INSTRUMENT, "AAA", Cap.Measure.VALUE, 4_000 * Fixed.ONE))
            : List.of();
    List<Tier> tiers =
        oneIn(3)
            ? List.of(
                new Tier(3, 9_000, 9_000, true),
                new Tier(8, 5_000, 7_000, oneIn(2)),
                new Tier(Integer.MAX_VALUE, 4_100, 3_000, false))
            : List.of();
    TreeMap<String, Integer> priorities = new TreeMap<>();
    if (oneIn(4)) {
      priorities.put("you", 1);
    }
    return new Rationing(caps, tiers, priorities);
  }

  private Guards guards() {
    if (!oneIn(3)) {
      return Guards.NONE;
    }
    return new Guards(
        oneIn(2) ? 4 : 0,
        oneIn(2) ? 2 : 0,
        oneIn(2) ? Money.of("6000") : null,
        oneIn(2) ? 1 : 0,
        oneIn(2) ? 900_000 : 0);
  }
}
