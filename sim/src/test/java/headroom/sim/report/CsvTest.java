package headroom.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void writesPlainFieldsAsTheyAre() {
    assertThat(Csv.row("a", "", "-1.5", "BTC/USD")).isEqualTo("a,,-1.5,BTC/USD");
  }

  @Test
  void quotesWhatWouldBreakARow() {
    assertThat(Csv.row("a,b", "say \"no\"", "two\nlines", "back\r"))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"back\r\"");
  }

  @Test
  void writesTimesWithAllNanoseconds() {
    assertThat(Csv.time(0)).isEqualTo("1970-01-01T00:00:00.000000000Z");
    assertThat(Csv.time(1_751_376_600_250_000_001L)).isEqualTo("2025-07-01T13:30:00.250000001Z");
    assertThat(Csv.time(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
  }
}
