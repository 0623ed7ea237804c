package headroom.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.conformance.Scenarios.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Commands and states over a sequence of events.
final class SagaScenarioTest {
  static Stream<Scenario> scenarios() {
    return Scenarios.of("saga");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void goesAsTheScenarioSays(Scenario scenario) {
    assertThat(new Saga(scenario).run()).isEqualTo(Saga.expected(scenario));
  }
}
