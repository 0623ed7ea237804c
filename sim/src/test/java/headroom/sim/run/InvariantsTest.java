package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Counter;
import headroom.core.num.Money;
import headroom.sim.RandomMarket;
import headroom.sim.Week;
import headroom.sim.account.Fill;
import headroom.sim.account.LedgerLine;
import headroom.sim.account.Trade;
import headroom.sim.check.Books;
import headroom.sim.check.Inspection;
import headroom.sim.check.Inspection.Seen;
import headroom.sim.check.Subject;
import headroom.sim.path.Tape;
import org.junit.jupiter.api.Test;

/// What must hold after every input, whatever the market and the settings (R35, R72, R81).
class InvariantsTest {
  private static final int MARKETS = 240;

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
      Subject subject = Variant.subject(settings, RandomMarket.of(number));

      Seen seen = Inspection.of(subject, Watcher.NONE);

      Outcome outcome = seen.outcome();
      assertThat(seen.problems()).as("market %s", number).isEmpty();
      assertThat(Books.problems(outcome.account(), subject.tape()))
          .as("market %s", number)
          .isEmpty();
      looks += seen.looks();
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
  void holdBeforeAndAfterTheCoreSessionToo() {
    long looks = 0;
    long outside = 0;
    for (int number = 0; number < MARKETS / 2; number++) {
      RandomMarket market = RandomMarket.extended(number);
      TradingHours hours = Week.extendedHours();
      Subject subject =
          new Subject(
              Variant.of(number),
              hours,
              Tape.of(market.series(), hours),
              (_, _) -> market.intents(),
              market.period());

      Seen seen = Inspection.of(subject, Watcher.NONE);

      Outcome outcome = seen.outcome();
      assertThat(seen.problems()).as("market %s", number).isEmpty();
      assertThat(Books.problems(outcome.account(), subject.tape()))
          .as("market %s", number)
          .isEmpty();
      looks += seen.looks();
      for (Fill fill : outcome.account().fills()) {
        boolean inside = fill.instrument().value().contains("/") || hours.isOpen(fill.timeNs());
        outside += inside ? 0 : 1;
        assertThat(inside || mayTradeOutside(market, fill))
            .as("market %s %s", number, fill)
            .isTrue();
      }
    }
    assertThat(looks).isGreaterThan(50_000);
    assertThat(outside).isGreaterThan(100);
  }

  private static boolean mayTradeOutside(RandomMarket market, Fill fill) {
    return market.intents().stream()
        .anyMatch(one -> one.intent().id().equals(fill.intent()) && one.intent().extendedHours());
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
