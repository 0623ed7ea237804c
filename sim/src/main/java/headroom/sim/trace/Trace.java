package headroom.sim.trace;

import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;
import headroom.core.capacity.CapacityBook;
import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.engine.Refusal;
import headroom.core.engine.Settings;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.sim.intents.Planned;
import headroom.sim.run.Gauge;
import headroom.sim.run.Period;
import headroom.sim.trace.Marks.Rest;
import headroom.sim.trace.Marks.Sent;
import headroom.sim.trace.Marks.Theft;
import headroom.sim.trace.Marks.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Listens to a run and gathers what charts need of it.
///
/// It keeps sums over a fixed number of slots of time, counts, and single events up to a number;
/// only of orders and intents it remembers when they were. It does not see prices, so leaving out
/// bars changes nothing in it.
///
/// Not thread safe; owned by the thread of the run.
public final class Trace implements Observer, Recorder, Gauge {
  private static final int MOST_THEFTS = 4_000;
  private static final int MOST_MARKS = 24_000;
  private static final int LEAST_MARKS = 16;
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int HOURS = 24;

  private final Settings settings;
  private final TradingHours hours;
  private final Period period;
  private final Slots slots;
  private final List<Uses> uses = new ArrayList<>();
  private final SequencedMap<String, Instrument> instrumentOf = new LinkedHashMap<>();
  private final SequencedMap<IntentId, Planned> plannedOf = new LinkedHashMap<>();
  private final SequencedMap<InstrumentId, Tally> byInstrument = new TreeMap<>();
  private final List<Tally> byHour = new ArrayList<>();
  private final Map<Regime, Tally> byRegime = new EnumMap<>(Regime.class);
  private final Map<Refusal, long[]> refusals = new EnumMap<>(Refusal.class);
  private final long[] blockedNs;
  private final Histogram placed = distances();
  private final Histogram victims = distances();
  private final Histogram thieves = distances();
  private final Sights sights = new Sights();
  private final Thinned<Theft> thefts = new Thinned<>(MOST_THEFTS);
  private final SequencedMap<InstrumentId, SequencedMap<InstrumentId, Long>> pairs =
      new TreeMap<>();
  private final SequencedMap<OrderId, Sent> sent = new LinkedHashMap<>();
  private final SequencedMap<OrderId, Command.Place> open = new LinkedHashMap<>();
  private final SequencedMap<InstrumentId, Thinned<Rest>> rests = new TreeMap<>();
  private final SequencedMap<InstrumentId, Thinned<Wish>> wishes = new TreeMap<>();

  /// @param instruments what is traded
  /// @param planned the intents of the run
  public Trace(
      Settings settings,
      TradingHours hours,
      Period period,
      List<Instrument> instruments,
      List<Planned> planned) {
    this.settings = settings;
    this.hours = hours;
    this.period = period;
    this.slots = Slots.of(period);
    this.blockedNs = new long[slots.count()];
    settings.constraints().forEach(one -> uses.add(new Uses(one.name(), slots)));
    int most = Math.max(LEAST_MARKS, MOST_MARKS / Math.max(1, instruments.size()));
    for (Instrument instrument : instruments) {
      instrumentOf.put(instrument.id().value(), instrument);
      byInstrument.put(instrument.id(), new Tally());
      rests.put(instrument.id(), new Thinned<>(most));
      wishes.put(instrument.id(), new Thinned<>(most));
    }
    planned.forEach(one -> plannedOf.put(one.intent().id(), one));
    for (int hour = 0; hour < HOURS; hour++) {
      byHour.add(new Tally());
    }
    for (Regime regime : Regime.values()) {
      byRegime.put(regime, new Tally());
    }
  }

