package headroom.cli.settings;

import static headroom.cli.settings.Loading.load;
import static headroom.cli.settings.Loading.set;
import static headroom.cli.settings.Loading.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.engine.Settings;
import headroom.core.market.InstrumentId;
import headroom.core.steal.FightRules;
import headroom.core.steal.RandomWorth;
import headroom.core.tolerance.Tolerances;
import headroom.sim.intents.Excursion;
import headroom.sim.path.PathModel;
import headroom.sim.run.RunSettings;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.Latency;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {

  @TempDir Path folder;

  @Test
  void withoutAnythingTheDefaultsOfTheLibraryHold() {
    EffectiveSettings settings = load(null);
    assertThat(settings.engine()).isEqualTo(Settings.DEFAULTS);
    assertThat(settings.run()).isEqualTo(RunSettings.DEFAULTS);
    assertThat(settings.excursion()).isEqualTo(Excursion.Rules.DEFAULTS);
    assertThat(settings.all().values()).allMatch(one -> one.origin().equals("default"));
  }

  /// Each line leaves out the last source of the one before.
  @ParameterizedTest
  @CsvSource({
    "true, true, true, false, true, 0.6%, --set",
    "true, true, true, true, false, 0.5%, --protection",
    "true, true, true, false, false, 0.4%, preset origin-2025",
    "true, true, false, false, false, 0.3%, environment HEADROOM_PROTECTION",
    "true, false, false, false, false, 0.2%, headroom.yaml:1",
    "false, false, false, false, false, 0.1%, default",
  })
  void theNearerSourceGoesFirst(
      boolean file,
      boolean environment,
      boolean preset,
      boolean option,
      boolean set,
      String value,
      String origin) {
    EffectiveSettings settings =
        SettingsLoader.load(
            file ? yaml(folder, "protection: 0.2%") : null,
            environment ? Map.of("HEADROOM_PROTECTION", "0.3%") : Map.of(),
            preset ? "origin-2025" : null,
            option ? List.of(new Given("protection", "0.5%", "--protection")) : List.of(),
            set ? List.of("protection=9%", "protection=0.6%") : List.of());
    EffectiveSettings.Setting protection = Objects.requireNonNull(settings.all().get("protection"));
    assertThat(protection.value()).isEqualTo(value);
    assertThat(protection.origin()).endsWith(origin);
  }

  @Test
  void everySettingReachesWhatItIsFor() {
    EffectiveSettings settings =
        load(
            yaml(
                folder,
                """
                policy: Random
                seed: -7
                account: cash
                equity: 2500.50
                entry-notional: 100
                tolerance:
                  stock: 1%
                  crypto: 1.1%
                  crypto-out-of-hours: 1.2%
                  steal: 1.3%
                  instrument:
                    ON: 0.9%
                    "NO": 0.8%
                    TRUE: 0.7%
                    1E5: 0.6%
                    BTC/USD: 0.5%
                protection: 1ppm
                at-once-ranks: 0
                max-through: 2%
                stealing: false
                fight:
                  mode: any-direction
                  threshold: 7
                dry-run: true
                fill-rule: TOUCH
                path: LOW_FIRST
                order-latency: 0s
                half-spread.stock: 1ppm
                slippage:
                  stock: 2ppm
                  crypto-out-of-hours: 3ppm
                  out-of-hours-factor: 4
                excursion:
                  lookback: 5
                  entry-quantile: 25%
                  max-hold-days: off
                  stop-loss: 5%
                """));
    Settings engine = settings.engine();
    assertThat(engine.policy()).isEqualTo(new RandomWorth(-7));
    assertThat(engine.account()).isEqualTo(AccountModel.CASH);
    assertThat(engine.tolerances())
        .extracting(
            Tolerances::stockPpm,
            Tolerances::cryptoPpm,
            Tolerances::cryptoOutOfHoursPpm,
            Tolerances::stealPpm,
            Tolerances::protectPpm)
        .containsExactly(10_000, 11_000, 12_000, 13_000, 1);
    assertThat(engine.tolerances().instrumentPpm())
        .isEqualTo(
            Map.of(
                new InstrumentId("ON"), 9_000,
                new InstrumentId("NO"), 8_000,
                new InstrumentId("TRUE"), 7_000,
                new InstrumentId("1E5"), 6_000,
                new InstrumentId("BTC/USD"), 5_000));
    assertThat(engine.atOnceRanks()).isZero();
    assertThat(engine.pauses().maxThroughPpm()).isEqualTo(20_000);
    assertThat(engine.steals().enabled()).isFalse();
    assertThat(engine.fights().mode()).isEqualTo(FightRules.Mode.ANY_DIRECTION);
    assertThat(engine.fights().threshold()).isEqualTo(7);
    assertThat(engine.dryRun()).isTrue();
    assertThat(settings.run().venue().fillRule()).isEqualTo(FillRule.TOUCH);
    assertThat(settings.run().path()).isEqualTo(PathModel.LOW_FIRST);
    assertThat(settings.run().venue().orderLatency()).isEqualTo(new Latency.Constant(0));
    assertThat(settings.run().venue().costs().halfSpread())
        .isEqualTo(new Costs.Rates(1, 2, 250, 500));
    assertThat(settings.run().venue().costs().slippage()).isEqualTo(new Costs.Rates(2, 8, 250, 3));
    assertThat(settings.run().equity()).hasToString("2500.5");
    assertThat(settings.excursion().lookback()).isEqualTo(5);
    assertThat(settings.excursion().entryQuantile()).isEqualByComparingTo("0.25");
    assertThat(settings.excursion().notional()).hasToString("100");
    assertThat(settings.excursion().maxHoldDays()).isEqualTo(-1);
    assertThat(settings.excursion().stopLossPpm()).isEqualTo(50_000);
  }

  @Test
  void everyKeyCanBeSetAndChangesSomething() {
    for (Key key : Keys.all().values()) {
      String set = key.name() + "=" + other(key);
      EffectiveSettings before = set(others(key));
      EffectiveSettings after = set(others(key), set);
      assertThat(after.hash()).as(set).isNotEqualTo(before.hash());
      assertThat(effect(after)).as(set).isNotEqualTo(effect(before));
    }
  }

  private static List<Object> effect(EffectiveSettings settings) {
    return List.of(settings.run(), settings.excursion(), settings.seed());
  }

  /// A permitted value that is not the default.
  private static String other(Key key) {
    return Stream.of(
            "0.2%",
            "33s",
            "7",
            "3",
            "false",
            "true",
            "Random",
            "cash",
            "any-direction",
            "market",
            "by-date",
            "flat",
            "at-once",
            "TOUCH",
            "LOW_FIRST",
            "short",
            "all=7 orders",
            "*:0.7%",
            "on",
            "ann=7")
        .filter(text -> isOther(key, text))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOther(Key key, String text) {
    try {
      return !key.form().canonical(text).equals(key.standard());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// What must change with a key so that settings stay sound.
  private static String others(Key key) {
    return switch (key.name()) {
      case "deleverage-window" -> "deleverage-last=11s";
      case "fight.cooldown" -> "cooldown=33s";
      case "reject-retry" -> "reject-retry-max=15m";
      case "tolerance.steal" -> "allow-dead-zone=true";
      case "tolerance.crypto-out-of-hours" -> "tolerance.crypto=0.2%";
      default -> "stealing=true";
    };
  }

  @Test
  void twoSpellingsOfOneValueAreTheSameSettings() {
    EffectiveSettings one =
        load(yaml(folder, "protection: 0.002\ncooldown: 2m\nequity: 10000.00\nmin-rest: PT30S"));
    EffectiveSettings two =
        load(yaml(folder, "min-rest: 30s\nequity: 10000\ncooldown: 120s\nprotection: 2000ppm"));
    assertThat(one.hash()).isEqualTo(two.hash()).hasSize(64);
    assertThat(one.values()).isEqualTo(two.values());
  }

  @Test
  void everyKeyCanBeExplained() {
    for (Key key : Keys.all().values()) {
      assertThat(key.name()).matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)?");
      assertThat(List.of(key.about(), key.source(), key.form().type(), key.form().range()))
          .as(key.name())
          .allMatch(text -> !text.isBlank());
    }
  }
}
