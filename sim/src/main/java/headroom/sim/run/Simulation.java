package headroom.sim.run;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Loop;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.sim.account.Account;
import headroom.sim.account.MarketDays;
import headroom.sim.account.Split;
import headroom.sim.intents.Planned;
import headroom.sim.path.Extremes;
import headroom.sim.path.Tape;
import headroom.sim.path.Track;
import headroom.sim.venue.SimVenue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Plays bars through the loop that also runs live.
///
/// It takes the earliest of what is due, one at a time: at one instant first splits, then the
/// venue's answers, then what reaches the venue, then prices, then timers. So what is open when a
/// price arrives was decided from prices that arrived before.
///
/// Not thread safe; one object is one run.
public final class Simulation {
  private static final long NEVER = Long.MAX_VALUE;

  /// Every order ever sent is looked at then.
  private static final int AUDIT_DAYS = 7;

  private final RunSettings settings;
  private final Period period;
  private final List<Track> tracks = new ArrayList<>();
  private final SequencedMap<InstrumentId, Integer> indexOf = new TreeMap<>();
  private final Agenda agenda;
  private final Account account;
  private final Account reported;
  private final SimVenue venue;
  private final CommandLog log;
  private final Engine engine;
  private final Loop loop;
  private final Crossings crossings;
  private final Touches touches;
  private final Skipping skipping;
  private final DayEnds days;
  private final Splits splits;
  private final List<String> violations = new ArrayList<>();

  /// When the part of each path that was just left out ended; `Long.MIN_VALUE` if none was.
  private final long[] lastNs;

  private @Nullable Long ruinedNs;
  private long nowNs;
  private long pricedNs = Long.MIN_VALUE;
  private long nextKnotNs = NEVER;
  private long inputs;
  private boolean interrupted;
  private boolean playsEveryBar;
  private Gauge gauge = Gauge.NONE;

  /// A run in which no forecasts are published: the intents bring their own.
  public Simulation(
      RunSettings settings,
      TradingHours hours,
      Tape tape,
      List<Planned> intents,
      Period period,
      Observer observer,
      Recorder recorder) {
    this(settings, hours, tape, intents, List.of(), period, observer, recorder);
  }

  /// @param hours must cover the bars and the holding times beyond the end
  /// @param intents in the order in which they appear; those outside the period are left out
  /// @param forecasts become known when they were made, but not before the start; those made after
  ///   the end never
  /// @throws IllegalArgumentException if the settings are not sound, or an intent is of an
  ///   instrument without bars
  public Simulation(
      RunSettings settings,
      TradingHours hours,
      Tape tape,
      List<Planned> intents,
      List<Event.Forecasted> forecasts,
      Period period,
      Observer observer,
      Recorder recorder) {
    this.settings = settings;
    this.period = period;
    List<Instrument> instruments = tape.series().stream().map(Bars::instrument).toList();
    MarketDays marketDays = new MarketDays(hours, period.dayEndsNs());
    this.account =
        new Account(
            settings.account(), marketDays, instruments, settings.equity(), period.fromNs());
    this.reported = account.follower();
    this.days = new DayEnds(period, hours, account, reported);
    SequencedMap<InstrumentId, Track> trackOf = new TreeMap<>();
    tape.series()
        .forEach(bars -> {
          int index = tracks.size();
          Extremes extremes =
              settings
                  .path()
                  .extremes(
                      settings.seed(), () -> Worst.of(account, index, bars.id(), intents, period));
          Track track = new Track(bars, tape.indexes().get(index), extremes, hours);
          track.seek(period.fromNs());
          tracks.add(track);
          trackOf.put(bars.id(), track);
          indexOf.put(bars.id(), index);
        });
    this.venue = new SimVenue(settings.venue(), hours, tracks, account, reported, settings.seed());
    this.log = new CommandLog(venue);
    this.engine = new Engine(settings.engine(), hours, instruments, observer);
    this.loop = new Loop(engine, recorder, log);
    this.crossings = new Crossings(engine, tracks);
    this.touches = new Touches(engine, tracks, hours);
    this.skipping = new Skipping(engine, tracks, venue, touches);
    this.splits = new Splits(settings.account().splits(), period, trackOf.keySet());
    this.agenda = new Agenda(period, hours, trackOf, intents, forecasts);
    this.lastNs = new long[tracks.size()];
    this.nowNs = period.fromNs();
  }

