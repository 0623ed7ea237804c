package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.steal.StealPolicy;
import headroom.sim.check.Same;
import headroom.sim.check.Subject;
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

  /// With bars of stocks before and after the core session.
  @Test
  @Tag("sweep")
  void realMarketsWithExtendedHoursComeToTheSame() {
    Market market = RealMarket.load(FEW, true);
    Period period = RealMarket.period(market, "2025-03-01", "2025-04-15");
    long outside = 0;
    for (StealPolicy policy : RealMarket.policies()) {
      RunSettings settings = RealMarket.settings(policy, FillRule.THROUGH, PathModel.ADAPTIVE);
      Subject subject = RealMarket.subject(market, settings, period);
      Outcome quick = subject.run(Watcher.NONE);
      Outcome slow =
          subject.simulation(Observer.NONE, Recorder.NONE).playEveryBar().run(Watcher.NONE);
      assertThat(Same.differences(quick, slow)).as("%s", policy.name()).isEmpty();
      assertThat(slow.violations()).isEmpty();
      assertThat(quick.inputs()).isLessThan(slow.inputs());
      outside += Outside.fills(quick, market);
    }
    assertThat(outside).isPositive();
  }

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
          Subject subject = RealMarket.subject(market, settings, period);
          Outcome quick = subject.run(Watcher.NONE);
          long betweenNs = System.nanoTime();
          Outcome slow =
              subject.simulation(Observer.NONE, Recorder.NONE).playEveryBar().run(Watcher.NONE);
          quickSeconds += (betweenNs - startNs) / 1e9;
          slowSeconds += (System.nanoTime() - betweenNs) / 1e9;
          assertThat(Same.differences(quick, slow))
              .as("%s %s %s", policy.name(), rule, path)
              .isEmpty();
          assertThat(slow.violations()).isEmpty();
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
}
