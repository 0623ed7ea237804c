package headroom.core.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.Cap;
import headroom.core.engine.Engine;
import headroom.core.engine.Guards;
import headroom.core.engine.Rationing;
import headroom.core.engine.Settings;
import headroom.core.num.Money;
import headroom.core.steal.FightRules;
import headroom.core.steal.FurthestFirst;
import headroom.core.steal.LowestForecastFirst;
import headroom.core.steal.StealPolicy;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tier;
import headroom.core.tolerance.Tolerances;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An engine that holds other rules than the oracle expects is found out: the oracle can fail.
final class OracleTest {
  private static final int MOST_RUNS = 60;

  /// Runs such an engine until the oracle complains.
  private static void isFoundOut(UnaryOperator<Settings> other) {
    isFoundOut(Setup::of, other);
  }

  private static void isFoundOutWhereCapacityIsDivided(UnaryOperator<Settings> other) {
    isFoundOut(Setup::rationed, other);
  }

  private static void isFoundOut(LongFunction<Setup> setups, UnaryOperator<Settings> other) {
    for (long seed = 1; seed <= MOST_RUNS; seed++) {
      Setup setup = setups.apply(seed);
      Settings settings = other.apply(setup.settings());
      if (settings.equals(setup.settings()) || !settings.problems().isEmpty()) {
        continue;
      }
      Engine engine = new Engine(settings, Setup.HOURS, setup.instruments());
      if (!new ChaosRun(setup, engine).run().isEmpty()) {
        return;
      }
    }
    assertThat(MOST_RUNS).as("runs until the oracle complains").isZero();
  }

  private static Settings with(Settings settings, Tolerances tolerances) {
    return with(settings, settings.policy(), tolerances, settings.steals(), settings.fights());
  }

  private static Settings with(Settings settings, StealRules rules) {
    return with(settings, settings.policy(), settings.tolerances(), rules, settings.fights());
  }

  private static Settings with(
      Settings settings,
      StealPolicy policy,
      Tolerances tolerances,
      StealRules rules,
      FightRules fights) {
    return new Settings(
        policy,
        tolerances,
        rules,
        fights,
        settings.account(),
        settings.multiplier(),
        settings.atOnceRanks(),
        settings.dryRun(),
        settings.allowDeadZone(),
        settings.pauses());
  }

  private static Tolerances protecting(Tolerances old, int protectPpm) {
    return new Tolerances(
        old.stockPpm(),
        old.cryptoPpm(),
        old.cryptoOutOfHoursPpm(),
        old.stealPpm(),
        protectPpm,
        old.instrumentPpm());
  }

  private static StealRules rules(
      StealRules old, long cooldownNs, long minRestNs, long stealRetryNs, boolean strictOrder) {
    return new StealRules(
        old.enabled(),
        cooldownNs,
        minRestNs,
        old.protectFilledPpm(),
        stealRetryNs,
        old.parkAfter(),
        old.parkNs(),
        old.cancelDeadlineNs(),
        old.releaseGraceNs(),
        strictOrder,
        old.withinInstrument());
  }

  @Test
  void oneThatPromisesMoreThanTheLimit() {
    isFoundOut(old ->
        new Settings(
            old.policy(),
            old.tolerances(),
            old.steals(),
            old.fights(),
            old.account(),
            old.account() == AccountModel.CASH ? old.multiplier() : 4,
            old.atOnceRanks(),
            old.dryRun(),
            old.allowDeadZone(),
            old.pauses()));
  }

  @Test
  void oneThatStealsFromOrdersAboutToFill() {
    isFoundOut(old -> with(old, protecting(old.tolerances(), 0)));
  }

  @Test
  void oneThatProtectsTooMuch() {
    isFoundOut(old -> with(old, protecting(old.tolerances(), 3_500)));
  }

  @Test
  void oneWithoutCooldown() {
    isFoundOut(old -> {
      StealRules rules = old.steals();
      return with(
          old, rules(rules, 0, rules.minRestNs(), rules.stealRetryNs(), rules.strictOrder()));
    });
  }

  @Test
  void oneThatStealsFromYoungOrders() {
    isFoundOut(old -> {
      StealRules rules = old.steals();
      return with(
          old, rules(rules, rules.cooldownNs(), 0, rules.stealRetryNs(), rules.strictOrder()));
    });
  }

  @Test
  void oneThatTriesAgainAtOnce() {
    isFoundOut(old -> {
      StealRules rules = old.steals();
      return with(old, rules(rules, rules.cooldownNs(), rules.minRestNs(), 0, rules.strictOrder()));
    });
  }

  @Test
  void oneThatLetsOthersOvertake() {
    isFoundOut(old -> {
      StealRules rules = old.steals();
      return with(
          old, rules(rules, rules.cooldownNs(), rules.minRestNs(), rules.stealRetryNs(), false));
    });
  }

  @Test
  void oneThatTakesFromTheWrongOnes() {
    isFoundOut(old -> {
      boolean furthest = old.policy().equals(new FurthestFirst());
      StealPolicy other = furthest ? new LowestForecastFirst() : new FurthestFirst();
      return old.policy().steals()
          ? with(old, other, old.tolerances(), old.steals(), old.fights())
          : old;
    });
  }

