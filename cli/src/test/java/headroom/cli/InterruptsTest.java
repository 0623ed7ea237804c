package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptsTest {

  private final StringWriter err = new StringWriter();

  @Test
  void withNothingToKeepTheProcessEndsAtOnceAndSaysSo() {
    try (Interrupts interrupts = new Interrupts("loading", new PrintWriter(err))) {
      interrupts.interrupt();
      assertThatThrownBy(interrupts::follow).isInstanceOf(InterruptedRun.class);
    }
    assertThat(err).hasToString("headroom: interrupted while loading; nothing was written\n");
  }

  @Test
  void aCommandThatIsFollowedIsWaitedFor() throws InterruptedException {
    Thread ending;
    try (Interrupts interrupts = new Interrupts("loading", new PrintWriter(err))) {
      interrupts.follow();
      ending = interruptedIn(interrupts);
      assertThat(ending.isAlive()).isTrue();
    }
    ending.join();
    assertThat(err).hasToString("");
  }

  @Test
  void aCommandThatKeepsNothingSaysSoWhenItIsTrue() throws InterruptedException {
    Thread ending;
    try (Interrupts interrupts = new Interrupts("making up the market", new PrintWriter(err))) {
      interrupts.follow();
      interrupts.requireNone();
      ending = interruptedIn(interrupts);
      assertThatThrownBy(interrupts::requireNone).isInstanceOf(InterruptedRun.class);
      assertThat(err).hasToString("");
    }
    ending.join();
    assertThat(err)
        .hasToString("headroom: interrupted while making up the market; nothing was written\n");
  }

  /// The process as it is told to end, waiting.
  private static Thread interruptedIn(Interrupts interrupts) {
    Thread ending = Thread.startVirtualThread(interrupts::interrupt);
    while (!interrupts.isInterrupted()) {
      Thread.onSpinWait();
    }
    return ending;
  }
}
