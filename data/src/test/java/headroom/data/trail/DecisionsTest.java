package headroom.data.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Observer.Need;
import headroom.core.engine.Observer.Release;
import headroom.core.engine.Observer.Used;
import headroom.core.engine.Refusal;
import headroom.core.engine.Settings;
import headroom.core.engine.Spared;
import headroom.core.engine.TimeInForce;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.data.journal.Samples;
import headroom.data.journal.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DecisionsTest {
  private static final IntentId A = new IntentId("a");
  private static final IntentId ODD = new IntentId("o\"dd-1");

  @TempDir Path folder;

  @Test
  void thereIsASampleOfEveryKindOfDecision() {
    Set<Class<?>> sampled = new HashSet<>();
    decisions().forEach(decision -> sampled.add(decision.getClass()));
    assertThat(sampled).containsExactlyInAnyOrderElementsOf(Wire.records(Decision.class));
  }

  @Test
  void everyDecisionComesBackAndIsToldByItsBytesAlone() throws IOException {
    List<Decision> decisions = decisions();
    List<Entry> entries = new ArrayList<>();
    DecisionsReader.Frame frame = DecisionsReader.read(write(decisions), entries::add);
    assertThat(frame.end().inputs()).isEqualTo(decisions.size());
    assertThat(frame.end().commandHash()).isEqualTo("hash");
    assertThat(frame.header()).isEqualTo(Samples.header(Settings.DEFAULTS).ofDecisions());
    assertThat(entries).hasSameSizeAs(decisions);
    for (int i = 0; i < decisions.size(); i++) {
      Entry packed = entries.get(i);
      Entry known = new KnownEntry(decisions.get(i));
      assertThat(packed.decision()).isEqualTo(decisions.get(i));
      assertThat(packed.kind()).isEqualTo(known.kind());
      assertThat(packed.timeNs()).as(known.kind()).isEqualTo(known.timeNs());
      assertThat(packed.subject()).as(known.kind()).isEqualTo(known.subject());
      for (IntentId id : List.of(A, ODD)) {
        if (known.mayMention(id)) {
          assertThat(packed.mayMention(id)).as("%s of %s", known, id).isTrue();
        }
      }
      assertThat(packed.mayMention(new IntentId("nobody"))).isFalse();
    }
  }

  @Test
  void aLookIsAboutEveryOrderInIt() {
    Decision refused = new Decision.Refused(look(Refusal.ALL_PROTECTED));
    assertThat(Mentions.isAbout(refused, A)).isTrue();
    assertThat(Mentions.isAbout(refused, ODD)).isTrue();
    assertThat(Mentions.isAbout(refused, new IntentId("o\"dd"))).isFalse();
    assertThat(Mentions.intentOf("a-b-12")).isEqualTo("a-b");
    assertThat(Mentions.intentOf("a-b-x1")).isEqualTo("a-b");
    assertThat(Mentions.intentOf("a-b")).isEmpty();
    assertThat(Mentions.intentOf("a-")).isEmpty();
    assertThat(Mentions.intentOf("a-x")).isEmpty();
    assertThat(Mentions.intentOf("-1")).isEmpty();
  }

  @Test
  void aDamagedFileIsNamedByLine() throws IOException {
    Path file = write(decisions());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 20));
    assertThatThrownBy(() -> DecisionsReader.read(file, _ -> {}))
        .hasMessageContaining(file + ":")
        .hasMessageContaining("file must be whole gzip");
  }

  private Path write(List<Decision> decisions) throws IOException {
    try (DecisionsWriter writer = new DecisionsWriter(Samples.header(Settings.DEFAULTS))) {
      decisions.forEach(writer);
      return Files.write(folder.resolve("d.jsonl.gz"), writer.end(9, false, 3, "hash"));
    }
  }

  private static Look look(@Nullable Refusal refusal) {
    return new Look(
        17,
        A,
        -1,
        6_600,
        refusal,
        List.of(
            new Need("margin", 5, null, new Used(null, 1, 2, 3, 4)),
            new Need("settled-cash", 5, -1L, new Used(7L, 1, 2, 3, 4))),
        List.of(
            new Candidate("o\"dd-1-2", 850, Spared.PROTECTED_DISTANCE, List.of()),
            new Candidate("v-1", -1, null, List.of(new Release("margin", 8)))));
  }

  private static List<Decision> decisions() {
    Command.Cancel stolen =
        new Command.Cancel(
            new OrderId("v-1"),
            new IntentId("v"),
            Samples.AAA,
            Side.BUY,
            Quantity.of("1"),
            Price.of("2"),
            new Cause.StolenBy(A, 1, 2));
    List<Decision> decisions = new ArrayList<>();
    decisions.add(new Decision.Appeared(1_700_000_000_000_000_000L, Samples.intent("o\"dd-1")));
    decisions.add(new Decision.Appeared(1, Samples.intent("a")));
    Samples.events().forEach(event -> decisions.add(new Decision.Told(2, event)));
    decisions.add(new Decision.Answered(3, new OrderEvent.Accepted(Samples.ORDER)));
    decisions.add(new Decision.Waits(4, A, Refusal.NO_QUOTE, -1, 6_600));
    decisions.add(new Decision.Refused(look(Refusal.OVER_LIMIT)));
    decisions.add(new Decision.Stole(look(null)));
    decisions.add(new Decision.Sent(6, stolen));
    decisions.add(new Decision.Sent(6, new Command.Ask(Samples.ORDER)));
    decisions.add(
        new Decision.Sent(
            6,
            new Command.Place(
                Samples.ORDER,
                A,
                Samples.AAA,
                Side.SELL,
                Quantity.of("1"),
                null,
                Command.Purpose.EXIT,
                TimeInForce.DAY,
                new Cause.Exit(Cause.ExitReason.STOP))));
    for (Cause cause : List.of(new Cause.Expired(), new Cause.Withdrawn(), new Cause.Steal(3))) {
      decisions.add(
          new Decision.Sent(
              7,
              new Command.Replace(
                  Samples.ORDER,
                  A,
                  Samples.AAA,
                  Side.BUY,
                  Quantity.of("2"),
                  Price.of("3"),
                  cause)));
    }
    decisions.add(new Decision.Aborted(8, A, "closed.expired"));
    decisions.add(new Decision.Nearest(9, A, 9_120, 6_600, 8));
    decisions.add(new Decision.Ended(10, A, IntentState.DONE, null));
    decisions.add(new Decision.Ended(10, ODD, IntentState.DONE, "expired"));
    return decisions;
  }
}
