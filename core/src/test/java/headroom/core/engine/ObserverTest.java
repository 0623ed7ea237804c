package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.conformance.Exchange;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Observer.Need;
import headroom.core.engine.Observer.Release;
import headroom.core.engine.Observer.Used;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who listens hears enough to say why.
final class ObserverTest {
  private final List<String> heard = new ArrayList<>();
  private final List<Look> looks = new ArrayList<>();
  private final Engine engine =
      new Engine(
          settings(),
          Exchange.HOURS,
          List.of(Instrument.stock("AAA"), Instrument.stock("BBB")),
          new Ear());
  private long seq;
  private long nowNs = Scene.OPENING_NS;

  private final class Ear implements Observer {
    @Override
    public boolean listens() {
      return true;
    }

    @Override
    public void refused(Look look) {
      looks.add(look);
    }

    @Override
    public void waits(long timeNs, IntentId intent, Refusal reason, int distancePpm, int entryPpm) {
      heard.add("%s waits %s %s".formatted(intent, reason.word(), distancePpm));
    }

    @Override
    public void sent(long timeNs, Command command) {
      heard.add(command.word() + " " + command.order());
    }

    @Override
    public void stolen(long timeNs, IntentId thief, IntentId victim, int thiefPpm, int victimPpm) {
      heard.add("%s at %s took from %s at %s".formatted(thief, thiefPpm, victim, victimPpm));
    }

    @Override
    public void succeeded(long timeNs, IntentId thief) {
      heard.add(thief + " succeeded");
    }

    @Override
    public void wasBlocked(long sinceNs, long timeNs, IntentId intent) {
      heard.add("%s was blocked for %s s".formatted(intent, (timeNs - sinceNs) / Fixed.ONE));
    }

    @Override
    public void nearest(
        long timeNs, IntentId intent, int distancePpm, int entryPpm, long nearestNs) {
      heard.add(
          "%s came to %s of %s after %s s"
              .formatted(
                  intent, distancePpm, entryPpm, (nearestNs - Scene.OPENING_NS) / Fixed.ONE));
    }
  }

  @Test
  void waitingIsSaidWhenItsReasonChangesAndTheNearestPriceAtTheEnd() {
    on(new Event.AccountChanged(account("1000")));
    on(new Event.IntentSubmitted(intent("f", "AAA", 5, "100")));
    price("AAA", "102");
    price("AAA", "101");
    price("AAA", "103");
    on(new Event.IntentWithdrawn(new IntentId("f")));
    assertThat(heard)
        .containsExactly(
            "f waits waiting.no-quote -1",
            "f waits waiting.beyond-entry-tolerance 20000",
            "f came to 10000 of 6600 after 3 s");
  }

  @Test
  void aRunThatEndsSaysTheNearestPriceOfWhatIsStillWanted() {
    on(new Event.AccountChanged(account("1000")));
    on(new Event.IntentSubmitted(intent("f", "AAA", 5, "100")));
    price("AAA", "101");
    heard.clear();
    engine.finish(nowNs + 1);
    assertThat(heard).containsExactly("f came to 10000 of 6600 after 2 s");
  }

  @Test
  void aRefusalSaysWhoHoldsTheCapacityAndWhatEachOrderWouldRelease() {
    on(new Event.AccountChanged(account("1000")));
    on(new Event.IntentSubmitted(intent("a", "AAA", 8, "100")));
    price("AAA", "100.05");
    on(new OrderEvent.Accepted(new OrderId("a-1")));
    on(new Event.IntentSubmitted(intent("b", "BBB", 5, "100")));
    price("BBB", "100");
    assertThat(heard).contains("place a-1");
    assertThat(looks).hasSize(1);
    Look look = looks.getFirst();
    assertThat(look.refusal()).isEqualTo(Refusal.ALL_PROTECTED);
    assertThat(look.needs())
        .containsExactly(
            new Need(
                "settled-cash",
                500 * Fixed.ONE,
                200 * Fixed.ONE,
                new Used(1_000 * Fixed.ONE, 0, 800 * Fixed.ONE, 0, 0)));
    assertThat(look.orders())
        .containsExactly(
            new Candidate(
                "a-1",
                500,
                Spared.PROTECTED_DISTANCE,
                List.of(new Release("settled-cash", 800 * Fixed.ONE))));
  }

  @Test
  void aStealIsSaidWhenItsVictimIsOverAndWhenItsThiefIsAccepted() {
    on(new Event.AccountChanged(account("1000")));
    on(new Event.IntentSubmitted(intent("a", "AAA", 8, "100")));
    price("AAA", "100.05");
    on(new OrderEvent.Accepted(new OrderId("a-1")));
    on(new Event.IntentSubmitted(intent("b", "BBB", 5, "100")));
    price("BBB", "100.01");
    price("AAA", "100.50");
    heard.clear();
    on(new OrderEvent.Canceled(new OrderId("a-1"), 0));
    on(new OrderEvent.Accepted(new OrderId("b-1")));
    // The stolen one wants its capital back, and is blocked until the end.
    engine.finish(nowNs);
    assertThat(heard)
        .containsSubsequence(
            "b at 100 took from a at 5000",
            "b was blocked for 2 s",
            "place b-1",
            "b succeeded",
            "a was blocked for 2 s");
  }

  private static Settings settings() {
    Settings defaults = Settings.DEFAULTS;
    return new Settings(
        defaults.policy(),
        defaults.tolerances(),
        defaults.steals(),
        defaults.fights(),
        AccountModel.CASH,
        defaults.multiplier(),
        defaults.atOnceRanks(),
        false,
        false,
        defaults.pauses());
  }

  private static AccountRead account(String cash) {
    Money money = Money.of(cash);
    return new AccountRead(money, money, money, List.of(), List.of());
  }

  private static Intent intent(String id, String instrument, int quantity, String limit) {
    return new Intent(
        new IntentId(id),
        "me",
        new InstrumentId(instrument),
        Side.BUY,
        Quantity.of(Integer.toString(quantity)),
        Price.of(limit),
        Long.MAX_VALUE,
        "test",
        IntentKind.ENTRY,
        false,
        false,
        null,
        null,
        ExitPlan.NONE,
        List.of());
  }

  private void price(String instrument, String price) {
    on(new Event.Priced(List.of(Quote.at(new InstrumentId(instrument), Price.of(price), nowNs))));
  }

  private void on(Event event) {
    seq++;
    engine.on(new Input(seq, nowNs, event));
    nowNs += Fixed.ONE;
  }
}
