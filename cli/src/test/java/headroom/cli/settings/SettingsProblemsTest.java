package headroom.cli.settings;

import static headroom.cli.settings.Loading.problems;
import static headroom.cli.settings.Loading.set;
import static headroom.cli.settings.Loading.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about settings that cannot be used.
class SettingsProblemsTest {
  @Test
  void aKeyThatBecameTwoNamesBoth() {
    assertThat(Keys.unknown("cost.stock-out-of-hours"))
        .isEqualTo(
            "key must be a known one, was 'cost.stock-out-of-hours'; what was one is two:"
                + " half-spread.stock-out-of-hours and slippage.stock-out-of-hours");
    assertThat(Keys.unknown("cost.nothing")).doesNotContain("two");
  }

  @TempDir Path folder;

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Path file =
        yaml(
            folder,
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
  @CsvSource(
      delimiter = '|',
      value = {
        "Random | policy=FirstCome | --policy and --set policy must say the same, said Random and"
            + " FirstCome",
        "Random | policy=Best | --set: policy must be one of FirstCome, FurthestFirst,"
            + " LowestForecastFirst, Random, was 'Best'",
      })
  void anOptionAndASettingMustNotContradict(String option, String set, String problem) {
    List<Given> options = List.of(new Given("policy", option, "--policy"));
    assertThatThrownBy(
            () -> SettingsLoader.load(null, Map.of(), null, options, List.of("seed=2", set)))
        .isInstanceOf(SettingsException.class)
        .hasMessage(problem);
  }

  @Test
  void anOptionAndASettingMaySayTheSame() {
    List<Given> options = List.of(new Given("protection", "0.2%", "--protection"));
    EffectiveSettings settings =
        SettingsLoader.load(null, Map.of(), null, options, List.of("protection=2000ppm"));
    assertThat(settings.values()).containsEntry("protection", "0.2%");
  }

  @ParameterizedTest
  @CsvSource({"HEADROOM_QQQQ", "HEADROOM_JOURNAL"})
  void aVariableThatIsLikeNoneIsNotExplainedAway(String variable) {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                SettingsLoader.load(null, Map.of(variable, "1"), null, List.of(), List.of("zz=1")));
    assertThat(refused.problems())
        .containsExactly(
            "environment: %s must name a setting, did not".formatted(variable),
            "--set: key must be a known one, was 'zz'; 'headroom config show' lists all");
  }
}