  @Test
  void oneThatDoesNotSeeFights() {
    isFoundOut(old -> {
      FightRules rules = old.fights();
      FightRules blind =
          new FightRules(
              rules.mode(), 1_000, rules.windowNs(), rules.cooldownNs(), rules.cryptoExempt());
      return with(old, old.policy(), old.tolerances(), old.steals(), blind);
    });
  }

  @Test
  void oneThatStealsFromItsOwnInstrument() {
    isFoundOut(old -> {
      StealRules rules = old.steals();
      StealRules within =
          new StealRules(
              rules.enabled(),
              rules.cooldownNs(),
              rules.minRestNs(),
              rules.protectFilledPpm(),
              rules.stealRetryNs(),
              rules.parkAfter(),
              rules.parkNs(),
              rules.cancelDeadlineNs(),
              rules.releaseGraceNs(),
              rules.strictOrder(),
              true);
      return with(old, within);
    });
  }

  @Test
  void oneWithoutPriorities() {
    isFoundOutWhereCapacityIsDivided(old -> {
      Rationing rules = old.rationing();
      return old.with(new Rationing(rules.caps(), rules.tiers(), new TreeMap<>()));
    });
  }

  @Test
  void oneWithoutTiers() {
    isFoundOutWhereCapacityIsDivided(old -> {
      Rationing rules = old.rationing();
      return old.with(new Rationing(rules.caps(), List.of(), rules.priorities()));
    });
  }

  @Test
  void oneThatLetsTheLastTierTakeWhatIsFree() {
    isFoundOutWhereCapacityIsDivided(old -> {
      Rationing rules = old.rationing();
      List<Tier> generous =
          rules.tiers().stream()
              .map(tier -> new Tier(tier.upToRank(), tier.entryPpm(), tier.stealPpm(), true))
              .toList();
      return old.with(new Rationing(rules.caps(), generous, rules.priorities()));
    });
  }

  /// Every cap is as high as can be.
  @ParameterizedTest
  @EnumSource
  void oneThatExceedsCaps(Cap.Measure measure) {
    isFoundOutWhereCapacityIsDivided(old -> {
      Rationing rules = old.rationing();
      List<Cap> wide =
          rules.caps().stream()
              .map(cap ->
                  cap.measure() == measure
                      ? new Cap(cap.scope(), cap.member(), measure, 1_000_000)
                      : cap)
              .toList();
      return old.with(new Rationing(wide, rules.tiers(), rules.priorities()));
    });
  }

  @Test
  void oneThatSendsTooMuch() {
    isFoundOutWhereCapacityIsDivided(old -> {
      Guards brakes = old.guards();
      int messages = brakes.messagesPerMinute() == 0 ? 0 : brakes.messagesPerMinute() + 1;
      return guarded(old, messages, brakes.fillsPerMinute(), brakes.notionalPerMinute(), brakes);
    });
  }

  @Test
  void oneThatCountsNoFills() {
    isFoundOutWhereCapacityIsDivided(old -> {
      Guards brakes = old.guards();
      return guarded(old, brakes.messagesPerMinute(), 0, brakes.notionalPerMinute(), brakes);
    });
  }

  @Test
  void oneThatDoesNotSumUpFills() {
    isFoundOutWhereCapacityIsDivided(old -> {
      Guards brakes = old.guards();
      return guarded(old, brakes.messagesPerMinute(), brakes.fillsPerMinute(), null, brakes);
    });
  }

  private static Settings guarded(
      Settings old, int messages, int fills, @Nullable Money notional, Guards brakes) {
    return old.with(
        new Guards(messages, fills, notional, brakes.stealsPerMinute(), brakes.exposurePpm()));
  }

  @Test
  void oneThatStealsOnAndOnInAStorm() {
    isFoundOutWhereCapacityIsDivided(old -> {
      Guards brakes = old.guards();
      return old.with(
          new Guards(
              brakes.messagesPerMinute(),
              brakes.fillsPerMinute(),
              brakes.notionalPerMinute(),
              0,
              brakes.exposurePpm()));
    });
  }

  @Test
  void oneThatDoesNotSeeItsExposure() {
    isFoundOutWhereCapacityIsDivided(old -> {
      Guards brakes = old.guards();
      return old.with(
          new Guards(
              brakes.messagesPerMinute(),
              brakes.fillsPerMinute(),
              brakes.notionalPerMinute(),
              brakes.stealsPerMinute(),
              0));
    });
  }

  @Test
  void oneThatKnowsNothingButTheCoreSession() {
    boolean found = false;
    for (long seed = 1; seed <= MOST_RUNS && !found; seed++) {
      Setup setup = Setup.extended(seed);
      Engine engine = new Engine(setup.settings(), Setup.HOURS, setup.instruments());
      found = !new ChaosRun(setup, engine).run().isEmpty();
    }
    assertThat(found).isTrue();
  }

  @Test
  void theRightRulesAreNotComplainedAbout() {
    for (long seed : List.of(1L, 2L, 3L)) {
      assertThat(new ChaosRun(seed).run()).isEmpty();
      assertThat(ChaosRun.rationed(seed).run()).isEmpty();
      assertThat(ChaosRun.extended(seed).run()).isEmpty();
    }
  }
}
