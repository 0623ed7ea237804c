package headroom.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.sim.check.Finding.State;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
  @ParameterizedTest
  @CsvSource({
    "100, 1, '', PASSED",
    "99, 1, '', NOT_CHECKED",
    "100, 0, '', NOT_CHECKED",
    "100, 1, money is gone, FAILED",
    "0, 0, money is gone, FAILED"
  })
  void wrongIsWrongAndRightMustHaveBeenSeen(
      long placed, long steals, String problem, State expected) {
    Finding finding =
        Finding.of(
            HonestyCheck.CONSERVATION,
            "",
            new Evidence(placed, steals),
            problem.isEmpty() ? List.of() : List.of(problem),
            new LinkedHashMap<>());

    assertThat(finding.state()).isEqualTo(expected);
    assertThat(finding.lacking() != null).isEqualTo(expected == State.NOT_CHECKED);
  }

  @Test
  void theMeanIsMeasuredInStandardErrors() {
    Sample sample = Sample.of(List.of(1.0, 2.0, 3.0, 0.0));

    // Deviation √(5/3), standard error √(5/12).
    assertThat(sample.mean()).isEqualTo(1.5);
    assertThat(sample.others()).isEqualTo(3);
    assertThat(sample.score()).isEqualTo(1.5 / Math.sqrt(5.0 / 12));
    assertThat(Sample.of(List.of(0.0, 0.0)).score()).isZero();
    assertThat(Sample.of(List.of(2.0, 2.0)).score()).isGreaterThan(1e300);
  }
}
