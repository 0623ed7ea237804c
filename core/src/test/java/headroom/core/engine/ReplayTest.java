package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.chaos.ChaosRun;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Only those are judged again for whom something changed; judging everybody after every input
/// comes to the same, whatever a venue does.
final class ReplayTest {
  private static final int RUNS = 80;
  private static final int RATIONED_RUNS = 20;
  private static final Map<Counter, Long> TOTAL = new EnumMap<>(Counter.class);

  @RepeatedTest(RUNS)
  void looksAtThoseConcernedAsIfItLookedAtEverybody(RepetitionInfo repetition) {
    looksAtThoseConcerned(new ChaosRun(repetition.getCurrentRepetition()));
  }

  @RepeatedTest(RATIONED_RUNS)
  void looksAtThoseConcernedWhereCapacityIsDivided(RepetitionInfo repetition) {
    looksAtThoseConcerned(ChaosRun.rationed(repetition.getCurrentRepetition()));
  }

  private static void looksAtThoseConcerned(ChaosRun run) {
    assertThat(run.run()).isEmpty();
    Engine quick = run.freshEngine();
    Engine thorough = run.freshEngine();
    thorough.lookAtEverybody();
    for (Input input : run.journal()) {
      assertThat(quick.on(input)).isEqualTo(thorough.on(input));
      assertThat(differences(quick.statuses(), thorough.statuses())).as("%s", input).isEmpty();
      assertThat(quick.violations()).isEmpty();
    }
    assertThat(quick.counters()).usingRecursiveComparison().isEqualTo(thorough.counters());
    for (Counter counter : Counter.values()) {
      TOTAL.merge(counter, quick.counters().of(counter), Long::sum);
    }
  }

  private static List<String> differences(List<IntentStatus> is, List<IntentStatus> expected) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < is.size(); i++) {
      if (!is.get(i).equals(expected.get(i))) {
        differences.add(
            "%s must be %s %s, was %s %s"
                .formatted(
                    is.get(i).intent().id(),
                    expected.get(i).state(),
                    expected.get(i).verdict(),
                    is.get(i).state(),
                    is.get(i).verdict()));
      }
    }
    return differences;
  }

  /// Runs in which nothing happened would have proved nothing.
  @AfterAll
  static void everythingDidHappen() {
    // The end of the day has sweeps of its own, over whole markets.
    List<Counter> elsewhere = List.of(Counter.DELEVERAGE_CANCELS, Counter.DELEVERAGE_REDUCTIONS);
    for (Counter counter : Counter.values()) {
      if (elsewhere.contains(counter)) {
        continue;
      }
      assertThat(TOTAL.getOrDefault(counter, 0L)).as(counter.word()).isPositive();
    }
  }
}
