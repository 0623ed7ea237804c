package headroom.core.engine;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.conformance.Exchange;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Forecast;
import headroom.core.intent.ForecastFields;
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
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealPolicy;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Some hours of trading at a venue of chaos, made from one number.
///
/// After every input the engine must find no broken invariant, and the venue none of its own.
final class ChaosRun {
  private static final int STOCKS = 7;
  private static final int PAIRS = 5;
  private static final int INTENTS = 30;
  private static final int INPUTS = 2_000;
  private static final long START_NS =
      Exchange.timeNs(LocalDate.of(2025, 1, 15), LocalTime.of(13, 30));
  private static final long CLOSE_NS =
      Exchange.timeNs(LocalDate.of(2025, 1, 15), LocalTime.of(16, 0));

  final List<Input> journal = new ArrayList<>();
  final List<List<Command>> decided = new ArrayList<>();
  final List<Instrument> instruments = new ArrayList<>();
  final Settings settings;
  final Engine engine;
  final ChaosVenue venue;
  private final SplittableRandom random;
  private final List<IntentId> ids = new ArrayList<>();
  private long nowNs = START_NS;
  private boolean closed;

  ChaosRun(long seed) {
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < STOCKS; i++) {
      instruments.add(Instrument.stock("S" + i));
    }
    for (int i = 0; i < PAIRS; i++) {
      instruments.add(Instrument.crypto("C" + i + "/USD", Instrument.STOCK_TICK_RAW));
    }
    this.settings = settings(seed);
    this.engine = engine(Observer.NONE);
    this.venue = new ChaosVenue(random, instruments);
  }

  private Settings settings(long seed) {
    List<StealPolicy> policies = StealPolicies.all(seed);
    StealRules usual = StealRules.DEFAULTS;
    boolean hasty = !chance(3);
    StealRules rules =
        new StealRules(
            true,
            hasty ? 30 * ChaosVenue.SECOND_NS : usual.cooldownNs(),
            chance(3) ? 20 * ChaosVenue.SECOND_NS : 0,
            chance(3) ? 500_000 : 0,
            usual.stealRetryNs(),
            usual.parkAfter(),
            usual.parkNs(),
            usual.cancelDeadlineNs(),
            usual.releaseGraceNs(),
            chance(4),
            chance(4));
    FightRules fights =
        new FightRules(
            chance(2) ? FightRules.Mode.ANY_DIRECTION : FightRules.Mode.REVERSALS,
            1 + random.nextInt(3),
            FightRules.DEFAULT_WINDOW_NS,
            hasty ? 60 * ChaosVenue.SECOND_NS : FightRules.DEFAULT_COOLDOWN_NS,
            chance(2));
    Pauses pauses =
        new Pauses(
            Pauses.DEFAULT_REJECT_RETRY_NS,
            Pauses.DEFAULT_REJECT_RETRY_MAX_NS,
            Pauses.DEFAULT_EXIT_LEAD_NS,
            chance(3) ? 60 * ChaosVenue.SECOND_NS : 0,
            0,
            chance(3) ? 5_000 : -1);
    return new Settings(
        policies.get(1 + random.nextInt(policies.size() - 1)),
        Tolerances.DEFAULTS,
        rules,
        fights,
        List.of(AccountModel.values()).get((int) (seed % 4)),
        2,
        Settings.DEFAULT_AT_ONCE_RANKS,
        false,
        false,
        pauses);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  Engine engine(Observer observer) {
    return new Engine(settings, Exchange.HOURS, instruments, observer);
  }

  /// Runs to the end.
  ///
  /// @return what went wrong, in words; empty if nothing did
  List<String> run() {
    for (Instrument instrument : instruments) {
      venue.prices.put(instrument.id(), (20 + random.nextInt(180)) * Fixed.ONE);
    }
    venue.nowNs = nowNs;
    offer(new Event.AccountChanged(venue.read()));
    List<String> wrong = new ArrayList<>();
    long nextTickNs = nowNs;
    while (journal.size() < INPUTS && wrong.isEmpty()) {
      long timerNs = engine.nextTimerNs();
      long dueNs = Math.min(venue.nextNs(), Math.min(timerNs, nextTickNs));
      nowNs = Math.max(nowNs, dueNs);
      venue.nowNs = nowNs;
      if (!closed && nowNs >= CLOSE_NS) {
        closed = true;
        venue.closes();
      }
      if (venue.nextNs() <= nowNs) {
        answer();
      } else if (nextTickNs <= nowNs) {
        nextTickNs = nowNs + 1 + random.nextLong(12 * ChaosVenue.SECOND_NS);
        tick();
      } else {
        offer(new Event.Woke());
      }
      wrong.addAll(wrong());
    }
    if (wrong.isEmpty()) {
      wrong.addAll(calmDown());
    }
    return wrong;
  }

  /// The venue calms down, and a quarter of an hour later every order is what the venue says it is.
  private List<String> calmDown() {
    venue.calm = true;
    long endNs = nowNs + 900 * ChaosVenue.SECOND_NS;
    List<String> wrong = new ArrayList<>();
    while (wrong.isEmpty() && Math.min(venue.nextNs(), engine.nextTimerNs()) <= endNs) {
      nowNs = Math.max(nowNs, Math.min(venue.nextNs(), engine.nextTimerNs()));
      venue.nowNs = nowNs;
      if (venue.nextNs() <= nowNs) {
        offer(venue.next());
      } else {
        offer(new Event.Woke());
      }
      wrong.addAll(wrong());
    }
    Set<OrderId> live = new TreeSet<>();
    for (IntentStatus status : engine.statuses()) {
      OrderId order = status.order();
      if (order != null) {
        live.add(order);
      }
      if (status.state().isLive()
          && status.state() != IntentState.RESTING
          && status.state() != IntentState.WAITING
          && status.state() != IntentState.BLOCKED) {
        wrong.add("intent " + status.intent().id() + " hangs in " + status.state().word());
      }
    }
    if (wrong.isEmpty() && !live.equals(venue.liveEntries())) {
      wrong.add("orders must be %s, was %s".formatted(venue.liveEntries(), live));
    }
    return wrong;
  }

  private List<String> wrong() {
    List<String> wrong = new ArrayList<>(engine.violations());
    wrong.addAll(venue.lies);
    return wrong;
  }

  private void answer() {
    Event answer = venue.next();
    boolean withAccount = answer instanceof Event.OrderEvent.Filled && !chance(4);
    offer(
        withAccount
            ? new Event.Together(List.of(answer, new Event.AccountChanged(venue.read())))
            : answer);
  }

  private Forecast forecast(@Nullable Money value) {
    SequencedMap<String, String> fields = new TreeMap<>();
    if (value != null) {
      fields.put(ForecastFields.ofStrategy("maxdiff"), value.toString());
    }
    long maxAgeNs = chance(2) ? Long.MAX_VALUE : (1 + random.nextInt(300)) * ChaosVenue.SECOND_NS;
    return new Forecast(fields, nowNs, maxAgeNs);
  }

  private void tick() {
    int fate = random.nextInt(100);
    if (fate < 72) {
      prices();
    } else if (fate < 85) {
      submit();
    } else if (fate < 90) {
      offer(new Event.AccountChanged(chance(8) ? AccountRead.UNKNOWN : venue.read()));
    } else if (fate < 93) {
      Instrument instrument = any(instruments);
      Money value = chance(5) ? null : new Money(random.nextInt(-20, 100) * Fixed.ONE);
      offer(new Event.Forecasted(instrument.id(), "maxdiff", forecast(value)));
    } else if (fate < 95) {
      withdraw();
    } else if (fate < 97) {
      plan();
    } else if (fate < 98) {
      venue.meddle();
      offer(new Event.Woke());
    } else if (fate < 99) {
      offer(new Event.OrderEvent.Canceled(new OrderId("somebody-else"), 0));
    } else if (!ids.isEmpty()) {
      offer(new Event.IntentReleased(any(ids)));
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void prices() {
    List<Quote> quotes = new ArrayList<>();
    for (Instrument instrument : instruments) {
      if (chance(3)) {
        continue;
      }
      long before = price(instrument.id());
      long move = before / 100_000 * random.nextInt(-350, 351);
      long after = Math.max(Fixed.ONE, instrument.tickDownRaw(before + move));
      venue.moved(instrument.id(), after);
      quotes.add(
          chance(40)
              ? new Quote(instrument.id(), after + 1, after, 0, nowNs)
              : Quote.at(instrument.id(), after, nowNs));
    }
    offer(new Event.Priced(quotes));
  }

  private long price(InstrumentId id) {
    return venue.prices.getOrDefault(id, Fixed.ONE);
  }

  private void submit() {
    if (ids.size() < INTENTS) {
      // Nothing can be sold short from an account that must pay in full.
      boolean mayShort = settings.account() != AccountModel.CASH;
      Intent intent = intent(any(instruments), chance(5) && mayShort ? Side.SELL : Side.BUY);
      ids.add(intent.id());
      offer(new Event.IntentSubmitted(intent));
    }
  }

  private Intent intent(Instrument instrument, Side side) {
    long priceRaw = price(instrument.id());
    long away = priceRaw / 1_000 * random.nextInt(1, 20);
    long limitRaw =
        instrument.limitOnTickRaw(side, side == Side.BUY ? priceRaw - away : priceRaw + away);
    long valueRaw = (500 + random.nextInt(3_500)) * Fixed.ONE;
    long quantityRaw =
        instrument.quantityOnStepRaw(
            Fixed.scaled(valueRaw, Fixed.ONE, limitRaw, java.math.RoundingMode.DOWN));
    IntentKind kind = chance(12) ? IntentKind.PROBE : IntentKind.ENTRY;
    return new Intent(
        new IntentId("I" + (journal.size() + 1)),
        "owner" + random.nextInt(2),
        instrument.id(),
        side,
        new Quantity(Math.max(quantityRaw, instrument.stepRaw())),
        new Price(limitRaw),
        chance(4) ? nowNs + random.nextLong(3_600) * ChaosVenue.SECOND_NS + 1 : Long.MAX_VALUE,
        "maxdiff",
        kind,
        chance(10),
        chance(10),
        chance(4) ? null : new Money(random.nextInt(-20, 100) * Fixed.ONE),
        null,
        exit(instrument, side, limitRaw),
        List.of());
  }

  private ExitPlan exit(Instrument instrument, Side side, long limitRaw) {
    long step = limitRaw / 1_000 * (2 + random.nextInt(10));
    long sign = side == Side.BUY ? 1 : -1;
    Price takeProfit = price(instrument, side.opposite(), limitRaw + sign * step);
    @Nullable Price stop = chance(3) ? price(instrument, side, limitRaw - sign * step) : null;
    return switch (random.nextInt(4)) {
      case 0 -> ExitPlan.NONE;
      case 1 -> new ExitPlan(takeProfit, stop, -1, false);
      case 2 -> new ExitPlan(takeProfit, stop, 0, true);
      default -> new ExitPlan(null, stop, 1, false);
    };
  }

  private static Price price(Instrument instrument, Side side, long raw) {
    return new Price(instrument.limitOnTickRaw(side, raw));
  }

  private void withdraw() {
    if (!ids.isEmpty()) {
      offer(new Event.IntentWithdrawn(any(ids)));
    }
  }

  private void plan() {
    Instrument instrument = any(instruments);
    String owner = "owner" + random.nextInt(2);
    List<Intent> intents = new ArrayList<>();
    if (!chance(3)) {
      Intent intent = again(intent(instrument, Side.BUY), owner, intents.size());
      intents.add(intent);
      ids.add(intent.id());
    }
    for (IntentStatus status : engine.statuses()) {
      if (status.intent().instrument().equals(instrument.id()) && chance(2)) {
        Intent same = status.intent();
        if (same.side() == Side.BUY && same.owner().equals(owner)) {
          intents.add(again(same, owner, intents.size()));
        }
      }
    }
    offer(new Event.PlanSubmitted(owner, instrument.id(), Side.BUY, IntentKind.ENTRY, intents));
  }

  private Intent again(Intent same, String owner, int number) {
    return new Intent(
        new IntentId("P" + (journal.size() + 1) + "." + number),
        owner,
        same.instrument(),
        same.side(),
        same.quantity(),
        same.limit(),
        same.expiresNs(),
        same.strategy(),
        IntentKind.ENTRY,
        same.atOnce(),
        same.vip(),
        same.forecast(),
        same.entryTolerancePpm(),
        same.exit(),
        same.tags());
  }

  private void offer(Event event) {
    Input input = new Input(journal.size() + 1L, nowNs, event);
    journal.add(input);
    List<Command> commands = engine.on(input);
    decided.add(commands);
    long committed = venue.committedRaw();
    commands.forEach(venue::execute);
    if (settings.account() == AccountModel.CASH && venue.committedRaw() > committed) {
      affords();
    }
  }

  /// With an account that must pay in full, what rests must be payable from the cash that there is,
  /// unless the venue itself spent it.
  private void affords() {
    if (!venue.breached && venue.committedRaw() > Math.max(0, venue.cashRaw)) {
      venue.lies.add(
          "orders for %s rest and cash is %s"
              .formatted(Fixed.text(venue.committedRaw()), Fixed.text(venue.cashRaw)));
    }
  }
}
