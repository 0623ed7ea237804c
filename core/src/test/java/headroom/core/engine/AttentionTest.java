package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountRead;
import headroom.core.conformance.Exchange;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Instrument;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.StealRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Between the levels that the engine announces, a price leads to no command.
///
/// Stealing is off: how orders compare by distance has no levels.
final class AttentionTest {
  private static final List<Instrument> INSTRUMENTS =
      List.of(
          Instrument.stock("AAA"),
          Instrument.stock("BBB"),
          Instrument.crypto("BTC/USD", Fixed.ONE / 100));

  private static long quiet;
  private static long loud;

  private final Deque<Event> answers = new ArrayDeque<>();
  private long seq;
  private long nowNs = Scene.OPENING_NS;
  private long trades;

  @RepeatedTest(30)
  void aPriceWithinTheAnnouncedRangeLeadsToNoCommand(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Engine engine = new Engine(settings(), Exchange.HOURS, INSTRUMENTS);
    Money money = Money.of("3000");
    offer(
        engine,
        new Event.AccountChanged(new AccountRead(money, money, money, List.of(), List.of())));
    for (Instrument instrument : INSTRUMENTS) {
      price(engine, instrument, 100 * Fixed.ONE);
    }
    long[] prices = {100 * Fixed.ONE, 100 * Fixed.ONE, 100 * Fixed.ONE};
    for (int step = 0; step < 1_200; step++) {
      nowNs += Scene.SECOND_NS;
      if (step % 12 == 0) {
        submit(engine, random, step, prices);
      }
      int which = random.nextInt(INSTRUMENTS.size());
      Instrument instrument = INSTRUMENTS.get(which);
      Attention attention = engine.attention(instrument.id());
      long before = prices[which];
      long after = before + random.nextLong(-400, 401) * Fixed.ONE / 1_000;
      prices[which] = after;
      boolean inside =
          after > attention.nextFallingRaw(before) && after < attention.nextRisingRaw(before);
      List<Command> commands = price(engine, instrument, after);
      if (inside) {
        assertThat(commands).isEmpty();
        quiet++;
      } else {
        loud += commands.size();
      }
      commands.forEach(command -> answer(command, random, after));
      while (!answers.isEmpty()) {
        offer(engine, answers.remove()).forEach(c -> answer(c, random, after));
      }
    }
  }

  /// Ranges that are never quiet, or levels at which nothing ever happens, would prove nothing.
  @AfterAll
  static void bothDidHappen() {
    assertThat(quiet).isGreaterThan(1_000);
    assertThat(loud).isGreaterThan(50);
  }

  private static Settings settings() {
    StealRules usual = StealRules.DEFAULTS;
    return Scene.settings(
        new StealRules(
            false,
            usual.cooldownNs(),
            0,
            0,
            usual.stealRetryNs(),
            usual.parkAfter(),
            usual.parkNs(),
            usual.cancelDeadlineNs(),
            usual.releaseGraceNs(),
            false,
            false));
  }

  private void submit(Engine engine, SplittableRandom random, int step, long[] prices) {
    int which = random.nextInt(INSTRUMENTS.size());
    Instrument instrument = INSTRUMENTS.get(which);
    Side side = random.nextInt(3) == 0 ? Side.SELL : Side.BUY;
    long limitRaw = (9_800 + random.nextInt(400)) * (Fixed.ONE / 100);
    long stopRaw = side == Side.BUY ? limitRaw - 2 * Fixed.ONE : limitRaw + 2 * Fixed.ONE;
    Intent intent =
        new Intent(
            new IntentId("I" + step),
            "owner",
            instrument.id(),
            side,
            Quantity.of("5"),
            new Price(limitRaw),
            Long.MAX_VALUE,
            "maxdiff",
            IntentKind.ENTRY,
            random.nextInt(10) == 0,
            false,
            null,
            null,
            new ExitPlan(null, new Price(stopRaw), -1, false),
            List.of());
    offer(engine, new Event.IntentSubmitted(intent)).forEach(c -> answer(c, random, prices[which]));
    while (!answers.isEmpty()) {
      offer(engine, answers.remove()).forEach(c -> answer(c, random, prices[which]));
    }
  }

  /// A venue that takes everything, and fills half of what is near at once: a position whose stop
  /// was passed before it began is closed at its first price, whatever that is.
  private void answer(Command command, SplittableRandom random, long priceRaw) {
    if (command instanceof Command.Place place) {
      answers.add(new OrderEvent.Accepted(place.order()));
      boolean near = place.limit() == null || Math.abs(place.limit().raw() - priceRaw) < Fixed.ONE;
      if (near && (place.limit() == null || random.nextBoolean())) {
        trades++;
        Price price = place.limit() == null ? Price.of("100") : place.limit();
        answers.add(new OrderEvent.Filled(place.order(), "t" + trades, price, place.quantity()));
        Money money = Money.of("3000");
        answers.add(
            new Event.AccountChanged(new AccountRead(money, money, money, List.of(), List.of())));
      }
    }
  }

  private List<Command> price(Engine engine, Instrument instrument, long raw) {
    return offer(engine, new Event.Priced(List.of(Quote.at(instrument.id(), raw, nowNs))));
  }

  private List<Command> offer(Engine engine, Event event) {
    seq++;
    return engine.on(new Input(seq, nowNs, event));
  }
}
