package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.cli.HonestyChecks.Effort;
import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.Given;
import headroom.cli.settings.SettingsLoader;
import headroom.data.synth.SynthSettings;
import headroom.sim.check.Finding;
import headroom.sim.check.Finding.State;
import headroom.sim.check.HonestyCheck;
import headroom.sim.check.Subject;
import headroom.sim.intents.Excursion;
import headroom.sim.run.Watcher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class HonestyChecksTest {
  private static final Market MARKET = Market.synthetic(SynthSettings.defaults(), Dates.ALL);
  private static final Effort LITTLE = new Effort(6, 2, 3);

  private record Runs(int workers) implements HonestyChecks.Runs {
    @Override
    public Watcher watcher() {
      return Watcher.NONE;
    }

    @Override
    public <T> List<T> all(String what, List<Callable<T>> tasks) {
      return new Crew(workers).all(tasks, new AtomicBoolean());
    }
  }

  private static List<Finding> findings(int workers, Given... given) {
    EffectiveSettings settings =
        SettingsLoader.load(null, Map.of(), null, List.of(given), List.of());
    Subject subject =
        new Subject(
            settings.run(),
            MARKET.hours(),
            MARKET.tape(),
            (tape, time) ->
                new Excursion(settings.excursion(), MARKET.hours())
                    .intents(tape.series(), time.fromNs(), time.toNs()),
            MARKET.period(Dates.ALL));
    return new HonestyChecks(settings, subject, LITTLE, new Runs(workers)).findings();
  }

  private static Given set(String key, String value) {
    return new Given(key, value, "test");
  }

  @Test
  void allPassWhereMuchIsStolenAndThreadsChangeNothing() {
    Given small = set("entry-notional", "1000");

    List<Finding> alone = findings(1, small);
    List<Finding> together = findings(3, small);

    assertThat(alone).extracting(Finding::check).containsExactly(HonestyCheck.values());
    assertThat(alone)
        .allSatisfy(
            finding -> assertThat(finding.state()).as("%s", finding).isEqualTo(State.PASSED));
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void whoNeverStealsIsNotChecked() {
    List<Finding> findings = findings(2, set("entry-notional", "1000"), set("policy", "FirstCome"));

    // The null market plays all policies.
    assertThat(findings.getFirst().state()).isEqualTo(State.PASSED);
    assertThat(findings.subList(1, findings.size()))
        .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(State.NOT_CHECKED));
    assertThat(findings.subList(2, findings.size()))
        .allSatisfy(finding ->
            assertThat(finding.lacking()).isIn("saw no steal", "lots made no difference"));
  }
}
