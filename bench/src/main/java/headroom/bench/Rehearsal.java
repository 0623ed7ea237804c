package headroom.bench;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountRead;
import headroom.core.engine.Command;
import headroom.core.engine.Counter;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.Input;
import headroom.core.engine.Settings;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.data.calendar.ExchangeCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Makes a [Recording]: runs the product's engine against a venue that answers at once and never
/// fills, and notes every input.
final class Rehearsal {
  static final long MILLISECOND_NS = 1_000_000L;

  /// So many digits that names sort as numbers.
  private static final int FIRST_COIN = 10_000;

  private static final LocalDate DATE = LocalDate.of(2025, 1, 15);

  /// That day at 10:00 in New York.
  private static final long OPENING_NS =
      Instant.parse("2025-01-15T15:00:00Z").getEpochSecond() * 1_000 * MILLISECOND_NS;

  private final Settings settings;
  private final TradingHours hours =
      ExchangeCalendar.nyse().tradingHours(DATE.minusDays(10), DATE.plusDays(60));
  private final List<Instrument> instruments;
  private final Engine engine;
  private final List<Input> inputs = new ArrayList<>();
  private final BitSet searched = new BitSet();
  private final Deque<Event> answers = new ArrayDeque<>();
  private int warmUp;
  private long nowNs = OPENING_NS;

  Rehearsal(Settings settings, List<Instrument> instruments) {
    this.settings = settings;
    this.instruments = List.copyOf(instruments);
    this.engine = new Engine(settings, hours, instruments);
  }

  /// Offers an event, and then whatever the venue answers, each a millisecond later.
  void offer(Event event) {
    input(event);
    while (!answers.isEmpty()) {
      pass(MILLISECOND_NS);
      input(answers.remove());
    }
  }

  private void input(Event event) {
    Input input = new Input(inputs.size() + 1, nowNs, event);
    long before = engine.counters().of(Counter.STEAL_ATTEMPTS);
    for (Command command : engine.on(input)) {
      answer(command);
    }
    searched.set(inputs.size(), engine.counters().of(Counter.STEAL_ATTEMPTS) > before);
    inputs.add(input);
  }

  private void answer(Command command) {
    switch (command) {
      case Command.Place place -> answers.add(new OrderEvent.Accepted(place.order()));
      case Command.Cancel cancel -> answers.add(new OrderEvent.Canceled(cancel.order(), 0));
      case Command.Replace _, Command.Ask _ ->
          throw new IllegalStateException("nothing is changed or lost here, was " + command);
    }
  }

  /// Time goes by; what falls due is offered when it does.
  void pass(long durationNs) {
    long endNs = nowNs + durationNs;
    while (engine.nextTimerNs() <= endNs) {
      nowNs = Math.max(nowNs, engine.nextTimerNs());
      input(new Event.Woke());
    }
    nowNs = endNs;
  }

  void deposit(String amount) {
    Money money = Money.of(amount);
    offer(new Event.AccountChanged(new AccountRead(money, money, money, List.of(), List.of())));
  }

  /// Gives prices at a distance from 100, in parts per million.
  void price(List<Integer> which, int[] distancesPpm) {
    List<Quote> quotes = new ArrayList<>();
    for (int i : which) {
      quotes.add(quote(i, distancesPpm[i]));
    }
    offer(new Event.Priced(quotes));
  }

  void price(int which, int distancePpm) {
    offer(new Event.Priced(List.of(quote(which, distancePpm))));
  }

  private Quote quote(int which, int distancePpm) {
    long raw = 100 * (Fixed.ONE + distancePpm * 1_000L);
    return Quote.at(instruments.get(which).id(), raw, nowNs);
  }

  /// How many intents have an order.
  int withOrder() {
    return (int) engine.statuses().stream().filter(status -> status.order() != null).count();
  }

  boolean isWithoutOrder(String id) {
    return engine.isWithoutOrder(new IntentId(id));
  }

  /// What was offered so far only sets the scene, and so does the last look at its answers, whether
  /// any is overdue.
  void sceneIsSet() {
    pass(settings.steals().cancelDeadlineNs());
    warmUp = inputs.size();
  }

  Recording recording(String name) {
    List<String> violations = engine.violations();
    if (!violations.isEmpty()) {
      throw new IllegalStateException("nothing must be violated, was " + violations);
    }
    return new Recording(name, settings, hours, instruments, inputs, warmUp, searched);
  }

  /// Coins that trade around the clock, in cents.
  static List<Instrument> coins(int count) {
    List<Instrument> coins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      coins.add(Instrument.crypto("C" + (FIRST_COIN + i) + "/USD", Fixed.ONE / 100));
    }
    return coins;
  }

  /// Ten units of an instrument at a limit, for ever.
  static Intent intent(String id, InstrumentId instrument, String limit) {
    return new Intent(
        new IntentId(id),
        "bench",
        instrument,
        Side.BUY,
        Quantity.of("10"),
        Price.of(limit),
        Long.MAX_VALUE,
        "bench",
        IntentKind.ENTRY,
        false,
        false,
        null,
        null,
        ExitPlan.NONE,
        List.of());
  }
}
