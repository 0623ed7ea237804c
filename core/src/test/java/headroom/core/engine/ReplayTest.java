package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
    for (Counter counter : Counter.values()) {
      TOTAL.merge(counter, run.engine.counters().of(counter), Long::sum);
    }
    aborts += run.engine.counters().aborts().values().stream().mapToLong(Long::longValue).sum();
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
