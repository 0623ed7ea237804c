package headroom.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import headroom.core.capacity.AccountModel;
import headroom.core.engine.Settings;
import headroom.core.market.InstrumentId;
import headroom.core.steal.FightRules;
import headroom.core.steal.RandomWorth;
import headroom.core.tolerance.Tolerances;
import headroom.sim.intents.Excursion;
import headroom.sim.path.PathModel;
import headroom.sim.run.RunSettings;
import headroom.sim.venue.FillRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "true, true, true, true, true, 0.6%, --set",
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
            file ? yaml("protection: 0.2%") : null,
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
                cost.stock: 1ppm
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
    assertThat(settings.run().venue().orderLatencyNs()).isZero();
    assertThat(settings.run().venue().costs().stockSlipPpm()).isEqualTo(1);
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

  private static EffectiveSettings set(String... set) {
    return SettingsLoader.load(null, Map.of(), null, List.of(), List.of(set));
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
            "false",
            "true",
            "Random",
            "cash",
            "any-direction",
            "TOUCH",
            "LOW_FIRST",
            "all=7 orders",
            "*:0.7%",
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
        load(yaml("protection: 0.002\ncooldown: 2m\nequity: 10000.00\nmin-rest: PT30S"));
    EffectiveSettings two =
        load(yaml("min-rest: 30s\nequity: 10000\ncooldown: 120s\nprotection: 2000ppm"));
    assertThat(one.hash()).isEqualTo(two.hash()).hasSize(64);
    assertThat(one.values()).isEqualTo(two.values());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Path file =
        yaml(
            """
            policy: Furthest
            protection: 0.4%
            protection: 0.3%
            cooldwn: 120s
            tolerance:
              stock: 40
              crypto: 1%
              crypto-out-of-hours: 0.5%
              instrument: {btc: 1%}
            fight: {window: 120, threshold: 0}
            stealing: NO
            equity: 1E5
            park: [1]
            seed:
            tolerance:
              crypto: 2%
            """);
    String at = file + ":";
    assertThat(
            problems(
                file,
                Map.of("HEADROOM_COLDOWN", "1s", "HEADROOM_HOME", "/x", "PATH", "/bin"),
                "derived",
                "foo",
                "fight.cooldown=60s"))
        .containsExactly(
            at + "3: protection must be given once, was given in line 2 too",
            at + "13: park must be a single value, was a list",
            at + "15: tolerance must be given once, was given in line 5 too",
            at
                + "1: policy must be one of FirstCome, FurthestFirst, LowestForecastFirst, Random,"
                + " was 'Furthest'",
            at + "4: key must be a known one, was 'cooldwn'; the nearest is cooldown",
            at
                + "6: tolerance.stock must be a ratio from 0.0001% to 100% (0.4%, 0.004 or"
                + " 4000ppm), was '40': a ratio without a sign must be below 1; did you mean 40%?",
            at
                + "9: tolerance.instrument.SYMBOL must end in the name of an instrument, such as"
                + " AAPL or BTC/USD, was 'btc'",
            at
                + "10: fight.window must be a duration from 1ms to 2592000s (250ms, 120s, 5m or"
                + " PT2M), was '120': did you mean 120s?",
            at + "10: fight.threshold must be a whole number from 1 to 1000000, was '0'",
            at + "11: stealing must be true or false, was 'NO'",
            at
                + "12: equity must be an amount of dollars above 0 and at most 1000000000 (10000 or"
                + " 10000.00), was '1E5'",
            at + "14: seed must be a whole number of 64 bits, was ''",
            "environment: HEADROOM_COLDOWN must name a setting, did not; the nearest is"
                + " HEADROOM_COOLDOWN",
            "--preset: derived needs a measured volatility, which this version does not have; it"
                + " has default, origin-2025, origin-fix, origin-fix-wide,"
                + " origin-fix-no-crypto-fights, origin-optimum",
            "--set must be key=value, such as protection=0.2%, was 'foo'",
            at
                + "7: tolerance.crypto-out-of-hours must be at least tolerance.crypto, 10000 ppm,"
                + " was 5000 ppm",
            "--set: fight.cooldown must be at least cooldown, 120 s, was 60 s");
  }

  @Test
  void aToleranceThatCannotBeReadHidesNoRelationOfTheOthers() {
    assertThat(problems(null, Map.of(), null, "protection=2%", "tolerance.stock=abc"))
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("tolerance.stock must be a ratio"))
        .anySatisfy(problem ->
            assertThat(problem)
                .contains("protection must be below the narrowest")
                .contains("tolerance.crypto 6600 ppm, was 20000 ppm"));
    assertThat(
            problems(
                null, Map.of(), null, "tolerance.steal=0.1%", "tolerance.crypto-out-of-hours=x"))
        .hasSize(2)
        .anySatisfy(problem ->
            assertThat(problem)
                .contains("tolerance.steal must be at least the widest entry tolerance,")
                .contains("tolerance.stock 6600 ppm, was 1000 ppm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "protection=0.66% | --set: protection must be below the narrowest entry tolerance,"
            + " tolerance.stock 6600 ppm, was 6600 ppm: the stealable window would be 0 ppm",
        "tolerance.instrument.ON=0.05% | --set: protection must be below the narrowest entry"
            + " tolerance, tolerance.instrument.ON 500 ppm, was 1000 ppm: the stealable window"
            + " would be -500 ppm",
        "tolerance.steal=0.5% | --set: tolerance.steal must be at least the widest entry tolerance,"
            + " tolerance.crypto-out-of-hours 20000 ppm, was 5000 ppm: within the 15000 ppm between"
            + " an intent is ready and cannot steal; allow-dead-zone permits it",
        "tolerance.crypto=3% | --set: tolerance.crypto-out-of-hours must be at least"
            + " tolerance.crypto, 30000 ppm, was 20000 ppm",
        "cooldown=20m | --set: fight.cooldown must be at least cooldown, 1200 s, was 600 s",
        "reject-retry=20m | --set: reject-retry-max must be at least reject-retry, 1200s, was 900s",
      })
  void valuesThatDoNotGoTogetherAreRefusedWithTheNumbers(String set, String problem) {
    assertThat(problems(null, Map.of(), null, set)).containsExactly(problem);
  }

  @Test
  void theEdgesGoTogether() {
    EffectiveSettings settings =
        set(
            "protection=6599ppm",
            "tolerance.steal=2%",
            "tolerance.crypto=2%",
            "cooldown=600s",
            "reject-retry=900s");
    assertThat(settings.engine().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing set\n", "---\n"})
  void aFileMaySetNothing(String text) {
    assertThat(load(yaml(text)).hash()).isEqualTo(load(null).hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "just words | 1: file must hold keys with values, held something else",
        "- policy | 1: file must hold keys with values, held something else",
        "policy: {a: 1 | 2: file must be YAML, was not: ",
        "[a]: 1 | 1: key must be a word, was something else",
        "seed: *other | 1: file must be YAML, was not: ",
        "seed: 1\\n---\\nseed: 2 | 2: file must be YAML, was not: ",
      })
  void aFileThatIsNotKeysAndValuesIsRefusedWithItsLine(String text, String problem) {
    Path file = yaml(text.replace("\\n", "\n") + "\n");
    assertThat(problems(file, Map.of(), null))
        .singleElement()
        .asString()
        .startsWith(file + ":" + problem);
  }

  @Test
  void aFileThatCannotBeReadIsRefused() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertThat(problems(missing, Map.of(), null))
        .containsExactly("settings file must exist, was missing: " + missing);
    assertThat(problems(folder, Map.of(), null))
        .singleElement()
        .asString()
        .startsWith("settings file %s must be readable, was not: ".formatted(folder));
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, new byte[] {'#', (byte) 0xE9, '\n'});
    assertThat(problems(latin, Map.of(), null))
        .containsExactly("settings file must be text in UTF-8, was not: " + latin);
    Path odd = folder.resolve("odd.yaml");
    Files.writeString(odd, "seed: \u0000\n");
    assertThat(problems(odd, Map.of(), null))
        .singleElement()
        .asString()
        .startsWith(odd + ": file must be YAML, was not: ");
  }

  /// Rows of the table of presets: tolerances of crypto, of crypto out of hours, of steals,
  /// protection in ppm; cooldown in s; fight threshold, mode, exemption; account.
  @ParameterizedTest
  @CsvSource({
    "default, 6600, 20000, , 1000, 120, 5, REVERSALS, false, MARGIN",
    "origin-2025, 6600, 20000, 6600, 4000, 120, 5, ANY_DIRECTION, false, POOLED",
    "origin-fix, 6600, 20000, 6600, 1000, 120, 5, ANY_DIRECTION, false, POOLED",
    "origin-fix-wide, 6600, 20000, 15000, 1000, 120, 5, ANY_DIRECTION, false, POOLED",
    "origin-fix-no-crypto-fights, 6600, 20000, 6600, 1000, 120, 5, ANY_DIRECTION, true, POOLED",
    "origin-optimum, 12000, 45000, 8000, 1300, 175, 9, REVERSALS, false, POOLED",
  })
  void aPresetSaysAllThatItStandsFor(
      String name,
      int cryptoPpm,
      int outOfHoursPpm,
      @Nullable Integer stealPpm,
      int protectPpm,
      int cooldownS,
      int threshold,
      FightRules.Mode mode,
      boolean exempt,
      AccountModel account) {
    // The file says otherwise of everything; the preset goes before it.
    Path file =
        yaml(
            """
            account: cash
            equity: 7
            entry-notional: 7
            tolerance: {stock: 7%, crypto: 7%, crypto-out-of-hours: 7%, steal: 7%}
            allow-dead-zone: false
            protection: 0.7%
            at-once-ranks: 7
            cooldown: 7s
            fight: {threshold: 7, window: 7s, cooldown: 7s, crypto-exempt: true}
            """);
    EffectiveSettings settings = SettingsLoader.load(file, Map.of(), name, List.of(), List.of());
    Settings engine = settings.engine();
    assertThat(engine.tolerances())
        .extracting(
            Tolerances::stockPpm,
            Tolerances::cryptoPpm,
            Tolerances::cryptoOutOfHoursPpm,
            Tolerances::stealPpm,
            Tolerances::protectPpm)
        .containsExactly(cryptoPpm, cryptoPpm, outOfHoursPpm, stealPpm, protectPpm);
    assertThat(engine.steals().cooldownNs()).isEqualTo(cooldownS * 1_000_000_000L);
    assertThat(engine.fights())
        .isEqualTo(new FightRules(mode, threshold, 1_800_000_000_000L, 600_000_000_000L, exempt));
    assertThat(engine.atOnceRanks()).isEqualTo(2);
    assertThat(engine.account()).isEqualTo(account);
    assertThat(settings.run().equity()).hasToString("10000");
    assertThat(settings.excursion().notional()).hasToString("3500");
  }

  @Test
  void allPresetsAreNamed() {
    assertThat(Presets.names())
        .containsExactly(
            "default",
            "origin-2025",
            "origin-fix",
            "origin-fix-wide",
            "origin-fix-no-crypto-fights",
            "origin-optimum");
    assertThat(problems(null, Map.of(), "origin-fux"))
        .singleElement()
        .asString()
        .endsWith("was 'origin-fux'; did you mean origin-fix?");
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

  private Path yaml(String text) {
    try {
      Path file = folder.resolve("headroom.yaml");
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EffectiveSettings load(@Nullable Path file) {
    return SettingsLoader.load(file, Map.of(), null, List.of(), List.of());
  }

  private static List<String> problems(
      @Nullable Path file,
      Map<String, String> environment,
      @Nullable String preset,
      String... set) {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () -> SettingsLoader.load(file, environment, preset, List.of(), List.of(set)));
    assertThat(refused).isNotNull();
    return refused.problems();
  }
}
