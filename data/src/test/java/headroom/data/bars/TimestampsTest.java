package headroom.data.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @Test
  void everyDayIsReadAsJavaReadsIt() {
    LocalDate end = LocalDate.of(2201, 1, 1);
    LocalDate.of(1900, 1, 1)
        .datesUntil(end)
        .forEach(date -> {
          Instant noon = date.atTime(12, 34, 56).toInstant(ZoneOffset.UTC);
          assertThat(plainNs(noon.toString()))
              .isEqualTo(noon.getEpochSecond() * Timestamps.NANOS_PER_SECOND);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025-01-02",
        "2025-02-29T00:00:00Z",
        "2025-13-01T00:00:00Z",
        "2025-00-01T00:00:00Z",
        "2025-01-00T00:00:00Z",
        "2025-04-31T00:00:00Z",
        "2025-01-01T24:00:00Z",
        "2025-01-01T00:60:00Z",
        "2025-01-01T00:00:60Z",
        "2025-01-01 00:00:00Z",
        "2025-01-01T00:00:00z",
        "2025/01/01T00:00:00Z",
        "2o25-01-01T00:00:00Z",
        "2025-01-01T00:00:-1Z",
        "1900-02-29T00:00:00Z",
        "2025-01-01T0 :00:00Z"
      })
  void whatIsNoInstantIsNotPlain(String text) {
    assertThat(plainNs(text)).isEqualTo(Timestamps.NOT_PLAIN);
  }

  /// Either reading gives the same or the fast one leaves it to the slow one.
  @RepeatedTest(20)
  void aTypingErrorIsNeverReadAsAnotherInstant(RepetitionInfo repetition) {
    SplittableRandom chance = new SplittableRandom(repetition.getCurrentRepetition());
    String alphabet = "0123456789-:TZ .+x";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("2024-02-28T23:59:59Z");
      for (int error = 0; error < 2; error++) {
        text.setCharAt(
            chance.nextInt(text.length()), alphabet.charAt(chance.nextInt(alphabet.length())));
      }
      long plain = plainNs(text.toString());
      if (plain != Timestamps.NOT_PLAIN) {
        assertThat(Instant.parse(text).getEpochSecond() * Timestamps.NANOS_PER_SECOND)
            .isEqualTo(plain);
      }
    }
  }

  private static long plainNs(String text) {
    char[] padded = ("##" + text + "##").toCharArray();
    return Timestamps.plainNs(padded, 2, text.length());
  }
}
