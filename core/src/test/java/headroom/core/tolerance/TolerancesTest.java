package headroom.core.tolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.calendar.Regime;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tolerance in force is the first of several that applies (R12, R13, R16).
final class TolerancesTest {
  private static final Instrument AAA = Instrument.stock("AAA");
  private static final Instrument BBB = Instrument.stock("BBB");
  private static final Tier TIER = new Tier(3, 500, 400, true);

  private static Intent intent(@Nullable Integer ownPpm) {
    return new Intent(
        new IntentId("I"),
        "owner",
        AAA.id(),
        Side.BUY,
        Quantity.of("1"),
        Price.of("100"),
        Long.MAX_VALUE,
        "maxdiff",
        IntentKind.ENTRY,
        false,
        false,
        null,
        ownPpm,
        ExitPlan.NONE,
        List.of());
  }

  private static Tolerances tolerances(@Nullable Integer stealPpm) {
    SequencedMap<InstrumentId, Integer> special = new TreeMap<>();
    special.put(AAA.id(), 700);
    return new Tolerances(6_000, 7_000, 20_000, stealPpm, 1_000, special);
  }

  @Test
  void whatIsMoreParticularGoesFirst() {
    Tolerances all = tolerances(null);
    assertThat(all.entryPpm(intent(900), AAA, Regime.REGULAR, TIER)).isEqualTo(900);
    assertThat(all.entryPpm(intent(null), AAA, Regime.REGULAR, TIER)).isEqualTo(700);
    assertThat(all.entryPpm(intent(null), BBB, Regime.REGULAR, TIER)).isEqualTo(500);
    assertThat(all.entryPpm(intent(null), BBB, Regime.REGULAR, null)).isEqualTo(6_000);
  }

  @Test
  void aTiersStealToleranceGoesBeforeTheOneSetAndThatBeforeTheEntryTolerance() {
    assertThat(tolerances(800).stealPpm(intent(900), AAA, Regime.REGULAR, TIER)).isEqualTo(400);
    assertThat(tolerances(800).stealPpm(intent(900), AAA, Regime.REGULAR, null)).isEqualTo(800);
    assertThat(tolerances(null).stealPpm(intent(900), AAA, Regime.REGULAR, null)).isEqualTo(900);
  }

  @Test
  void aTierMayHaveAnyToleranceUpToAll() {
    assertThat(new Tier(1, 1, 1, false).takesFree()).isFalse();
    assertThat(new Tier(1, 1_000_000, 1_000_000, true).stealPpm()).isEqualTo(1_000_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "1, 1000001, 1", "1, 1, 1000001"})
  void aTierWithoutARankOrAToleranceIsNone(int upToRank, int entryPpm, int stealPpm) {
    assertThatThrownBy(() -> new Tier(upToRank, entryPpm, stealPpm, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("was %s, %s and %s".formatted(upToRank, entryPpm, stealPpm));
  }
}
