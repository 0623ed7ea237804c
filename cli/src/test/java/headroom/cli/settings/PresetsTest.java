package headroom.cli.settings;

import static headroom.cli.settings.Loading.problems;
import static headroom.cli.settings.Loading.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.engine.Settings;
import headroom.core.steal.FightRules;
import headroom.core.tolerance.Tolerances;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {

  @TempDir Path folder;

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
            folder,
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
    assertThat(problems(null, Map.of(), "best"))
        .singleElement()
        .asString()
        .endsWith("origin-optimum, was 'best'");
  }
}
