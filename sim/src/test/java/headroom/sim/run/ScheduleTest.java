package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.sim.Week;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static List<String> facts(String from, String to) {
    Period period = new Period(Week.ns(from), Week.ns(to), List.of());
    return Arrays.stream(Schedule.factsNs(period, Week.hours())).mapToObj(Week::text).toList();
  }

  @Test
  void readsTheAccountAtFullHoursAtTheOpenAnHourBeforeTheCloseAndAtTheClose() {
    // On 3 July the exchange closes at 17:00 UTC; the window's start and the close are full hours.
    assertThat(facts("07-03 13:10", "07-03 18:00"))
        .containsExactly(
            "07-03 13:30:00",
            "07-03 14:00:00",
            "07-03 15:00:00",
            "07-03 16:00:00",
            "07-03 17:00:00");
  }

  @Test
  void theStartBelongsToThePeriodAndTheEndDoesNot() {
    assertThat(facts("07-05 12:00", "07-05 14:00"))
        .containsExactly("07-05 12:00:00", "07-05 13:00:00");
  }

  @Test
  void closesAreThoseInsideThePeriod() {
    Period period = new Period(Week.ns("07-02 20:00"), Week.ns("07-07 20:00"), List.of());

    assertThat(Schedule.closesNs(period, Week.hours()))
        .containsExactly(Week.ns("07-02 20:00"), Week.ns("07-03 17:00"));
  }
}
