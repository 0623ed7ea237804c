package headroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import headroom.core.engine.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is timed does what it is said to do.
final class RecordingTest {
  @Test
  void nothingIsDecidedInAQuietMarket() {
    Recording quiet = QuietMarket.of(500, false);

    quiet.agreement();
    assertThat(quiet.timed()).isEqualTo(500);
    assertThat(quiet.play(quiet.warm(quiet.product()))).isZero();
    assertThat(quiet.searched().cardinality()).isZero();
  }

  @Test
  void capacityIsTakenInAContendedMarketAndBothEnginesAgree() {
    Recording contended = ContendedMarket.of(1_000, true);

    contended.agreement();
    List<Command> commands = new ArrayList<>();
    Decider product = contended.product();
    contended.inputs().forEach(input -> commands.addAll(product.on(input)));
    assertThat(commands).filteredOn(Command.Cancel.class::isInstance).hasSizeGreaterThan(50);
    assertThat(commands).filteredOn(Command.Place.class::isInstance).hasSizeGreaterThan(50);
  }

  @Test
  void everyVisitInACrowdedMarketLooksForAnOrder() {
    Recording crowded = CrowdedMarket.of(20);

    assertThat(crowded.searched().cardinality()).isBetween(15, 20);
    assertThat(crowded.play(crowded.warm(crowded.product()))).isGreaterThan(10);
  }

  @Test
  void aDifferentAnswerIsNoticed() {
    Recording contended = ContendedMarket.of(10, true);

    assertThatIllegalStateException()
        .isThrownBy(() -> contended.agreement(contended.product(), _ -> List.of()))
        .withMessageContaining("must answer");
  }
}
