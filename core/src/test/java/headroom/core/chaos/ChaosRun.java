package headroom.core.chaos;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountRead;
import headroom.core.engine.Command;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.Input;
import headroom.core.engine.Observer;
import headroom.core.engine.TimeInForce;
import headroom.core.engine.TradingMode;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.Quote;
import headroom.core.num.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One run, made from its number: first the venue is in its mood, then it turns honest.
public final class ChaosRun {
  static final int INPUTS = 2_000;
  private static final List<TradingMode> BRAKES =
      List.of(TradingMode.REDUCE_ONLY, TradingMode.KILLED);
  private static final int WISHES = 30;

  /// How often the engine's own audit is heard beside the oracle.
  private static final int AUDIT_EVERY = 50;

  final Setup setup;
  final Tally tally = new Tally();
  final List<Input> journal = new ArrayList<>();
  final List<List<Command>> decided = new ArrayList<>();
  final Engine engine;
  private final Oracle oracle;
  private final Truth truth;
  private final WildVenue venue;
  private final Owners owners;
  private final SplittableRandom random;
  private long nowNs;
  private long nextTickNs;
  private long nextCloseNs;
  private long nextExtendedCloseNs;
  private long lagNs;
  private boolean calm;
  private List<String> wrong = List.of();

  public ChaosRun(long seed) {
    this(Setup.of(seed));
  }

  ChaosRun(Setup setup) {
    this(setup, setup.engine(Observer.NONE));
  }

  /// One with trading before and after the core session.
  public static ChaosRun extended(long seed) {
    return new ChaosRun(Setup.extended(seed));
  }

  /// One in which capacity is divided.
  public static ChaosRun rationed(long seed) {
    return new ChaosRun(Setup.rationed(seed));
  }

  /// @param engine one that may hold other rules than the oracle expects
  ChaosRun(Setup setup, Engine engine) {
    this.setup = setup;
    this.random = new SplittableRandom(setup.seed() * 31 + 7);
    this.engine = engine;
    this.oracle = new Oracle(setup, tally);
    this.venue = new WildVenue(setup, random, tally);
    this.truth = new Truth(venue, oracle.told);
    this.owners =
        new Owners(setup, random, oracle.told, one -> venue.prices.getOrDefault(one.id(), 0L));
    this.nowNs = setup.startNs();
    this.nextTickNs = nowNs;
    this.nextCloseNs = closeAfter(nowNs, Setup.HOURS);
    this.nextExtendedCloseNs =
        setup.isExtended() ? closeAfter(nowNs, setup.hours().extended()) : Long.MAX_VALUE;
  }

