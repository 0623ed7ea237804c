package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.steal.StealPolicy;
import headroom.sim.check.Prefix;
import headroom.sim.check.Subject;
import headroom.sim.path.PathModel;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Watcher;
import headroom.sim.venue.FillRule;
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

  @Test
  @Tag("sweep")
  void anotherFutureOrNoneLeavesThePastAsItIs() {
    Market market = RealMarket.load(CUTS > 2 ? List.of() : FEW);
    SplittableRandom random = new SplittableRandom(50);
    Period all = market.period(Dates.ALL);
    long compared = 0;
    long others = 0;
    for (int cut = 0; cut < CUTS; cut++) {
      long firstNs = all.fromNs() + 40 * DAY_NS;
      long cutNs = random.nextLong(firstNs, all.toNs() - DAY_NS);
      Period tenDays = new Period(cutNs - DAYS * DAY_NS, all.toNs(), all.dayEndsNs());
      for (StealPolicy policy : RealMarket.policies()) {
        RunSettings settings = RealMarket.settings(policy, FillRule.THROUGH, PathModel.ADAPTIVE);
        Subject subject = RealMarket.subject(market, settings, tenDays);
        Prefix prefix = Prefix.at(subject, cutNs, random.split(), Watcher.NONE);
        assertThat(prefix.problems()).as(policy.name()).isEmpty();
        compared += prefix.compared();
        others += prefix.otherFuture() ? 1 : 0;
      }
    }
    System.out.printf(
        "prefix, real: %s cuts, %s series, %s commands compared, %s futures with other commands%n",
        CUTS, market.tape().series().size(), compared, others);
    assertThat(compared).isGreaterThan(20L * CUTS);
    assertThat(others).isPositive();
  }
}
