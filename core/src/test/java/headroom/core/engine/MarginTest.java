package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Requirement;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.FightRules;
import headroom.core.steal.FurthestFirst;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the broker says of margin, and what it keeps in kind.
final class MarginTest {
  private static final Money TEN_THOUSAND = Money.of("10000");

  private static Scene scene(boolean limitedByMorning) {
    return new Scene(
        new Settings(
                new FurthestFirst(),
                Tolerances.DEFAULTS,
                StealRules.DEFAULTS,
                FightRules.DEFAULTS,
                AccountModel.MARGIN,
                AccountModel.DAY_MULTIPLIER,
                Settings.DEFAULT_AT_ONCE_RANKS,
                false,
                false,
                Pauses.DEFAULTS)
            .limitedByMorning(limitedByMorning));
  }

  private static void read(
      Scene scene, int multiplier, @Nullable Money stockPower, Requirement... requirements) {
    scene.on(
        new Event.AccountChanged(
            new AccountRead(
                TEN_THOUSAND,
                TEN_THOUSAND,
                TEN_THOUSAND,
                List.of(),
                List.of(),
                multiplier,
                stockPower,
                List.of(requirements))));
  }

  @Test
  void theBrokersMultiplierHoldsWhereItIsLess() {
    Scene scene = scene(false);
    read(scene, 4, null);
    scene.rests("A", "AAA", "40", "100.2");
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("9000"));
    read(scene, 2, null);
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("8000"));
    read(scene, 1, null);
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("6000"));
    // Without margin an order for stocks is paid for in cash.
    assertThat(scene.engine.free("settled-cash")).isEqualTo(Money.of("6000"));
    read(scene, 0, null);
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("9000"));
  }

  @Test
  void aStockThatNeedsMoreUsesMore() {
    Scene scene = scene(false);
    read(scene, 4, null);
    scene.rests("A", "AAA", "40", "100.2");
    scene.rests("B", "BBB", "40", "100.2");
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("8000"));
    read(scene, 4, null, new Requirement(new InstrumentId("BBB"), Side.BUY, 750_000));
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("6000"));
    scene.filled("B-1", "40");
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("6000"));
    // What is asked of a short position is not asked of a long one.
    read(scene, 4, null, new Requirement(new InstrumentId("BBB"), Side.SELL, 750_000));
    assertThat(scene.engine.free("margin")).isEqualTo(Money.of("8000"));
  }

  @Test
  void theMorningCanLimitStocks() {
    Scene scene = scene(true);
    read(scene, 4, Money.of("5000"));
    scene.rests("A", "AAA", "40", "100.2");
    assertThat(scene.engine.free("day-trading")).isEqualTo(Money.of("1000"));
    scene.price("BBB", "100.2");
    assertThat(scene.buy("B", "BBB", "20")).isEmpty();
    assertThat(scene.verdict("B")).startsWith("no-capacity");
    scene.price("BTC/USD", "100.2");
    assertThat(scene.buy("C", "BTC/USD", "20")).hasSize(1);
    read(scene, 4, null);
    assertThat(scene.state("B")).isEqualTo(IntentState.PLACING);
  }

  @Test
  void whatTheVenueKeepsIsNeverSold() {
    Scene scene = scene(false);
    read(scene, 4, null);
    scene.rests(
        Scene.intent("A", "BTC/USD", "20", new ExitPlan(Price.of("110"), null, -1, false)),
        "100.2");
    assertThat(fill(scene, "t1", "10", Fixed.ONE / 100))
        .containsExactly("place A-x1 9.99 @ 110 exit-take-profit");
    scene.accepted("A-x1");
    assertThat(fill(scene, "t2", "10", Fixed.ONE / 100))
        .containsExactly("replace A-x1 19.98 @ 110");
    // Heard again it says nothing new.
    assertThat(fill(scene, "t2", "10", Fixed.ONE / 100)).isEmpty();
  }

  private static List<String> fill(Scene scene, String id, String quantity, long withheldRaw) {
    return scene.on(
        new OrderEvent.Filled(
            new OrderId("A-1"), id, Price.of("100"), Quantity.of(quantity), withheldRaw));
  }
}
