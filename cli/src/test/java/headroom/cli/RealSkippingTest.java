package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.steal.StealPolicy;
import headroom.sim.path.PathModel;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Watcher;
import headroom.sim.venue.FillRule;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On two months of real bars a run that leaves out what nothing can come of comes to the same as
/// one that plays every bar, under all policies, fill rules and paths.
///
/// `-Dskipping.real=all` takes all symbols instead of a few.
class RealSkippingTest {
  private static final List<String> FEW =
      List.of("BTC/USD", "ETH/USD", "SOL/USD", "AAPL", "META", "SPY");

  @Test
  @Tag("sweep")
  void realMarketsComeToTheSame() {
    boolean all = "all".equals(System.getProperty("skipping.real", "few"));
    Market market = RealMarket.load(all ? List.of() : FEW);
    Period period = RealMarket.period(market, "2025-02-01", "2025-03-31");
    long played = 0;
    long every = 0;
    double quickSeconds = 0;
    double slowSeconds = 0;
    long commands = 0;
    for (StealPolicy policy : RealMarket.policies()) {
      for (FillRule rule : FillRule.values()) {
        for (PathModel path : PathModel.values()) {
          RunSettings settings = RealMarket.settings(policy, rule, path);
          long startNs = System.nanoTime();
          Outcome quick =
              RealMarket.simulation(market, market.tape(), settings, period).run(Watcher.NONE);
          long betweenNs = System.nanoTime();
          Outcome slow =
              RealMarket.simulation(market, market.tape(), settings, period)
                  .playEveryBar()
                  .run(Watcher.NONE);
          quickSeconds += (betweenNs - startNs) / 1e9;
          slowSeconds += (System.nanoTime() - betweenNs) / 1e9;
          same(quick, slow, "%s %s %s".formatted(policy.name(), rule, path));
          played += quick.inputs();
          every += slow.inputs();
          commands += slow.commands().size();
        }
      }
    }
    System.out.printf(
        "skipping, real: %s series, %s commands, %s of %s inputs, %.1f s instead of %.1f s%n",
        market.tape().series().size(), commands, played, every, quickSeconds, slowSeconds);
    assertThat(commands).isGreaterThan(2_000);
    assertThat(played).isLessThan(every);
  }

  private static void same(Outcome quick, Outcome slow, String what) {
    assertThat(quick.commands()).as(what).isEqualTo(slow.commands());
    assertThat(quick.commandHash()).as(what).isEqualTo(slow.commandHash());
    assertThat(quick.counters()).as(what).usingRecursiveComparison().isEqualTo(slow.counters());
    assertThat(quick.intents()).as(what).isEqualTo(slow.intents());
    assertThat(quick.missedTouches()).as(what).isEqualTo(slow.missedTouches());
    assertThat(quick.account().ledger()).as(what).isEqualTo(slow.account().ledger());
    assertThat(quick.account().trades()).as(what).isEqualTo(slow.account().trades());
    assertThat(quick.account().equityRaw()).as(what).isEqualTo(slow.account().equityRaw());
    assertThat(quick.openOrders()).as(what).isEqualTo(slow.openOrders());
    assertThat(quick.days()).as(what).isEqualTo(slow.days());
    assertThat(quick.violations()).as(what).isEqualTo(slow.violations()).isEmpty();
  }
}