  /// What decides; for looking at between two inputs, never to be told anything.
  public Engine engine() {
    return engine;
  }

  /// Plays also what nothing can come of. The outcome is the same, only later.
  public Simulation playEveryBar() {
    playsEveryBar = true;
    return this;
  }

  /// Has somebody told how long capacity was used by whom. The outcome is the same.
  public Simulation measure(Gauge other) {
    gauge = other;
    return this;
  }

  /// Plays to the end of the period.
  public Outcome run(Watcher watcher) {
    loop.offer(new Event.AccountChanged(reported.read(nowNs)), nowNs);
    nextKnotNs = tracks.stream().mapToLong(Track::nextKnotNs).min().orElse(NEVER);
    boolean goesOn = true;
    while (goesOn) {
      crossings.refresh(nowNs, pricedNs);
      long timersNs = Math.max(nowNs, nextTimerNs());
      long pricesNs = Math.min(nextPricesNs(), venue.nextFillNs());
      long venueNs = Math.min(venue.nextDeliveryNs(), venue.nextArrivalNs());
      long timeNs = Math.min(Math.min(timersNs, pricesNs), venueNs);
      boolean onlyTimers = timersNs < Math.min(pricesNs, venueNs);
      if (!playsEveryBar && pricesNs == nextKnotNs && pricesNs < Math.min(timersNs, venueNs)) {
        long laterNs = skipping.nextNs(nextKnotNs, nextEventNs(timersNs, venueNs));
        if (laterNs != NEVER) {
          skipTo(laterNs);
          continue;
        }
      }
      goesOn = endDays(onlyTimers ? timeNs : timeNs - 1, watcher) && timeNs < period.toNs();
      if (goesOn) {
        step(timeNs, pricesNs);
        goesOn = ruinedNs == null;
      }
    }
    return finish();
  }

  /// When anything but prices happens.
  private long nextEventNs(long timersNs, long venueNs) {
    return Math.min(Math.min(timersNs, venueNs), Math.min(days.nextNs(), period.toNs()));
  }

  /// Leaves out everything up to an instant with prices, and gives these.
  private void skipTo(long timeNs) {
    for (int i = 0; i < lastNs.length; i++) {
      lastNs[i] = tracks.get(i).ahead().lastKnotNs(timeNs);
    }
    advance(timeNs);
    venue.resume();
    venue.match(true);
    givePrices(closed());
    touches.look(timeNs);
  }

  /// The closes of bars that were left out and have no bar after them yet: they are what is known
  /// of these prices.
  private List<Quote> closed() {
    List<Quote> closed = new ArrayList<>();
    for (int i = 0; i < lastNs.length; i++) {
      Track track = tracks.get(i);
      if (lastNs[i] != Long.MIN_VALUE && !track.hasPath()) {
        closed.add(quote(i, track.closedRaw(), lastNs[i]));
      }
    }
    return closed;
  }

  private void step(long timeNs, long pricesNs) {
    advance(timeNs);
    int sent = log.sent();
    long entered = venue.extendedEntries();
    boolean onlyPrices = false;
    if (splits.nextNs() == timeNs) {
      split();
    } else if (venue.nextDeliveryNs() == timeNs) {
      offer(venue.deliver());
      lookForRuin();
    } else if (venue.nextArrivalNs() == timeNs) {
      venue.arrive();
    } else if (pricesNs == timeNs) {
      prices();
      onlyPrices = true;
    } else {
      timers();
    }
    if (venue.extendedEntries() != entered) {
      days.entered(nowNs);
    }
    if (!onlyPrices || log.sent() != sent) {
      // Only then can somebody have another order than a moment ago.
      touches.look(timeNs);
    }
  }

  /// It is looked for where the account is read, and where an answer arrives.
  private void lookForRuin() {
    if (account.equityRaw() <= 0) {
      ruinedNs = nowNs;
    }
  }

  private void advance(long timeNs) {
    stand(timeNs);
    nowNs = timeNs;
    for (Track track : tracks) {
      track.advance(timeNs);
    }
    venue.advance(timeNs);
    log.advance(timeNs);
    if (splits.nextNs() > timeNs) {
      // Otherwise limits are in other shares than the prices of this instant.
      touches.look(timeNs);
    }
  }

  /// Time passes in which nothing of capacity changes.
  private void stand(long toNs) {
    if (toNs > nowNs) {
      gauge.stood(nowNs, toNs, engine.capacity());
    }
  }

