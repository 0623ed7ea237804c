package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What `compare` refuses, before anything is played.
final class CompareRefusalsTest {
  @TempDir static Path market;
  @TempDir Path folder;

  @BeforeAll
  static void makeAMarket() {
    Ran ran =
        Ran.headroom(
            "data",
            "synth",
            market.toString(),
            "--stocks",
            "2",
            "--crypto",
            "4",
            "--step-minutes",
            "15",
            "--to",
            "2025-04-06");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNothingIsWritten() {
    Ran ran =
        compare(
            "--policies=Best,Random,Random",
            "--policy=FirstCome",
            "--vary=cooldwn=1s",
            "--vary=protection",
            "--vary=protection=40,0.1%",
            "--vary=cooldown=1s,1000ms",
            "--set=cooldown=2s",
            "--presets=nope,default",
            "--preset=default",
            "--periods=2025-03-01..2025-02-01,2025-03-10",
            "--from=2025-03-10",
            "--bootstrap=3",
            "--workers=0",
            "--seed=x");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems())
        .containsExactlyInAnyOrder(
            "--policies must be given once, was given again: Random",
            "--policy must not be given beside --policies, was FirstCome",
            "--policies: policy must be one of FirstCome, FurthestFirst, LowestForecastFirst,"
                + " Random, was 'Best'",
            "--vary: key must be a known one, was 'cooldwn'; the nearest is cooldown",
            "--vary must be key=value,value, such as protection=0.1%,0.4%, was 'protection'",
            "--vary: protection must be a ratio from 0% to 100% (0.4%, 0.004 or 4000ppm), was"
                + " '40': a ratio without a sign must be below 1; did you mean 40%?",
            "--vary: cooldown must be given once, was given again: 1s",
            "--set must not be of a key that is varied, was cooldown",
            "--vary and --set cooldown must say the same, said 1s and 2s",
            "--presets must be one of default, origin-2025, origin-fix, origin-fix-wide,"
                + " origin-fix-no-crypto-fights, origin-optimum, was 'nope'",
            "--preset must not be given beside --presets, was default",
            "--periods must be first and last day, such as 2025-01-01..2025-03-31, was"
                + " '2025-03-01..2025-02-01'",
            "--periods must be first and last day, such as 2025-01-01..2025-03-31, was"
                + " '2025-03-10'",
            "--from and --to must not be given beside --periods, was 2025-03-10 to the end",
            "--bootstrap must be a whole number from 200 to 1000000, was '3'",
            "--workers must be a whole number from 1 to 1024, was '0'",
            "--seed: seed must be a whole number of 64 bits, was 'x'");
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void oneRunIsNoComparison() {
    Ran ran = compare("--policy", "Random");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--policies, --presets, --vary or --periods must ask for at least two runs, asked for"
                + " one");
  }

  @Test
  void aRowThatIsNotThereIsNoBaseline() {
    Ran ran = compare("--policies", "FirstCome,Random", "--baseline", "3");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--baseline must be the number of a row, 1 to 2, or its name, such as 'Random', was"
                + " '3'");
  }

  @Test
  void aGridWithoutEndIsRefused() {
    List<String> arguments = new ArrayList<>();
    for (String key : List.of("cooldown", "min-rest", "park", "steal-retry")) {
      arguments.add("--vary=" + key + "=1s,2s,3s,4s,5s,6s,7s,8s,9s,10s,11s");
    }
    Ran ran = compare(arguments.toArray(String[]::new));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly("--vary: there must be at most 10000 combinations, were more");
  }

  @Test
  void periodsMustMeetTheData() {
    Ran ran = compare("--policies", "FirstCome,Random", "--periods", "2026-01-01..2026-02-01");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--periods must meet the data, 2025-03-03 to 2025-04-06, was 2026-01-01 to 2026-02-01");
    assertThat(folder.toFile().list()).isEmpty();
  }

  private Ran compare(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "compare",
                "--data",
                market.toString(),
                "--set",
                "excursion.lookback=3",
                "--out",
                folder.resolve("out").toString()));
    all.addAll(Arrays.asList(more));
    return Ran.headroom(all.toArray(String[]::new));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPlaceInWhichNothingCanBeMadeIsRefusedBeforeTheRuns() {
    Ran ran = Ran.headroom("compare", "--policies", "FirstCome,Random", "--out", "/proc/none");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly("--out must be where files can be written, was in /proc");
  }
}
