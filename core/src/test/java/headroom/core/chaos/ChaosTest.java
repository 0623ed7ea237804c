package headroom.core.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Command;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.Observer;
import headroom.core.num.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a venue does, the oracle finds nothing wrong, and the same inputs lead to the same
/// commands.
///
/// `-Dchaos.seeds=1-50000` runs these seeds instead of the usual ones, and `-Dchaos.rationed` those
/// of the runs in which capacity is divided, `-Dchaos.extended` those of runs with trading before
/// and after the core session.
final class ChaosTest {
  private static final String USUAL = "1-1400";
  private static final String USUAL_RATIONED = "1-600";
  private static final String USUAL_EXTENDED = "1-400";

  /// In how many runs everything must have happened.
  private static final long ENOUGH = 500;

  private static final int LAST_INPUTS = 12;
  private static final int MOST_FAILURES = 10;

  /// Wants to hear everything and keeps nothing.
  private static final Observer LISTENER =
      new Observer() {
        @Override
        public boolean listens() {
          return true;
        }
      };

  /// Every one of these found a fault once.
  @ParameterizedTest
  @ValueSource(
      longs = {
        6, 28, 33, 73, 74, 92, 108, 448, 518, 1353, 1942, 1970, 15981, 16270, 18014, 28228, 39187,
        45863
      })
  void theOracleFindsNothingWrongAnyMore(long seed) {
    assertThat(play(new ChaosRun(seed))).isEmpty();
  }

  /// Likewise, where capacity is divided.
  @ParameterizedTest
  @ValueSource(longs = {14, 63, 365, 891})
  void theOracleFindsNothingWrongAnyMoreWhereCapacityIsDivided(long seed) {
    assertThat(play(ChaosRun.rationed(seed))).isEmpty();
  }

  @Test
  @Tag("sweep")
  void theOracleFindsNothingWrong() {
    sweep("chaos.seeds", USUAL, ChaosRun::new, false);
  }

  @Test
  @Tag("sweep")
  void theOracleFindsNothingWrongWhereCapacityIsDivided() {
    sweep("chaos.rationed", USUAL_RATIONED, ChaosRun::rationed, true);
  }

  @Test
  @Tag("sweep")
  void theOracleFindsNothingWrongBeforeAndAfterTheSession() {
    sweep("chaos.extended", USUAL_EXTENDED, ChaosRun::extended, false);
  }

  /// @param property names other seeds than the usual ones
  private static void sweep(
      String property, String usual, LongFunction<ChaosRun> start, boolean rationed) {
    String[] range = System.getProperty(property, usual).split("-", 2);
    long first = Long.parseLong(range[0]);
    long last = Long.parseLong(range[range.length - 1]);
    Tally total = new Tally();
    List<String> failures = new ArrayList<>();
    AtomicInteger failed = new AtomicInteger();
    long startNs = System.nanoTime();
    LongStream.rangeClosed(first, last)
        .parallel()
        .forEach(seed -> {
          ChaosRun run = start.apply(seed);
          String failure = play(run);
          synchronized (total) {
            total.add(run.tally);
            if (!failure.isEmpty() && failed.getAndIncrement() < MOST_FAILURES) {
              failures.add(failure);
            }
          }
        });
    double seconds = (System.nanoTime() - startNs) / 1e9;
    System.out.printf(
        "%s: %s runs of %s inputs in %.0f s, %s failed: %s%n",
        property, last - first + 1, ChaosRun.INPUTS, seconds, failed, total);
    failures.sort(null);
    failures.forEach(System.out::println);
    assertThat(failures).isEmpty();
    if (last - first >= ENOUGH) {
      assertThat(total.missing(rationed)).as("what never happened").isEmpty();
    }
  }

  /// Runs, and runs the journal again; says what went wrong, or nothing.
  static String play(ChaosRun run) {
    List<String> wrong;
    try {
      wrong = run.run();
    } catch (RuntimeException e) {
      wrong = List.of(e + " at " + e.getStackTrace()[0] + " " + e.getStackTrace()[1]);
    }
    if (wrong.isEmpty()) {
      wrong = replay(run);
    }
    if (wrong.isEmpty()) {
      return "";
    }
    String kind = kind(run.setup);
    StringBuilder text = new StringBuilder(kind + run.setup.seed() + ": " + wrong);
    int from = Math.max(0, run.journal.size() - LAST_INPUTS);
    for (int i = from; i < run.journal.size(); i++) {
      text.append("\n    ").append(brief(run.journal.get(i)));
      if (i < run.decided.size()) {
        run.decided.get(i).forEach(command -> text.append("\n      ").append(command));
      }
    }
    return text.toString();
  }

  private static String brief(Input input) {
    return input.seq() + " " + input.timeNs() + " " + brief(input.event());
  }

  private static String brief(Event event) {
    return switch (event) {
      case Event.Together together ->
          together.events().stream().map(ChaosTest::brief).collect(Collectors.joining(" + "));
      case Event.Priced priced ->
          priced.quotes().stream()
              .map(quote -> quote.instrument() + " " + Fixed.text(quote.askRaw()))
              .collect(Collectors.joining(", ", "Priced[", "]"));
      case Event.AccountChanged changed ->
          "AccountChanged[equity=%s, settledCash=%s]"
              .formatted(changed.account().equity(), changed.account().settledCash());
      default -> event.toString();
    };
  }

  /// The journal once more into a fresh engine, now and then with somebody listening.
  private static List<String> replay(ChaosRun run) {
    boolean heard = run.setup.seed() % 10 == 0;
    Engine again = run.setup.engine(heard ? LISTENER : Observer.NONE);
    for (int i = 0; i < run.journal.size(); i++) {
      Input input = run.journal.get(i);
      List<Command> commands = again.on(input);
      if (!commands.equals(run.decided.get(i))) {
        return List.of("a replay decides %s at %s".formatted(commands, input.seq()));
      }
    }
    boolean same = again.statuses().equals(run.engine.statuses());
    return same ? List.of() : List.of("a replay ends otherwise");
  }

  private static String kind(Setup setup) {
    return setup.isRationed() ? "rationed seed " : setup.isExtended() ? "extended seed " : "seed ";
  }
}
