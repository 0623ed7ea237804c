package headroom.data.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import headroom.core.market.Bars;
import headroom.data.DataFolder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One row in an otherwise good file is damaged.
class DamagedRowsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-01-01T00:10:00Z,100,101,99,100 | row must have 6 columns, had 5
          2025-01-01T00:10:00Z,100,101,99,100,5,7 | row must have 6 columns, had 7
          2025-01-01 00:10:00,100,101,99,100,5 | timestamp must be ISO-8601 in UTC such as 2025-01-02T14:30:00Z, was '2025-01-01 00:10:00'
          2025-02-30T00:10:00Z,100,101,99,100,5 | timestamp must be ISO-8601 in UTC such as 2025-01-02T14:30:00Z, was '2025-02-30T00:10:00Z'
          2025-01-01T00:10:00-05:00,100,101,99,100,5 | timestamp must be in UTC, was '2025-01-01T00:10:00-05:00'
          1969-12-31T00:10:00Z,100,101,99,100,5 | timestamp must be from the years 1990 to 2200, was '1969-12-31T00:10:00Z'
          2025-01-01T00:10:00Z,ten,101,99,100,5 | open must be a decimal number, was 'ten'
          2025-01-01T00:10:00Z,100,,99,100,5 | high must be a decimal number, was ''
          2025-01-01T00:10:00Z,100,101,NaN,100,5 | low must be a decimal number, was 'NaN'
          2025-01-01T00:10:00Z,100,101,99,100.0000000001,5 | close must have at most nine decimals, was '100.0000000001'
          2025-01-01T00:10:00Z,100,101,0,100,5 | low must be above 0 and at most 9000000, was '0'
          2025-01-01T00:10:00Z,100,101,-99,100,5 | low must be above 0 and at most 9000000, was '-99'
          2025-01-01T00:10:00Z,100,9000001,99,100,5 | high must be above 0 and at most 9000000, was '9000001'
          2025-01-01T00:10:00Z,100,101,99,100,-5 | volume must be at least 0, was '-5'
          2025-01-01T00:10:00Z,100,101,99,100,many | volume must be a decimal number, was 'many'
          2025-01-01T00:10:00Z,100,99,101,100,5 | high must be at least the low 101, was 99
          2025-01-01T00:10:00Z,98,101,99,100,5 | open must be from the low 99 to the high 101, was 98
          2025-01-01T00:10:00Z,100,101,99,101.5,5 | close must be from the low 99 to the high 101, was 101.5
          2025-01-01T00:05:00Z,100,101,99,100,5 | timestamp must occur once, was 2025-01-01T00:05:00Z as in line 3
          2025-06-01T00:00:00Z,100,101,99,100,5 | timestamp must be after 2025-01-01T00:05:00Z and before 2025-01-01T00:15:00Z, was 2025-06-01T00:00:00Z
          2024-12-31T00:00:00Z,100,101,99,100,5 | timestamp must be after 2025-01-01T00:05:00Z and before 2025-01-01T00:15:00Z, was 2024-12-31T00:00:00Z
          2025-01-01T00:12:00Z,100,101,99,100,5 | timestamp must be a multiple of the usual step of 300 s from the others, such as 2025-01-01T00:10:00Z, was 2025-01-01T00:12:00Z
          """)
  void aBadRowIsLeftOutAndNamed(String row, String message) {
    Loaded loaded = around(row).load();
    assertThat(loaded.report().problems())
        .extracting(Problem::toString)
        .containsExactly("crypto/BTCUSDT.csv.gz:4: " + message);
    FileReport report = loaded.report().files().getFirst();
    assertThat(report.rows()).isEqualTo(7);
    assertThat(report.kept()).isEqualTo(6);
    assertThat(report.badRows()).isEqualTo(1);
    assertThat(starts(loaded.series().getFirst()))
        .containsExactly(
            "2025-01-01T00:00:00Z",
            "2025-01-01T00:05:00Z",
            "2025-01-01T00:15:00Z",
            "2025-01-01T00:20:00Z",
            "2025-01-01T00:25:00Z",
            "2025-01-01T00:30:00Z");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(loaded::strict)
        .satisfies(bad -> assertThat(bad.problems()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-01-01T00:10:00Z,100,101,99,100,5
          2025-01-01T00:10:00+00:00,1e2,1.01E+2,9900e-2,+100,5
          2025-01-01T00:10:00.000Z,100.0,101.00,99.0000000000,100.,5e0
          "2025-01-01T00:10:00Z","100","101","99","100","5"
          2025-01-01T00:10:00Z,100,101,99,100,5.00000000099
          """)
  void otherSpellingsOfAGoodRowAreGood(String row) {
    Loaded loaded = around(row).load().strict();
    assertThat(loaded.dataHash())
        .isEqualTo(around("2025-01-01T00:10:00Z,100,101,99,100,5").load().dataHash());
  }

  @Test
  void aShiftedRowIsNamedByWhatIsInTheWrongPlace() {
    assertThat(around("100,101,99,100,5,2025-01-01T00:10:00Z").load().report().problems())
        .extracting(Problem::message)
        .containsExactly(
            "timestamp must be ISO-8601 in UTC such as 2025-01-02T14:30:00Z, was '100'",
            "volume must be a decimal number, was '2025-01-01T00:10:00Z'");
  }

  @Test
  void everyBadFieldOfARowIsNamed() {
    assertThat(around("2025,x,101,0,100,-1").load().report().problems())
        .extracting(Problem::line)
        .containsExactly(4L, 4L, 4L, 4L);
  }

  @Test
  void blankLinesCountAsLinesAndNotAsRows() {
    Loaded loaded =
        new DataFolder(folder)
            .withRows(
                "crypto/BTCUSDT.csv",
                "2025-01-01T00:00:00Z,100,101,99,100,5",
                "",
                "2025-01-01T00:05:00Z,100,101,99,100,5",
                "",
                "",
                "bad")
            .load();
    assertThat(loaded.report().problems()).extracting(Problem::line).containsExactly(7L);
    assertThat(loaded.report().files().getFirst().rows()).isEqualTo(3);
  }

  @Test
  void lineEndsOfWindowsAndAByteOrderMarkAreRead() {
    Loaded loaded =
        new DataFolder(folder)
            .with(
                "crypto/BTCUSDT.csv",
                "\uFEFF" + DataFolder.HEADER + "\r",
                "2025-01-01T00:00:00Z,100,101,99,100,5\r",
                "2025-01-01T00:05:00Z,100,101,99,100,x\r",
                "2025-01-01T00:10:00Z,100,101,99,100,5\r")
            .load();
    assertThat(loaded.report().problems()).extracting(Problem::line).containsExactly(3L);
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotSwallowTheRestInSilence() {
    DataFolder open = around("2025-01-01T00:10:00Z,\"100,101,99,100,5");
    open.withGoodRows("crypto/ETHUSDT.csv");
    open.withRows("crypto/SOLUSDT.csv", "2025-01-01T00:10:00Z,\"100", "7\",101,99,100,5");
    Loaded loaded = open.load();
    assertThat(loaded.series()).hasSize(1);
    assertThat(loaded.report().problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            one ->
                assertThat(one).startsWith("crypto/BTCUSDT.csv.gz: file must be well-formed CSV"),
            two ->
                assertThat(two)
                    .isEqualTo(
                        "crypto/SOLUSDT.csv:2: quotes must close in the line they open in, did not"));
  }

  @Test
  void hugeVolumesSaturate() {
    Bars bars =
        around("2025-01-01T00:10:00Z,100,101,99,100,99999999999999").load().series().getFirst();
    assertThat(bars.volumeRaw(2)).isEqualTo(Long.MAX_VALUE);
  }

  private DataFolder around(String row) {
    return new DataFolder(folder)
        .withRows(
            "crypto/BTCUSDT.csv.gz",
            "2025-01-01T00:00:00Z,100,101,99,100,5",
            "2025-01-01T00:05:00Z,100,101,99,100,5",
            row,
            "2025-01-01T00:15:00Z,100,101,99,100,5",
            "2025-01-01T00:20:00Z,100,101,99,100,5",
            "2025-01-01T00:25:00Z,100,101,99,100,5",
            "2025-01-01T00:30:00Z,100,101,99,100,5");
  }

  private static String[] starts(Bars bars) {
    return IntStream.range(0, bars.length())
        .mapToObj(bar -> Timestamps.text(bars.startNs(bar)))
        .toArray(String[]::new);
  }
}