  private static long closeAfter(long timeNs, TradingHours hours) {
    int session = Math.max(0, hours.sessionAt(timeNs));
    long closeNs = hours.closesNs(session);
    return closeNs > timeNs ? closeNs : hours.closesNs(session + 1);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /// Runs to the end.
  ///
  /// @return what went wrong first, in words; empty if nothing did
  public List<String> run() {
    for (Instrument instrument : setup.instruments()) {
      venue.prices.put(instrument.id(), (20 + random.nextInt(180)) * Fixed.ONE);
    }
    venue.nowNs = nowNs;
    account();
    if (chance(3)) {
      remember();
    }
    while (isFine() && journal.size() < INPUTS) {
      step(Long.MAX_VALUE);
    }
    if (isFine()) {
      calmDown();
    }
    return wrong;
  }

  /// All inputs so far.
  public List<Input> journal() {
    return journal;
  }

  public Engine engine() {
    return engine;
  }

  /// An engine that has heard nothing yet.
  public Engine freshEngine() {
    return setup.engine(Observer.NONE);
  }

  private boolean isFine() {
    return wrong.isEmpty();
  }

  private void remember() {
    for (int i = 0; i < 2; i++) {
      Instrument thief = any(setup.instruments());
      Instrument victim = any(setup.instruments());
      long timeNs = nowNs - (2L - i) * 20 * Setup.SECOND_NS;
      offer(new Event.StealRemembered(thief.id(), victim.id(), timeNs));
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// Does what is due next.
  ///
  /// @param endNs when to stop
  /// @return whether anything was due before
  private boolean step(long endNs) {
    long timerNs = engine.nextTimerNs();
    long wakeNs = timerNs == Long.MAX_VALUE ? timerNs : Math.max(timerNs, nowNs) + lagNs;
    long workNs = venue.nextWorkNs();
    long wireNs = venue.wire.nextNs();
    long tickNs = calm ? Long.MAX_VALUE : nextTickNs;
    long closeNs = Math.min(nextCloseNs, nextExtendedCloseNs);
    long dueNs = Math.min(Math.min(wakeNs, workNs), Math.min(Math.min(wireNs, tickNs), closeNs));
    if (dueNs > endNs) {
      return false;
    }
    nowNs = Math.max(nowNs, dueNs);
    venue.nowNs = nowNs;
    if (nextCloseNs <= nowNs) {
      nextCloseNs = closeAfter(nextCloseNs, Setup.HOURS);
      venue.closes(false);
    } else if (nextExtendedCloseNs <= nowNs) {
      nextExtendedCloseNs = closeAfter(nextExtendedCloseNs, setup.hours().extended());
      venue.closes(true);
    } else if (workNs <= nowNs) {
      venue.work();
    } else if (wireNs <= nowNs) {
      answer(venue.wire.next());
    } else if (tickNs <= nowNs) {
      nextTickNs = nowNs + 1 + random.nextLong(setup.tickNs());
      tick();
    } else {
      lagNs = chance(6) ? random.nextLong(3 * Setup.SECOND_NS) : 0;
      offer(new Event.Woke());
    }
    return true;
  }

  private void answer(OrderEvent answer) {
    if (answer instanceof OrderEvent.Filled && !chance(4)) {
      offer(new Event.Together(List.of(answer, changed())));
    } else {
      offer(answer);
    }
  }

  private Event changed() {
    AccountRead read = venue.read();
    oracle.account(read);
    return new Event.AccountChanged(read);
  }

  private void account() {
    offer(changed());
  }

  private void tick() {
    int fate = random.nextInt(200);
    if (fate < 145) {
      prices();
    } else if (fate < 168) {
      if (oracle.told.live.size() < WISHES) {
        offer(owners.submit());
      }
    } else if (fate < 175) {
      if (chance(10)) {
        offer(new Event.AccountChanged(AccountRead.UNKNOWN));
      } else {
        account();
      }
    } else if (fate < 178) {
      venue.cashRaw += setup.equityRaw() / 100 * random.nextInt(-4, 5);
      account();
    } else if (fate < 182) {
      tally.count(Happening.FORECASTS);
      offer(owners.forecast());
    } else if (fate < 186) {
      tally.count(Happening.WITHDRAWN);
      offer(owners.withdraw());
    } else if (fate < 190) {
      offer(owners.plan());
    } else if (fate < 192) {
      venue.meddle();
    } else if (fate < 193) {
      offer(new OrderEvent.Canceled(new OrderId("somebody-else"), 0));
    } else if (fate < 196) {
      Event release = owners.release();
      if (release != null) {
        tally.count(Happening.RELEASED);
        offer(release);
      }
    } else if (fate < 198) {
      venue.reconcile();
    } else if (oracle.told.dryRun || chance(2)) {
      tally.count(Happening.DRY_RUNS);
      offer(new Event.DryRunSwitched(!oracle.told.dryRun));
    }
    if (oracle.told.dryRun && chance(20)) {
      offer(new Event.DryRunSwitched(false));
    }
    boolean normal = oracle.told.mode == TradingMode.NORMAL;
    if (chance(normal ? 250 : 15)) {
      tally.count(Happening.MODES);
      offer(new Event.ModeSwitched(normal ? any(BRAKES) : TradingMode.NORMAL));
    }
  }

  private void prices() {
    List<Quote> quotes = new ArrayList<>();
    for (Instrument instrument : setup.instruments()) {
      if (chance(3)) {
        continue;
      }
      long before = venue.prices.getOrDefault(instrument.id(), Fixed.ONE);
      long move = before / 100_000 * random.nextInt(-350, 351);
      long after = Math.max(Fixed.ONE, instrument.tickDownRaw(before + move));
      venue.moved(instrument.id(), after);
      quotes.add(quote(instrument, after));
    }
    if (chance(3)) {
      offer(new Event.Together(List.of(new Event.Priced(quotes), changed())));
    } else {
      offer(new Event.Priced(quotes));
    }
  }

  private Quote quote(Instrument instrument, long priceRaw) {
    return switch (random.nextInt(60)) {
      case 0 -> new Quote(instrument.id(), priceRaw + 1, priceRaw, 0, nowNs);
      case 1 -> new Quote(instrument.id(), 0, priceRaw, 0, nowNs);
      case 2 -> new Quote(instrument.id(), priceRaw, 0, 0, nowNs - 30 * Setup.SECOND_NS);
      default -> Quote.at(instrument.id(), priceRaw, nowNs);
    };
  }

  private void offer(@Nullable Event event) {
    if (event == null || !isFine()) {
      return;
    }
    Input input = new Input(journal.size() + 1L, nowNs, event);
    journal.add(input);
    List<Command> commands = engine.on(input);
    decided.add(commands);
    wrong = new ArrayList<>(oracle.check(input, commands, engine));
    commands.forEach(venue::execute);
    wrong.addAll(truth.check(commands));
    if (journal.size() % AUDIT_EVERY == 0) {
      wrong.addAll(engine.violations());
    }
  }

  // At the end.

  /// The venue turns honest: every question is answered, so nothing may hang; then all is reported
  /// again and both sides must agree; then nobody wants anything and nothing may rest.
  private void calmDown() {
    calm = true;
    lagNs = 0;
    venue.reform();
    if (oracle.told.dryRun) {
      offer(new Event.DryRunSwitched(false));
    }
    pass(900);
    nothingHangs();
    venue.reconcile();
    pass(120);
    bothAgree();
    for (ToldIntent one : List.copyOf(oracle.told.live)) {
      offer(new Event.IntentWithdrawn(one.intent.id()));
    }
    pass(120);
    if (isFine()) {
      wrong = new ArrayList<>(engine.violations());
      for (ToldIntent one : oracle.told.live) {
        wrong.add(one + " is not wanted and does not end");
      }
    }
    bothAgree();
  }

  private void pass(long seconds) {
    long endNs = nowNs + seconds * Setup.SECOND_NS;
    while (isFine() && step(endNs)) {
      // One thing after the other.
    }
    while (isFine() && venue.isBusy() && step(Long.MAX_VALUE)) {
      // And until nothing is under way.
    }
  }

  /// Whatever was asked for a minute ago has been answered.
  private void nothingHangs() {
    if (!isFine()) {
      return;
    }
    long longAgoNs = nowNs - 60 * Setup.SECOND_NS;
    for (ToldOrder order : oracle.told.liveOrders) {
      TimeInForce rests = order.place.timeInForce();
      boolean waits =
          order.stage != ToldOrder.Stage.RESTS
              || order.isUnsure()
              || (rests.isDay()
                  && closeAfter(order.sentNs, setup.hoursOf(rests.isExtended())) < longAgoNs);
      if (waits && order.askedNs < longAgoNs) {
        wrong.add(order + " hangs in " + order.stage);
      }
    }
    for (ToldIntent one : oracle.told.live) {
      if (one.steal != null && one.steal.startNs < longAgoNs) {
        wrong.add(one + " hangs in a steal");
      }
    }
  }

  private void bothAgree() {
    if (!isFine()) {
      return;
    }
    Set<OrderId> told = new TreeSet<>();
    oracle.told.liveOrders.forEach(order -> told.add(order.id()));
    Set<OrderId> there = truth.live();
    if (!told.equals(there)) {
      wrong.add("orders must be %s and are believed to be %s".formatted(there, told));
    }
    wrong.addAll(truth.compare());
  }
}