  /// Bins of distances in parts per million of the limit.
  public static Histogram distances() {
    return new Histogram(
        0, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500, 5_000, 5_500, 6_000, 6_600,
        8_000, 10_000, 15_000, 20_000, 50_000);
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void stood(long fromNs, long toNs, CapacityBook capacity) {
    for (int c = 0; c < uses.size(); c++) {
      uses.get(c).stood(fromNs, toNs, capacity, c);
    }
  }

  @Override
  public void record(Input input) {
    told(input.timeNs(), input.event());
  }

  private void told(long timeNs, Event event) {
    switch (event) {
      case Event.Together together -> together.events().forEach(part -> told(timeNs, part));
      case Event.OrderEvent.Canceled(OrderId order, _) -> over(timeNs, order);
      case Event.OrderEvent.Expired(OrderId order, _) -> over(timeNs, order);
      case Event.OrderEvent.Rejected(OrderId order, _, _) -> over(timeNs, order);
      case Event.OrderEvent.NotSent(OrderId order) -> over(timeNs, order);
      default -> {
        // It ends no order.
      }
    }
  }

  private void over(long timeNs, OrderId order) {
    Command.Place place = open.remove(order);
    if (place != null && place.limit() != null) {
      Sent since = sent.getOrDefault(order, new Sent(timeNs, -1));
      Thinned<Rest> kept = rests.get(place.instrument());
      if (kept != null) {
        boolean stole = place.cause() instanceof Cause.Steal;
        kept.add(new Rest(since.timeNs(), timeNs, place.limit().raw(), stole));
      }
    }
  }

  @Override
  public void refused(Look look) {
    if (look.refusal() != null) {
      refusals
          .computeIfAbsent(look.refusal(), _ -> new long[slots.count()])[slots.at(look.timeNs())]++;
    }
    saw(look);
  }

  @Override
  public void stole(Look look) {
    saw(look);
  }

  private void saw(Look look) {
    int protectPpm = settings.tolerances().protectPpm();
    sights.saw(look, protectPpm, order -> entryPpm(order, look.timeNs()));
  }

  /// With tiers the tolerance of an order depends on ranks that have passed.
  private int entryPpm(String order, long timeNs) {
    Command.Place place = open.get(new OrderId(order));
    Planned planned = place == null ? null : plannedOf.get(place.intent());
    Instrument instrument = place == null ? null : instrumentOf.get(place.instrument().value());
    if (planned == null || instrument == null || !settings.rationing().tiers().isEmpty()) {
      return -1;
    }
    return settings.tolerances().entryPpm(planned.intent(), instrument, hours.regime(timeNs), null);
  }

  @Override
  public void sent(long timeNs, Command command) {
    if (command instanceof Command.Place place && place.purpose() == Command.Purpose.ENTRY) {
      int ppm =
          switch (place.cause()) {
            case Cause.Free(int distancePpm) -> distancePpm;
            case Cause.Steal(int distancePpm) -> distancePpm;
            default -> -1;
          };
      sent.put(place.order(), new Sent(timeNs, ppm));
      open.put(place.order(), place);
      placed.count(Math.max(0, ppm));
      of(place.intent(), timeNs).forEach(tally -> tally.placed++);
    }
  }

  @Override
  public void stolen(long timeNs, IntentId thief, IntentId victim, int thiefPpm, int victimPpm) {
    of(victim, timeNs).forEach(tally -> tally.stolen++);
    thefts.add(new Theft(timeNs, thief.value(), victim.value(), thiefPpm, victimPpm));
    if (thiefPpm >= 0 && victimPpm >= 0) {
      thieves.count(thiefPpm);
      victims.count(victimPpm);
    }
    Planned taker = plannedOf.get(thief);
    Planned taken = plannedOf.get(victim);
    if (taker != null && taken != null) {
      pairs
          .computeIfAbsent(taker.intent().instrument(), _ -> new TreeMap<>())
          .merge(taken.intent().instrument(), 1L, Long::sum);
    }
  }

  @Override
  public void succeeded(long timeNs, IntentId thief) {
    of(thief, timeNs).forEach(tally -> tally.steals++);
  }

  @Override
  public void wasBlocked(long sinceNs, long timeNs, IntentId intent) {
    of(intent, sinceNs).forEach(tally -> tally.blockedEpisodes++);
    slots.cut(sinceNs, timeNs, (slot, durationNs) -> blockedNs[slot] += durationNs);
    Planned planned = plannedOf.get(intent);
    if (planned != null) {
      tally(planned.intent().instrument()).blockedNs += timeNs - sinceNs;
    }
    cutAtHours(sinceNs, timeNs);
    cutAtSessions(sinceNs, timeNs);
  }

  private void cutAtHours(long sinceNs, long untilNs) {
    long atNs = sinceNs;
    while (atNs < untilNs) {
      long endNs = Math.min(untilNs, (Math.floorDiv(atNs, HOUR_NS) + 1) * HOUR_NS);
      byHour.get(hour(atNs)).blockedNs += endNs - atNs;
      atNs = endNs;
    }
  }

  private void cutAtSessions(long sinceNs, long untilNs) {
    long atNs = sinceNs;
    while (atNs < untilNs) {
      long endNs = Math.min(untilNs, hours.nextChangeNs(atNs));
      tally(hours.regime(atNs)).blockedNs += endNs - atNs;
      atNs = endNs;
    }
  }

  @Override
  public void ended(long timeNs, IntentId intent, IntentState state, @Nullable String reason) {
    Planned planned = plannedOf.get(intent);
    if (planned != null) {
      for (Map.Entry<OrderId, Command.Place> one : List.copyOf(open.entrySet())) {
        if (one.getValue().intent().equals(intent)) {
          over(timeNs, one.getKey());
        }
      }
      wish(planned, timeNs);
    }
  }

  private void wish(Planned planned, long timeNs) {
    Intent intent = planned.intent();
    Thinned<Wish> kept = wishes.get(intent.instrument());
    if (kept != null) {
      Integer own = intent.entryTolerancePpm();
      kept.add(
          new Wish(
              planned.fromNs(),
              timeNs,
              intent.limit().raw(),
              intent.side() == Side.BUY,
              own == null ? -1 : own));
    }
  }

  private List<Tally> of(IntentId intent, long timeNs) {
    Planned planned = plannedOf.get(intent);
    List<Tally> tallies = new ArrayList<>();
    if (planned != null) {
      tallies.add(tally(planned.intent().instrument()));
    }
    tallies.add(byHour.get(hour(timeNs)));
    tallies.add(tally(hours.regime(timeNs)));
    return tallies;
  }

  private Tally tally(InstrumentId instrument) {
    return byInstrument.computeIfAbsent(instrument, _ -> new Tally());
  }

  private Tally tally(Regime regime) {
    return byRegime.computeIfAbsent(regime, _ -> new Tally());
  }

  /// The hour of the day in UTC.
  public static int hour(long timeNs) {
    return (int) Math.floorMod(Math.floorDiv(timeNs, HOUR_NS), (long) HOURS);
  }

  /// Closes what is open when the run is over.
  ///
  /// @param intents those that are not over, with when the run ended
  public void finish(List<IntentId> intents, long endNs) {
    for (OrderId order : List.copyOf(open.keySet())) {
      over(endNs, order);
    }
    for (IntentId intent : intents) {
      Planned planned = plannedOf.get(intent);
      if (planned != null) {
        wish(planned, endNs);
      }
    }
  }

  public Period period() {
    return period;
  }

  public Slots slots() {
    return slots;
  }

  /// By constraint, in the order of the account.
  public List<Uses> uses() {
    return List.copyOf(uses);
  }

  /// For how long intents were blocked in each slot, summed over them, in nanoseconds.
  public long[] blockedNs() {
    return blockedNs.clone();
  }

  /// Refusals by reason and slot, each reason once per blocked episode.
  public Map<Refusal, long[]> refusals() {
    return Collections.unmodifiableMap(refusals);
  }

  /// Distances of all entry orders when they were sent.
  public Histogram placedPpm() {
    return placed;
  }

  /// Distances of victims when they were chosen; only of confirmed cancels.
  public Histogram victimPpm() {
    return victims;
  }

  /// Distances of their thieves then.
  public Histogram thiefPpm() {
    return thieves;
  }

  public Sights sights() {
    return sights;
  }

  public Thinned<Theft> thefts() {
    return thefts;
  }

  /// Confirmed cancels of victims by the instrument that took and the one that was taken from.
  public SequencedMap<InstrumentId, SequencedMap<InstrumentId, Long>> pairs() {
    return Collections.unmodifiableSequencedMap(pairs);
  }

  /// Entry orders by when they were sent.
  public SequencedMap<OrderId, Sent> sent() {
    return Collections.unmodifiableSequencedMap(sent);
  }

  public SequencedMap<InstrumentId, Tally> byInstrument() {
    return Collections.unmodifiableSequencedMap(byInstrument);
  }

  /// By the hour of the day, UTC.
  public List<Tally> byHour() {
    return List.copyOf(byHour);
  }

  public Map<Regime, Tally> byRegime() {
    return Collections.unmodifiableMap(byRegime);
  }

  public SequencedMap<InstrumentId, Thinned<Rest>> rests() {
    return Collections.unmodifiableSequencedMap(rests);
  }

  public SequencedMap<InstrumentId, Thinned<Wish>> wishes() {
    return Collections.unmodifiableSequencedMap(wishes);
  }
}
