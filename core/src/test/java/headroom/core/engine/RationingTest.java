package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.Cap;
import headroom.core.capacity.Cap.Measure;
import headroom.core.capacity.Cap.Scope;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Capacity divided by caps, tiers and priorities.
final class RationingTest {
  private static Scene capped(Cap... caps) {
    return scene(new Rationing(List.of(caps), List.of(), new TreeMap<>()));
  }

  private static Scene scene(Rationing rationing) {
    Scene scene = new Scene(Scene.settings(StealRules.DEFAULTS).with(rationing));
    scene.cash("10000");
    return scene;
  }

  private static Cap cap(Scope scope, String member, Measure measure, long amount) {
    return new Cap(scope, member, measure, amount);
  }

  /// A buy of ten at 100.
  private static Intent buy(
      String id, String instrument, String owner, @Nullable String forecast, String... tags) {
    return new Intent(
        new IntentId(id),
        owner,
        new InstrumentId(instrument),
        Side.BUY,
        Quantity.of("10"),
        Price.of("100"),
        Long.MAX_VALUE,
        "maxdiff",
        IntentKind.ENTRY,
        false,
        false,
        forecast == null ? null : Money.of(forecast),
        null,
        Scene.PROFIT_AT_110,
        List.of(tags));
  }

  @Test
  void anOwnerHasItsQuota() {
    Scene scene = capped(cap(Scope.OWNER, "bob", Measure.VALUE, 1_500 * Fixed.ONE));
    scene.prices("100.5", "AAA", "BBB", "CCC");
    assertThat(scene.submit(buy("B1", "AAA", "bob", null))).hasSize(1);
    scene.accepted("B1-1");
    assertThat(scene.submit(buy("B2", "BBB", "bob", null))).isEmpty();
    assertThat(scene.submit(buy("A1", "CCC", "ann", null)))
        .containsExactly("place A1-1 10 @ 100 free");
    // Then: only an order of the same owner could make room for the second.
    assertThat(scene.verdict("B2")).isEqualTo("no-capacity.none-further");
  }

  @Test
  void onlyAnOrderUnderTheSameCapIsAVictim() {
    Scene scene = capped(cap(Scope.OWNER, "bob", Measure.VALUE, 1_000 * Fixed.ONE));
    scene.rests(buy("B1", "AAA", "bob", null), "103");
    scene.rests(buy("A1", "CCC", "ann", null), "105");
    scene.price("BBB", "100.2");
    assertThat(scene.submit(buy("B2", "BBB", "bob", null)))
        .containsExactly("cancel B1-1 stolen-by:B2");
  }

  @Test
  void theVictimsOfAStealCoverEveryConstraintThatIsShort() {
    // Given: cash for two, and one of each tag.
    Scene scene = capped(cap(Scope.TAG, "chips", Measure.VALUE, 1_000 * Fixed.ONE));
    scene.cash("2000");
    scene.rests(buy("C", "AAA", "me", null, "chips"), "102");
    scene.rests(buy("O", "BBB", "me", null), "105");
    scene.price("CCC", "100.2");
    // Then: the chip is taken although the other order is further, and alone it suffices.
    assertThat(scene.submit(buy("T", "CCC", "me", null, "chips")))
        .containsExactly("cancel C-1 stolen-by:T");
  }

  @Test
  void aCapOnAnInstrumentCountsPositionsToo() {
    Scene scene = capped(cap(Scope.INSTRUMENT, "AAA", Measure.VALUE, 1_500 * Fixed.ONE));
    scene.price("AAA", "100.5");
    scene.submit(buy("A", "AAA", "me", null));
    scene.accepted("A-1");
    scene.filled("A-1", "10");
    assertThat(scene.submit(buy("B", "AAA", "me", null))).doesNotContain("place B-1 10 @ 100 free");
    assertThat(scene.verdict("B")).isEqualTo("no-capacity.no-candidates");
  }

  @Test
  void ordersAreCounted() {
    Scene scene = capped(cap(Scope.ALL, "", Measure.ORDERS, 1));
    scene.prices("100.5", "AAA", "BBB");
    scene.submit(buy("A", "AAA", "me", null));
    assertThat(scene.submit(buy("B", "BBB", "me", null))).isEmpty();
    scene.accepted("A-1");
    // When: a position is no order.
    assertThat(scene.filled("A-1", "10")).contains("place B-1 10 @ 100 free");
  }

  @Test
  void anIntentCountsOnceWhetherOrderOrPosition() {
    Scene scene = capped(cap(Scope.ALL, "", Measure.POSITIONS, 1));
    scene.prices("100.5", "AAA", "BBB");
    scene.submit(buy("A", "AAA", "me", null));
    scene.accepted("A-1");
    scene.filled("A-1", "4");
    scene.accepted("A-x1");
    assertThat(scene.engine.free("all:positions")).isEqualTo(Money.ZERO);
    // When: what was bought is sold while the rest of the order waits.
    scene.filled("A-x1", "4");
    assertThat(scene.engine.free("all:positions")).isEqualTo(Money.ZERO);
    scene.filled("A-1", "6");
    assertThat(scene.engine.free("all:positions")).isEqualTo(Money.ZERO);
    // Then
    assertThat(scene.submit(buy("B", "BBB", "me", null))).isEmpty();
    scene.accepted("A-x2");
    assertThat(scene.filled("A-x2", "6")).containsExactly("place B-1 10 @ 100 free");
  }

