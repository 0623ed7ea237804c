package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Event;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.market.Bars;
import headroom.core.market.InstrumentId;
import headroom.sim.RandomMarket;
import headroom.sim.Week;
import headroom.sim.account.LedgerLine;
import headroom.sim.account.Split;
import headroom.sim.check.Same;
import headroom.sim.path.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Leaving out bars changes nothing where shares are split, overnight and while orders are under
/// way, whatever the settings; and all sums stay right.
final class SplitSkippingTest {
  private static final int MARKETS = Integer.getInteger("skipping.splits", 150);

  private static final List<Split> SPLITS =
      List.of(
          split("AAA", "07-03 08:00", 4, 1),
          split("BBB", "07-07 08:00", 1, 3),
          // Within a session, at a time without anything else.
          split("CCC", "07-02 18:47:11.5", 3, 2));

  private static Split split(String id, String time, long newShares, long oldShares) {
    return new Split(Week.ns(time), new Event.Split(new InstrumentId(id), newShares, oldShares));
  }

  /// The series as it would trade; of a bar that is under way at a split nothing changes.
  private static Bars traded(Bars bars) {
    Bars traded = bars;
    for (Split split : SPLITS) {
      if (split.instrument().equals(bars.id())) {
        traded = traded(traded, split);
      }
    }
    return traded;
  }

  private static Bars traded(Bars bars, Split split) {
    long[][] columns = new long[6][bars.length()];
    for (int i = 0; i < bars.length(); i++) {
      boolean after = bars.startNs(i) >= split.timeNs();
      long times = after ? split.fact().oldShares() : 1;
      long parts = after ? split.fact().newShares() : 1;
      columns[0][i] = bars.startNs(i);
      columns[1][i] = bars.openRaw(i) * times / parts;
      columns[2][i] = bars.highRaw(i) * times / parts;
      columns[3][i] = bars.lowRaw(i) * times / parts;
      columns[4][i] = bars.closeRaw(i) * times / parts;
      columns[5][i] = bars.volumeRaw(i) / times * parts;
    }
    return new Bars(
        bars.instrument(),
        bars.stepNs(),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  @Test
  void comesToTheSame() {
    Map<String, Integer> seen = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    for (int number = 0; number < MARKETS; number++) {
      RandomMarket market = number % 2 == 0 ? RandomMarket.of(number) : RandomMarket.calm(number);
      Tape tape =
          Tape.of(market.series().stream().map(SplitSkippingTest::traded).toList(), Week.hours());
      RunSettings settings = Anything.of(number).withActions(List.of(), SPLITS);
      Outcome quick = simulation(settings, market, tape).run(Watcher.NONE);
      Outcome slow = simulation(settings, market, tape).playEveryBar().run(Watcher.NONE);
      List<String> differences = Same.differences(quick, slow);
      differences.addAll(quick.violations());
      if (!quick.account().isConserved()) {
        differences.add("account must be conserved, was not");
      }
      if (!differences.isEmpty()) {
        failures.add("%s: %s".formatted(number, differences));
      }
      count(quick, seen);
    }
    assertThat(failures).isEmpty();
    // Runs in which these never occur would prove too little.
    assertThat(seen).containsKeys("split", "paid in cash", "held.corporate-action", "placed again");
  }

  private static Simulation simulation(RunSettings settings, RandomMarket market, Tape tape) {
    return new Simulation(
        settings,
        Week.hours(),
        tape,
        market.intents(),
        market.period(),
        Observer.NONE,
        Recorder.NONE);
  }

  private static void count(Outcome outcome, Map<String, Integer> seen) {
    for (LedgerLine line : outcome.account().ledger()) {
      if (line.kind().equals("split")) {
        seen.merge(line.amount().raw() == 0 ? "split" : "paid in cash", 1, Integer::sum);
      }
    }
    outcome.counters().aborts().keySet().forEach(word -> seen.merge(word, 1, Integer::sum));
    outcome
        .intents()
        .forEach(status -> {
          if (status.verdict() != null) {
            seen.merge(status.verdict().word(), 1, Integer::sum);
          }
        });
    for (String line : outcome.commands()) {
      if (line.contains("-x2,") && line.endsWith(",exit-take-profit")) {
        seen.merge("placed again", 1, Integer::sum);
      }
    }
  }
}
