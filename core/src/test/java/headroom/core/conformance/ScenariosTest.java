package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.conformance.Scenarios.Scenario;
import org.junit.jupiter.api.Test;

/// Keeps the list of what is not run honest.
final class ScenariosTest {
  @Test
  void theFileHoldsAllScenarios() {
    assertThat(Scenarios.all()).hasSize(566);
  }

  @Test
  void everyPendingScenarioExists() {
    assertThat(Scenarios.all().map(Scenario::id)).containsAll(Scenarios.PENDING.keySet());
  }
}
