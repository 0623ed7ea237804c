package headroom.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import headroom.sim.venue.Latency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
  private static final long MS = 1_000_000;

  @Test
  void meansWhatItSays() {
    assertThat(Latencies.of("250ms")).isEqualTo(new Latency.Constant(250 * MS));
    assertThat(Latencies.of("100ms..0.4s")).isEqualTo(new Latency.Between(100 * MS, 400 * MS));
    assertThat(Latencies.of("200ms+100ms")).isEqualTo(new Latency.Tail(200 * MS, 100 * MS));
  }

  @ParameterizedTest
  @CsvSource({"0.25s,250ms", "1000ms..2000ms,1s..2s", "PT1S+500ms,1s+500ms", "0s,0s"})
  void hasOneSpelling(String text, String one) {
    assertThat(new Form.Delay().canonical(text)).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"61s", "-1s", "fast", "2s..1s", "1s..", "..1s", "1s..61s", "1s+", "+1s"})
  void refusesWhatIsNone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Form.Delay().canonical(text))
        .withMessageContaining("must be a latency from 0s to 60s (250ms; 100ms..400ms")
        .withMessageEndingWith("was '%s'".formatted(text));
  }

  @Test
  void asksForAUnit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Form.Delay().canonical("250"))
        .withMessageEndingWith("was '250': did you mean 250s?");
  }
}
