package headroom.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.sim.run.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is gathered has room that does not grow with the run.
class BoundedTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    // minutes of the run, minutes of a slot, how many
    "10, 1, 10",
    "720, 1, 720",
    "721, 2, 361",
    "1440, 2, 720",
    "240480, 360, 668",
    "1051200, 2880, 365",
    "2629440, 4320, 609"
  })
  void slotsAreFewAndTheirLengthCanBeRead(long minutes, long width, int count) {
    Slots slots = Slots.of(new Period(7, 7 + minutes * MINUTE_NS, List.of()));
    assertThat(slots.widthNs()).isEqualTo(width * MINUTE_NS);
    assertThat(slots.count()).isEqualTo(count).isLessThanOrEqualTo(Slots.MOST);
  }

  @Test
  void aStretchIsCutAtTheEdgesAndNothingOfItIsLost() {
    Slots slots = Slots.of(new Period(0, 10 * MINUTE_NS, List.of()));
    List<String> parts = new ArrayList<>();
    slots.cut(
        MINUTE_NS / 2, 3 * MINUTE_NS, (slot, ns) -> parts.add(slot + ": " + ns * 10 / MINUTE_NS));
    assertThat(parts).containsExactly("0: 5", "1: 10", "2: 10");
    parts.clear();
    slots.cut(9 * MINUTE_NS, 12 * MINUTE_NS, (slot, ns) -> parts.add(slot + ": " + ns / MINUTE_NS));
    assertThat(parts).containsExactly("9: 3");
  }

  @Test
  void ofManyEverySecondIsKeptAndThenEveryFourth() {
    Thinned<Integer> few = new Thinned<>(4);
    for (int i = 0; i < 4; i++) {
      few.add(i);
    }
    assertThat(few.kept()).containsExactly(0, 1, 2, 3);
    assertThat(few.every()).isEqualTo(1);
    few.add(4);
    assertThat(few.kept()).containsExactly(0, 2, 4);
    assertThat(few.every()).isEqualTo(2);
    for (int i = 5; i < 13; i++) {
      few.add(i);
    }
    assertThat(few.kept()).containsExactly(0, 4, 8, 12);
    assertThat(few.every()).isEqualTo(4);
    assertThat(few.given()).isEqualTo(13);
  }

  @Test
  void endsOfBinsBelongToThem() {
    Histogram bins = new Histogram(0, 10, 20);
    for (long value : new long[] {0, 1, 10, 11, 20, 21, 1_000}) {
      bins.count(value);
    }
    assertThat(bins.counts()).containsExactly(1, 2, 2, 2);
    assertThat(bins.total()).isEqualTo(7);
  }
}
