package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.SettingsLoader;
import headroom.data.synth.SynthSettings;
import headroom.sim.compare.Bootstrap;
import headroom.sim.compare.DailyChanges;
import headroom.sim.compare.Difference;
import headroom.sim.compare.Verdict;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two seeds of the policy Random are equally good. Whoever calls one of them better more often
/// than in 5 of 100 cases takes chance for skill.
@Tag("sweep")
final class CompareNullTest {
  private static final int MARKETS = 25;
  private static final int PAIRS = 4;

  @Test
  void oneSeedIsRarelyCalledBetterThanAnother() {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    int differing = 0;
    for (int number = 1; number <= MARKETS; number++) {
      for (Difference difference : differences(number)) {
        verdicts.merge(difference.verdict(), 1, Integer::sum);
        differing += difference.differingDays() >= Difference.LEAST_DIFFERING_DAYS ? 1 : 0;
      }
    }
    int called = verdicts.getOrDefault(Verdict.BETTER, 0) + verdicts.getOrDefault(Verdict.WORSE, 0);
    // 5 of 100, with three times √(100 · 0.05 · 0.95) = 2.2 to either side.
    assertThat(called).isBetween(1, 11);
    assertThat(differing).isGreaterThan(90);
    assertThat(verdicts.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(MARKETS * PAIRS);
  }

  private static List<Difference> differences(int number) {
    Market market =
        Market.synthetic(
            SynthSettings.defaults()
                .withSeed(number)
                .withPeriod(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 4, 20))
                .withStepMinutes(30)
                .withInstruments(0, 8),
            Dates.ALL);
    List<Combination> combinations = new ArrayList<>();
    for (int seed = 1; seed <= 2 * PAIRS; seed++) {
      EffectiveSettings settings =
          SettingsLoader.load(
              null,
              Map.of(),
              null,
              List.of(),
              List.of("policy=Random", "excursion.lookback=5", "seed=" + seed));
      combinations.add(new Combination("seed=" + seed, new LinkedHashMap<>(), settings));
    }
    List<Stretch> stretches = List.of(new Stretch("", market.period(Dates.ALL)));
    List<ComparedRun> runs =
        new Contest(
                market,
                combinations,
                stretches,
                null,
                null,
                Actions.NONE,
                new PrintWriter(Writer.nullWriter()))
            .run(2, () -> true, () -> {}, (_, _) -> {});
    List<Difference> differences = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      differences.add(
          Difference.of(
              DailyChanges.of(runs.get(2 * pair + 1).figures()),
              DailyChanges.of(runs.get(2 * pair).figures()),
              new Bootstrap(400, number)));
    }
    return differences;
  }
}
