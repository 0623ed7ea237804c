package headroom.sim.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.TimeInForce;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.chance.Draw;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final long MS = 1_000_000;
  private static final int MANY = 20_000;

  private static List<Long> drawn(Latency latency) {
    List<Long> drawn = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      drawn.add(latency.ns(Draw.share(1, "latency", "A-1", i)));
    }
    return drawn;
  }

  private static double mean(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).average().orElseThrow() / MS;
  }

  @Test
  void isSpreadAsItSays() {
    List<Long> between = drawn(new Latency.Between(100 * MS, 400 * MS));
    assertThat(between).allMatch(ns -> ns >= 100 * MS && ns < 400 * MS);
    assertThat(mean(between)).isCloseTo(250, within(3.0));

    List<Long> tail = drawn(new Latency.Tail(200 * MS, 100 * MS));
    assertThat(tail).allMatch(ns -> ns >= 200 * MS);
    assertThat(mean(tail)).isCloseTo(300, within(3.0));
    // Beyond k means an exponential has exp(−k) of it.
    assertThat(tail.stream().filter(ns -> ns > 500 * MS).count() / (double) MANY)
        .isCloseTo(Math.exp(-3), within(0.005));

    assertThat(new Latency.Tail(0, 60_000 * MS).ns(1 - 1e-9)).isEqualTo(Latency.MOST_NS);
  }

  @Test
  void refusesWhatIsNoLatency() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Latency.Constant(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.Between(2, 1))
        .withMessage("latency must not end below 2 ns, was 1 ns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency.Tail(0, Latency.MOST_NS + 1))
        .withMessageContaining("from 0 to 60 s, was 60000000001 ns");
  }

  private static Command place(String order) {
    return new Command.Place(
        new OrderId(order),
        new IntentId("A"),
        new InstrumentId("X/USD"),
        Side.BUY,
        new Quantity(1),
        new Price(1),
        Command.Purpose.ENTRY,
        TimeInForce.GTC,
        new Cause.Free(0));
  }

  @Test
  void aDrawIsOfItsOrderWhateverOthersDo() {
    Latency between = new Latency.Between(0, 1_000 * MS);
    Messages alone = new Messages(between, between, 1);
    Messages crowded = new Messages(between, between, 1);
    Messages otherSeed = new Messages(between, between, 2);
    List<Long> expected = new ArrayList<>();
    List<Long> found = new ArrayList<>();
    List<Long> other = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      expected.add(alone.ofNs(place("A-1")));
      crowded.ofNs(place("B-" + i));
      found.add(crowded.ofNs(place("A-1")));
      other.add(otherSeed.ofNs(place("A-1")));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(expected).doesNotHaveDuplicates();
    assertThat(other).doesNotContainAnyElementsOf(expected);
  }

  @Test
  void messagesAboutAnOrderKeepTheirOrderOnlyWhereTheyAreDrawn() {
    OrderId a = new OrderId("A-1");
    OrderId b = new OrderId("B-1");
    Messages drawn = new Messages(new Latency.Between(0, MS), new Latency.Constant(0), 1);
    assertThat(drawn.backNs(a, 700)).isEqualTo(700);
    assertThat(drawn.backNs(a, 500)).isEqualTo(700);
    assertThat(drawn.backNs(b, 500)).isEqualTo(500);
    assertThat(drawn.thereNs(a, 600)).isEqualTo(600);
    assertThat(drawn.thereNs(a, 500)).isEqualTo(600);

    Messages constant = new Messages(new Latency.Constant(3), new Latency.Constant(0), 1);
    assertThat(constant.backNs(a, 700)).isEqualTo(700);
    assertThat(constant.backNs(a, 500)).isEqualTo(500);
  }
}