  private void offer(Event event) {
    inputs++;
    loop.offer(event, nowNs);
  }

  private long nextPricesNs() {
    return Math.min(nextKnotNs, crossings.nextNs());
  }

  private long nextTimerNs() {
    return Math.min(Math.min(engine.nextTimerNs(), agenda.nextNs()), splits.nextNs());
  }

  /// The venue cancels what rests and says all that there is to say in old shares, then the
  /// accounts and the engine go on in new ones; as one input, so that nothing is decided between.
  private void split() {
    List<Event> told = new ArrayList<>();
    for (Split split : splits.due(nowNs)) {
      int index = Objects.requireNonNull(indexOf.get(split.instrument()));
      told.addAll(venue.split(index));
      account.split(index, split);
      reported.split(index, split);
      told.add(split.fact());
    }
    told.add(new Event.AccountChanged(reported.read(nowNs)));
    offer(new Event.Together(told));
    touches.readLimits();
  }

  /// The venue matches, then all prices of the instant are known, then the engine decides. An order
  /// that is filled between two instants gives no price to the engine.
  private void prices() {
    boolean given = nextPricesNs() == nowNs;
    venue.match(nextKnotNs == nowNs);
    if (given) {
      givePrices(List.of());
    }
  }

  /// @param closed those of paths that are not there at present
  private void givePrices(List<Quote> closed) {
    // An array, because this is the most frequent input and copied but once.
    Quote[] quotes = closed.toArray(new Quote[tracks.size()]);
    int given = closed.size();
    nextKnotNs = NEVER;
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      nextKnotNs = Math.min(nextKnotNs, track.nextKnotNs());
      if (track.hasPath()) {
        quotes[given] = quote(i, crossings.priceRaw(i, nowNs), nowNs);
        given++;
      }
    }
    pricedNs = nowNs;
    crossings.touch();
    offer(new Event.Priced(List.of(Arrays.copyOf(quotes, given))));
  }

  private Quote quote(int index, long priceRaw, long stampNs) {
    account.mark(index, priceRaw);
    reported.mark(index, priceRaw);
    return Quote.at(tracks.get(index).instrument().id(), priceRaw, stampNs);
  }

  /// All that is due by time, as one input.
  private void timers() {
    List<Event> due = new ArrayList<>();
    due.add(new Event.Woke());
    if (agenda.closes(nowNs)) {
      venue.close();
      days.sessionCloses(nowNs);
    }
    if (agenda.closesExtended(nowNs)) {
      venue.closeExtended();
    }
    due.addAll(agenda.withdrawals(nowNs));
    if (agenda.tellsAccount(nowNs)) {
      lookForRuin();
      due.add(new Event.AccountChanged(reported.read(nowNs)));
    }
    due.addAll(agenda.forecasts(nowNs));
    for (Planned one : agenda.appearing(nowNs)) {
      due.add(new Event.IntentSubmitted(one.intent()));
      touches.watch(one.intent());
    }
    offer(due.size() == 1 ? due.getFirst() : new Event.Together(due));
  }

  /// Closes the days that end up to a time.
  ///
  /// @return whether the run is to go on
  private boolean endDays(long timeNs, Watcher watcher) {
    while (days.nextNs() <= timeNs) {
      long endNs = days.end();
      if (days.ended().size() % AUDIT_DAYS == 0) {
        violations.addAll(engine.violations());
      }
      if (!watcher.goesOn(endNs)) {
        interrupted = true;
        return false;
      }
    }
    return true;
  }

  private Outcome finish() {
    long endNs = interrupted ? days.lastEndNs() : period.toNs();
    endNs = ruinedNs == null ? endNs : nowNs;
    if (!interrupted) {
      days.endCutShort(endNs);
    }
    stand(Math.max(endNs, nowNs));
    engine.finish(Math.max(endNs, nowNs));
    violations.addAll(engine.violations());
    return new Outcome(
        settings,
        new Period(period.fromNs(), Math.max(endNs, period.fromNs() + 1), period.dayEndsNs()),
        !interrupted,
        log.lines(),
        log.hash(),
        account,
        engine.counters(),
        agenda.planned(),
        engine.statuses(),
        touches.missed(),
        venue.openOrders(),
        ruinedNs,
        agenda.stranded(),
        days.ended(),
        List.copyOf(violations),
        inputs);
  }
}
