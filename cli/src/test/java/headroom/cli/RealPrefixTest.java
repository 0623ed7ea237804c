package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Bars;
import headroom.core.steal.StealPolicy;
import headroom.sim.path.PathModel;
import headroom.sim.path.Tape;
import headroom.sim.report.Csv;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Watcher;
import headroom.sim.venue.FillRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On real bars, what is decided up to a time does not change when what comes after it is taken
/// away or is another market; the intents are made of the same bars, so they are part of it.
///
/// `-Dprefix.cuts=50` cuts at that many times instead of a few, with all symbols.
class RealPrefixTest {
  private static final long DAY_NS = 86_400_000_000_000L;
  private static final int DAYS = 10;
  private static final int CUTS = Integer.getInteger("prefix.cuts", 2);
  private static final List<String> FEW =
      List.of("BTC/USD", "ETH/USD", "SOL/USD", "AAPL", "META", "SPY");

  private long compared;
  private long others;

  @Test
  @Tag("sweep")
  void anotherFutureOrNoneLeavesThePastAsItIs() {
    Market market = RealMarket.load(CUTS > 2 ? List.of() : FEW);
    SplittableRandom random = new SplittableRandom(50);
    for (int cut = 0; cut < CUTS; cut++) {
      Period all = market.period(Dates.ALL);
      long firstNs = all.fromNs() + 40 * DAY_NS;
      long cutNs = random.nextLong(firstNs, all.toNs() - DAY_NS);
      Tape scrambled = Tape.of(scrambled(market.tape().series(), cutNs, random), market.hours());
      Tape truncated = Tape.of(truncated(market.tape().series(), cutNs), market.hours());
      for (StealPolicy policy : RealMarket.policies()) {
        compare(market, scrambled, truncated, cutNs, all, policy);
      }
    }
    System.out.printf(
        "prefix, real: %s cuts, %s series, %s commands compared, %s futures with other commands%n",
        CUTS, market.tape().series().size(), compared, others);
    assertThat(compared).isGreaterThan(20L * CUTS);
    assertThat(others).isPositive();
  }

  private void compare(
      Market market, Tape scrambled, Tape truncated, long cutNs, Period all, StealPolicy policy) {
    RunSettings settings = RealMarket.settings(policy, FillRule.THROUGH, PathModel.ADAPTIVE);
    long fromNs = cutNs - DAYS * DAY_NS;
    Period beyond = new Period(fromNs, cutNs + DAY_NS, all.dayEndsNs());
    Period until = new Period(fromNs, cutNs + 1, all.dayEndsNs());
    List<String> full = run(market, market.tape(), settings, beyond).commands();
    List<String> other = run(market, scrambled, settings, beyond).commands();
    List<String> none = run(market, truncated, settings, until).commands();
    String what = "%s cut at %s".formatted(policy.name(), Csv.time(cutNs));
    assertThat(before(cutNs, other)).as(what).isEqualTo(before(cutNs, full));
    assertThat(before(cutNs, none)).as(what).isEqualTo(before(cutNs, full));
    compared += before(cutNs, full).size();
    others += other.equals(full) ? 0 : 1;
  }

  private static Outcome run(Market market, Tape tape, RunSettings settings, Period period) {
    return RealMarket.simulation(market, tape, settings, period).run(Watcher.NONE);
  }

  private static List<String> before(long cutNs, List<String> commands) {
    String cut = Csv.time(cutNs);
    return commands.stream().filter(line -> line.compareTo(cut) < 0).toList();
  }

  private static List<Bars> truncated(List<Bars> series, long cutNs) {
    return series.stream().map(bars -> bars.between(Long.MIN_VALUE, cutNs)).toList();
  }

  /// From the cut on, the bars of an earlier time of the same series.
  private static List<Bars> scrambled(List<Bars> series, long cutNs, SplittableRandom random) {
    List<Bars> scrambled = new ArrayList<>();
    for (Bars bars : series) {
      int cut = bars.firstFrom(cutNs);
      long[][] columns = new long[6][bars.length()];
      int shift = 1 + random.nextInt(Math.max(1, cut / 2));
      for (int i = 0; i < bars.length(); i++) {
        int from = i < cut ? i : (i + shift) % cut;
        columns[0][i] = bars.startNs(i);
        columns[1][i] = bars.openRaw(from);
        columns[2][i] = bars.highRaw(from);
        columns[3][i] = bars.lowRaw(from);
        columns[4][i] = bars.closeRaw(from);
        columns[5][i] = bars.volumeRaw(from);
      }
      scrambled.add(
          new Bars(
              bars.instrument(),
              bars.stepNs(),
              columns[0],
              columns[1],
              columns[2],
              columns[3],
              columns[4],
              columns[5]));
    }
    return scrambled;
  }
}
