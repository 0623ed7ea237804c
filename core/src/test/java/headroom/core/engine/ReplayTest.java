package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever a venue does, the invariants hold, and the same inputs lead to the same commands.
final class ReplayTest {
  private static final int SEEDS = 80;
  private static final Map<Counter, Long> TOTAL = new EnumMap<>(Counter.class);
  private static long aborts;

  /// Wants to hear everything and keeps nothing.
  private static final Observer LISTENER =
      new Observer() {
        @Override
        public boolean listens() {
          return true;
        }
      };

  @RepeatedTest(SEEDS)
  void everyInvariantHoldsAndAReplayDecidesTheSame(RepetitionInfo repetition) {
    ChaosRun run = new ChaosRun(repetition.getCurrentRepetition());
    assertThat(run.run()).isEmpty();
    for (Observer observer : List.of(Observer.NONE, LISTENER)) {
      Engine again = run.engine(observer);
      for (int i = 0; i < run.journal.size(); i++) {
        assertThat(again.on(run.journal.get(i))).isEqualTo(run.decided.get(i));
      }
      assertThat(again.statuses()).isEqualTo(run.engine.statuses());
    }
    looksAtThoseConcernedAsIfItLookedAtEverybody(run);
    for (Counter counter : Counter.values()) {
      TOTAL.merge(counter, run.engine.counters().of(counter), Long::sum);
    }
    aborts += run.engine.counters().aborts().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Only those are judged again for whom something changed; judging everybody after every input
  /// comes to the same.
  private static void looksAtThoseConcernedAsIfItLookedAtEverybody(ChaosRun run) {
    Engine quick = run.engine(Observer.NONE);
    Engine thorough = run.engine(Observer.NONE);
    thorough.lookAtEverybody();
    for (Input input : run.journal) {
      assertThat(quick.on(input)).isEqualTo(thorough.on(input));
      assertThat(differences(quick.statuses(), thorough.statuses())).as("%s", input).isEmpty();
    }
    assertThat(quick.counters()).usingRecursiveComparison().isEqualTo(thorough.counters());
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

  /// A run in which nothing happened would have proved nothing.
  @AfterAll
  static void everythingDidHappen() {
    for (Counter counter : Counter.values()) {
      assertThat(TOTAL.getOrDefault(counter, 0L)).as(counter.word()).isPositive();
    }
    assertThat(aborts).as("aborted steals").isPositive();
  }
}
