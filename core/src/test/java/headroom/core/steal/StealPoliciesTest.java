package headroom.core.steal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What it is worth to each policy that somebody holds capacity, and what settings may say.
final class StealPoliciesTest {
  /// By how much SplitMix64 goes on for each draw.
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private record Somebody(int distancePpm, long forecastRaw, long readySinceNs, long idHash)
      implements Contender {}

  @Test
  void eachPolicyLooksAtOneThing() {
    Somebody near = new Somebody(100, 5, 70, 1);
    assertThat(new FurthestFirst().worth(near)).isEqualTo(-100);
    assertThat(new LowestForecastFirst().worth(near)).isEqualTo(5);
    assertThat(new FirstCome().worth(near)).isEqualTo(-70);
  }

  @Test
  void onlyFirstComeNeverSteals() {
    assertThat(StealPolicies.all(1)).filteredOn(policy -> !policy.steals()).hasSize(1);
    assertThat(new FirstCome().steals()).isFalse();
    assertThat(StealPolicies.names())
        .containsExactly("FirstCome", "FurthestFirst", "LowestForecastFirst", "Random");
    assertThat(StealPolicies.named("Random", 3)).isEqualTo(new RandomWorth(3));
    assertThatThrownBy(() -> StealPolicies.named("Best", 3))
        .hasMessageContaining("FurthestFirst")
        .hasMessageContaining("Best");
  }

  /// A worth that says which prices it rests on may be skipped past while they stay.
  @Test
  void aWorthRestsOnWhatItSays() {
    assertThat(new FurthestFirst().basis()).isEqualTo(StealPolicy.Basis.DISTANCE);
    assertThat(new LowestForecastFirst().basis()).isEqualTo(StealPolicy.Basis.NO_PRICE);
    assertThat(new FirstCome().basis()).isEqualTo(StealPolicy.Basis.NO_PRICE);
    assertThat(new RandomWorth(1).basis()).isEqualTo(StealPolicy.Basis.NO_PRICE);
    StealPolicy unsaid = Contender::idHash;
    assertThat(unsaid.basis()).isEqualTo(StealPolicy.Basis.ANY_PRICE);
  }

  /// The published vectors of FNV-1a with 64 bits.
  @ParameterizedTest
  @CsvSource({"'', cbf29ce484222325", "a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
  void idsAreHashedByFnv1a(String text, String hash) {
    assertThat(Long.toHexString(RandomWorth.fnv1a64(text))).isEqualTo(hash);
  }

  /// The generator of the JDK is the same one.
  @RepeatedTest(20)
  void randomDrawsAsSplitMix64(RepetitionInfo repetition) {
    long seed = (repetition.getCurrentRepetition() - 1) * 1_234_567_891_234_567L;
    long drawn = new RandomWorth(seed).worth(new Somebody(0, 0, 0, GAMMA));
    assertThat(drawn ^ Long.MIN_VALUE).isEqualTo(new SplittableRandom(seed).nextLong());
  }

  @Test
  void theLeastThatRulesAllow() {
    StealRules least = new StealRules(true, 0, 0, 0, 0, 1, 0, 1, 0, false, false);
    assertThat(least.protectFilledPpm()).isZero();
    assertThat(new StealRules(true, 0, 0, 1_000_000, 0, 1, 0, 1, 0, false, false).enabled())
        .isTrue();
    assertThat(new FightRules(FightRules.Mode.REVERSALS, 1, 1, 0, false).threshold()).isOne();
  }

  @Test
  void everyRuleThatCannotBeIsNamedAtOnce() {
    assertThatThrownBy(
            () -> new StealRules(true, -1, -1, 1_000_001, -1, 0, -1, 0, -1, false, false))
        .hasMessage(
            "cooldown must be at least 0, was -1; min-rest must be at least 0, was -1;"
                + " steal-retry must be at least 0, was -1; park must be at least 0, was -1;"
                + " park-after must be at least 1, was 0; cancel-deadline must be at least 1,"
                + " was 0; release-grace must be at least 0, was -1; protect-filled-share must be"
                + " from 0 to 1000000 ppm, was 1000001");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1, 0, 0", "1, 1, -1"})
  void fightsMustBePossible(int threshold, long windowNs, long cooldownNs) {
    assertThatThrownBy(() ->
            new FightRules(FightRules.Mode.ANY_DIRECTION, threshold, windowNs, cooldownNs, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was %s, %s ns and %s ns".formatted(threshold, windowNs, cooldownNs));
  }
}
