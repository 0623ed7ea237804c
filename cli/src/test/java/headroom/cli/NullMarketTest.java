package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.cli.settings.SettingsLoader;
import headroom.core.steal.StealPolicies;
import headroom.sim.check.Finding;
import headroom.sim.check.Finding.State;
import headroom.sim.check.Sample;
import headroom.sim.run.Watcher;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On prices that are martingales nobody can earn or lose on average before costs, and everybody
/// loses after them.
final class NullMarketTest {
  private static final int SEEDS = 200;

  private static List<NullMarket.Played> played = List.of();

  @BeforeAll
  static void playAllSeeds() {
    NullMarket market =
        new NullMarket(SettingsLoader.load(null, Map.of(), null, List.of(), List.of()));
    played =
        IntStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(seed -> market.play(seed, Watcher.NONE))
            .toList();
  }

  @Test
  void nobodyEarnsBeforeCosts() {
    Finding finding = NullMarket.finding(played);

    assertThat(finding.problems()).isEmpty();
    assertThat(finding.state()).isEqualTo(State.PASSED);
    assertThat(finding.figures()).containsEntry("seeds", SEEDS);
  }

  @Test
  void everybodyLosesAfterCosts() {
    for (String policy : StealPolicies.names()) {
      Sample net = Sample.of(played.stream().map(one -> of(one.net(), policy)).toList());
      assertThat(net.score()).as(policy).isLessThan(-Sample.NOISE);
    }
  }

  @Test
  void oneBarOfLookAheadIsFound() {
    List<NullMarket.Played> cheated =
        played.stream()
            .map(one -> {
              TreeMap<String, Double> gross = new TreeMap<>(one.gross());
              gross.put("FirstCome", one.foresight());
              return new NullMarket.Played(gross, one.net(), one.foresight(), one.evidence());
            })
            .toList();

    Finding finding = NullMarket.finding(cheated);

    assertThat(finding.state()).isEqualTo(State.FAILED);
    assertThat(finding.problems()).hasSize(1).first().asString().startsWith("FirstCome before");
  }

  @Test
  void aCheckThatDoesNotFindItsControlIsNone() {
    List<NullMarket.Played> blind =
        played.stream()
            .map(one -> new NullMarket.Played(one.gross(), one.net(), 0, one.evidence()))
            .toList();

    Finding finding = NullMarket.finding(blind);

    assertThat(finding.state()).isEqualTo(State.NOT_CHECKED);
    assertThat(finding.lacking()).startsWith("did not find one bar of look-ahead");
  }

  @Test
  void theMarketsWereTradedIn() {
    for (String policy : StealPolicies.names()) {
      Sample gross = Sample.of(played.stream().map(one -> of(one.gross(), policy)).toList());
      assertThat(gross.others()).as(policy).isGreaterThan(150);
    }
  }

  private static double of(SequencedMap<String, Double> values, String policy) {
    Double value = values.get(policy);
    assertThat(value).as(policy).isNotNull();
    return value == null ? Double.NaN : value;
  }
}
