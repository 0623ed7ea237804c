package headroom.core.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Command;
import headroom.core.engine.Counter;
import headroom.core.engine.Counters;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.IntentState;
import headroom.core.engine.IntentStatus;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// When the engine says that nothing can come of prices within bounds, nothing comes of any, and
/// the last of them alone leaves it as all of them do.
final class QuietTest {
  private static final int RUNS = 40;
  private static final int RATIONED_RUNS = 20;
  private static final int PLACES = 8;
  private static final int PRICES = 6;
  private static final int[] REACHES_PPM = {5, 50, 500, 4_000};

  private static long asked;
  private static long quiet;
  private static long blocked;

  private final SequencedMap<InstrumentId, Long> last = new TreeMap<>();
  private SplittableRandom random = new SplittableRandom();
  private List<Instrument> instruments = List.of();
  private long[] low = {};
  private long[] high = {};

  @RepeatedTest(RUNS)
  void nothingComesOfPricesWithinQuietBounds(RepetitionInfo repetition) {
    nothingComesOfPrices(new ChaosRun(7_000 + repetition.getCurrentRepetition()));
  }

  @RepeatedTest(RATIONED_RUNS)
  void nothingComesOfThemWhereCapacityIsDivided(RepetitionInfo repetition) {
    nothingComesOfPrices(ChaosRun.rationed(7_000 + repetition.getCurrentRepetition()));
  }

  @RepeatedTest(RATIONED_RUNS)
  void norBeforeAndAfterTheSession(RepetitionInfo repetition) {
    nothingComesOfPrices(ChaosRun.extended(9_000 + repetition.getCurrentRepetition()));
  }

  void nothingComesOfPrices(ChaosRun run) {
    random = new SplittableRandom(run.setup.seed());
    assertThat(run.run()).isEmpty();
    instruments = run.setup.instruments();
    for (int place = 0; place < PLACES; place++) {
      look(run, random.nextInt(run.journal().size()));
    }
  }

  /// Finds the first quiet moment from a place on.
  private void look(ChaosRun run, int place) {
    last.clear();
    Engine engine = run.freshEngine();
    List<Input> journal = run.journal();
    for (int i = 0; i < journal.size(); i++) {
      engine.on(journal.get(i));
      remember(journal.get(i).event());
      if (i >= place) {
        drawBounds();
        asked++;
        boolean early = engine.nextTimerNs() <= journal.get(i).timeNs() + PRICES;
        if (!early && engine.isQuietWithin(low, high)) {
          quiet++;
          giveAll(run, engine, i + 1);
          return;
        }
      }
    }
  }

  private void remember(Event event) {
    if (event instanceof Event.Together together) {
      together.events().forEach(this::remember);
    } else if (event instanceof Event.Priced priced) {
      for (Quote quote : priced.quotes()) {
        long raw = quote.referenceRaw(Side.BUY);
        if (raw > 0) {
          last.put(quote.instrument(), raw);
        }
      }
    }
  }

  private void drawBounds() {
    int reachPpm = REACHES_PPM[random.nextInt(REACHES_PPM.length)];
    low = new long[instruments.size()];
    high = new long[instruments.size()];
    for (int i = 0; i < low.length; i++) {
      Long raw = last.get(instruments.get(i).id());
      if (raw != null && random.nextInt(4) > 0) {
        low[i] = raw - raw / 1_000_000 * random.nextInt(reachPpm);
        high[i] = raw + raw / 1_000_000 * random.nextInt(reachPpm);
      }
    }
  }

  private Event.Priced prices(long nowNs, boolean all) {
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < low.length; i++) {
      if (low[i] > 0 && (all || random.nextBoolean())) {
        long raw = random.nextInt(3) == 0 ? low[i] : random.nextLong(low[i], high[i] + 1);
        raw = random.nextInt(3) == 0 ? high[i] : raw;
        quotes.add(Quote.at(instruments.get(i).id(), raw, nowNs));
      }
    }
    return new Event.Priced(quotes);
  }

  private void giveAll(ChaosRun run, Engine engine, int inputs) {
    List<Input> journal = run.journal();
    Engine brief = run.freshEngine();
    journal.subList(0, inputs).forEach(brief::on);
    long nowNs = journal.get(inputs - 1).timeNs();
    List<IntentStatus> before = engine.statuses();
    List<Object> countedBefore = counted(engine.counters());
    blocked += before.stream().filter(one -> one.state() == IntentState.BLOCKED).count();
    for (int n = 1; n <= PRICES; n++) {
      Event.Priced prices = prices(nowNs + n, n == PRICES);
      assertThat(engine.on(new Input(inputs + n, nowNs + n, prices))).as("%s", prices).isEmpty();
      assertThat(engine.statuses()).as("%s", prices).isEqualTo(before);
      assertThat(counted(engine.counters())).as("%s", prices).isEqualTo(countedBefore);
      if (n == PRICES) {
        brief.on(new Input(inputs + 1, nowNs + n, prices));
      }
    }
    for (int i = inputs; i < journal.size(); i++) {
      Input next = journal.get(i);
      long timeNs = Math.max(next.timeNs(), nowNs + PRICES);
      List<Command> commands = engine.on(new Input(i + 1 + PRICES, timeNs, next.event()));
      assertThat(brief.on(new Input(i + 2, timeNs, next.event())))
          .as("%s", next)
          .isEqualTo(commands);
    }
    assertThat(brief.statuses()).isEqualTo(engine.statuses());
    assertThat(counted(brief.counters())).isEqualTo(counted(engine.counters()));
    assertThat(brief.counters().idleNs()).isEqualTo(engine.counters().idleNs());
  }

  /// All but the time that passes with somebody blocked.
  private static List<Object> counted(Counters counters) {
    List<Object> all = new ArrayList<>();
    for (Counter counter : Counter.values()) {
      all.add(counter.word() + " " + counters.of(counter));
    }
    all.add(new TreeMap<>(counters.refusals()));
    all.add(new TreeMap<>(counters.spared()));
    all.add(new TreeMap<>(counters.aborts()));
    all.add(new TreeMap<>(counters.noCandidatesHeldBy()));
    all.add(new TreeMap<>(counters.messages()));
    all.add(counters.blockedNs());
    return all;
  }

  /// An engine that never says yes would have proved nothing.
  @AfterAll
  static void somethingWasQuiet() {
    System.out.printf("quiet: %s of %s, with %s refused intents%n", quiet, asked, blocked);
    assertThat(quiet).isGreaterThan(RUNS);
    assertThat(blocked).isPositive();
  }
}