  @Test
  void aShareOfUnknownEquityIsUnknown() {
    Scene scene = capped(cap(Scope.TAG, "chips", Measure.SHARE, 100_000));
    scene.cashAlone("10000");
    scene.price("AAA", "100.5");
    scene.submit(buy("A", "AAA", "me", null, "chips"));
    assertThat(scene.verdict("A")).isEqualTo("no-capacity.capacity-unknown");
    assertThat(scene.cash("10000")).containsExactly("place A-1 10 @ 100 free");
  }

  @Test
  void aTierHasItsOwnTolerances() {
    // Given: the best rests within 1 %, the others only within 0.2 %.
    Tier best = new Tier(1, 10_000, 10_000, true);
    Tier rest = new Tier(Integer.MAX_VALUE, 2_000, 2_000, true);
    Scene scene = scene(new Rationing(List.of(), List.of(best, rest), new TreeMap<>()));
    scene.prices("100.9", "AAA", "BBB");
    // When
    assertThat(scene.submit(buy("A", "AAA", "me", "5"))).hasSize(1);
    assertThat(scene.submit(buy("B", "BBB", "me", "4"))).isEmpty();
    // Then: it moves up as soon as the best is gone.
    assertThat(scene.verdict("B")).isEqualTo("waiting.beyond-entry-tolerance");
    scene.accepted("A-1");
    assertThat(scene.filled("A-1", "10")).contains("place B-1 10 @ 100 free");
  }

  @Test
  void theOverflowMayOnlySteal() {
    Tier best = new Tier(2, 10_000, 10_000, true);
    Tier rest = new Tier(Integer.MAX_VALUE, 5_000, 3_000, false);
    Scene scene = scene(new Rationing(List.of(), List.of(best, rest), new TreeMap<>()));
    scene.rests(buy("A", "AAA", "me", "5"), "105");
    scene.price("BBB", "100.4");
    // Given: there is room, and it is not for one without a forecast.
    assertThat(scene.submit(buy("B", "BBB", "me", null))).isEmpty();
    assertThat(scene.verdict("B")).isEqualTo("no-capacity.beyond-steal-tolerance");
    // When
    assertThat(scene.price("BBB", "100.3")).containsExactly("cancel A-1 stolen-by:B");
    assertThat(scene.canceled("A-1", "0")).containsExactly("place B-1 10 @ 100 steal");
  }

  @Test
  void theGreaterPriorityComesFirstAndIsNeverTakenFrom() {
    Scene scene = scene(new Rationing(List.of(), List.of(), new TreeMap<>(Map.of("ann", 1))));
    scene.cash("1000");
    scene.rests(buy("B", "AAA", "bob", null), "100.4");
    scene.price("BBB", "100.5");
    // When: hers is further, and still takes.
    assertThat(scene.submit(buy("A", "BBB", "ann", null)))
        .containsExactly("cancel B-1 stolen-by:A");
    scene.canceled("B-1", "0");
    scene.accepted("A-1");
    scene.price("BBB", "106");
    scene.price("CCC", "100.2");
    // Then
    assertThat(scene.submit(buy("C", "CCC", "bob", null))).isEmpty();
    assertThat(scene.verdict("C")).isEqualTo("no-capacity.none-further");
  }

  @Test
  void problemsAreNamed() {
    Cap cap = cap(Scope.OWNER, "bob", Measure.VALUE, 1);
    Tier one = new Tier(3, 10_000, 10_000, true);
    Rationing bad = new Rationing(List.of(cap, cap), List.of(one, one), new TreeMap<>());
    assertThat(Scene.settings(StealRules.DEFAULTS).with(bad).problems())
        .extracting(Problem::text)
        .containsExactly(
            "caps must name each once, was owner:bob",
            "tiers must have rising ranks, was 3 after 3",
            "the last tier must hold all other ranks, was up to 3");
  }

  @Test
  void anIntentCountsOnceThoughAnEarlierOrderOfItTradesAfterItsEnd() {
    // Given: V-1 was said to be refused, and V-2 followed it.
    Scene scene = capped(cap(Scope.ALL, "", Measure.POSITIONS, 2));
    scene.rests(buy("V", "AAA", "ann", null), "100.5");
    scene.rejected("V-1", RejectKind.HALTED);
    scene.price("AAA", "100.4");
    assertThat(scene.afterSeconds(20)).containsExactly("place V-2 10 @ 100 free");
    scene.accepted("V-2");
    // When: V-1 traded all the same.
    assertThat(scene.filled("V-1", "4"))
        .containsExactly("cancel V-2 withdrawn", "place V-x1 4 @ 110 exit-take-profit");
    // Then: there is room for one more.
    scene.price("BBB", "100.5");
    assertThat(scene.submit(buy("W", "BBB", "ann", null)))
        .containsExactly("place W-1 10 @ 100 free");
  }
}
