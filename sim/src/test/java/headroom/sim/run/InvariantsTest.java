package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.Constraint;
import headroom.core.capacity.Holder;
import headroom.core.engine.Cause;
import headroom.core.engine.Counter;
import headroom.core.engine.Engine;
import headroom.core.engine.Input;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.sim.RandomMarket;
import headroom.sim.account.LedgerLine;
import headroom.sim.account.Trade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What must hold after every input, whatever the market and the settings (R35, R72, R81).
class InvariantsTest {
  private static final int MARKETS = 240;

  /// Looks at the engine before each input, that is after the one before.
  private static final class Inspector implements Observer, Recorder {
    private final RunSettings settings;
    private final List<Holder> placed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Engine engine;
    private long looks;

    Inspector(RunSettings settings) {
      this.settings = settings;
    }

    @Override
    public void placed(long timeNs, IntentId intent, OrderId order, Cause cause) {
      boolean crypto = intent.value().contains("/");
      AssetClass assetClass = crypto ? AssetClass.CRYPTO : AssetClass.STOCK;
      placed.add(new Holder(new InstrumentId("ANY"), assetClass, Side.BUY, "me", List.of()));
    }

    @Override
    public void record(Input input) {
      Engine looked = engine;
      if (looked == null) {
        return;
      }
      looks++;
      problems.addAll(looked.violations());
      for (Constraint constraint : settings.engine().constraints()) {
        Money free = looked.free(constraint.name());
        boolean used = placed.stream().anyMatch(constraint::isUsedBy);
        if (used && (free == null || free.raw() < 0)) {
          problems.add(constraint.name() + " is over its limit by " + free);
        }
      }
      placed.clear();
    }
  }

  @Test
  void holdAfterEveryInputOfAnyMarket() {
    long looks = 0;
    long steals = 0;
    long aborted = 0;
    long beaten = 0;
    long trades = 0;
    long fights = 0;
    for (int number = 0; number < MARKETS; number++) {
      RunSettings settings = Variant.of(number);
      Inspector inspector = new Inspector(settings);
      Simulation simulation =
          Variant.simulation(settings, RandomMarket.of(number), inspector, inspector);
      inspector.engine = simulation.engine();

      Outcome outcome = simulation.run(Watcher.NONE);

      assertThat(inspector.problems).as("market %s", number).isEmpty();
      assertThat(outcome.violations()).as("market %s", number).isEmpty();
      assertThat(outcome.account().isConserved()).as("market %s", number).isTrue();
      looks += inspector.looks;
      steals += outcome.counters().of(Counter.STEALS);
      aborted += outcome.counters().aborts().values().stream().mapToLong(Long::longValue).sum();
      beaten += outcome.counters().of(Counter.FILL_BEAT_CANCEL);
      fights += outcome.counters().of(Counter.FIGHTS);
      trades += outcome.account().trades().size();
    }
    // A sweep in which nothing happens would pass as well.
    assertThat(looks).isGreaterThan(100_000);
    assertThat(steals).isGreaterThan(100);
    assertThat(aborted).isPositive();
    assertThat(beaten).isPositive();
    assertThat(fights).isPositive();
    assertThat(trades).isGreaterThan(1_000);
  }

  @Test
  void everyCentHasALineAndClosedTradesAreTheLedgersSum() {
    for (int number = 0; number < 60; number++) {
      Outcome outcome = Variant.run(Variant.of(number), RandomMarket.of(1_000 + number));

      long cash = 0;
      for (LedgerLine line : outcome.account().ledger()) {
        cash += line.amount().raw();
        assertThat(line.cash().raw()).isEqualTo(cash);
      }
      assertThat(outcome.account().cash().raw()).isEqualTo(cash);
      if (outcome.account().openRaw().isEmpty()) {
        long net =
            outcome.account().trades().stream().map(Trade::netPnl).mapToLong(Money::raw).sum();
        assertThat(outcome.account().equityRaw() - outcome.settings().equity().raw())
            .isEqualTo(net);
      }
    }
  }

  @Test
  void theSameRunTwiceGivesTheSameHash() {
    for (int number = 0; number < 40; number++) {
      Outcome one = Variant.run(Variant.of(number), RandomMarket.of(number));
      Outcome other = Variant.run(Variant.of(number), RandomMarket.of(number));

      assertThat(one.commands()).isNotEmpty();
      assertThat(other.commandHash()).isEqualTo(one.commandHash());
      assertThat(other.account().ledger()).isEqualTo(one.account().ledger());
    }
  }
}
