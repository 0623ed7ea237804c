package headroom.core.engine;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.CapacityBook;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.IntentId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.steal.StealHistory;
import headroom.core.tolerance.Distance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides which intents have an order at the venue.
///
/// One method in, [#on], one list of commands out. Everything that it knows came with an input, so
/// the same inputs give the same commands on every machine. After each input it settles once: the
/// ready intents are looked at in the order of their worth, and each is placed, steals, or is
/// refused with a reason.
///
/// **Invariant:** an intent never has two live orders; and what is used of a constraint never
/// exceeds the limit that was in force when it was placed, unless the venue itself breached it.
///
/// Not thread safe; owned by whoever runs the [Loop].
public final class Engine {
  private final Book book;
  private final Forecasts forecasts;
  private final Intents intents;
  private final Answers answers;
  private final Exits exits;
  private final Settlement settlement;
  private final Overnight overnight;
  private final Splits splits;
  private final Levels levels;
  private long lastSeq;
  private boolean thorough;

  /// @param hours the sessions of the exchange; every input must lie within what they cover
  /// @param instruments what may be traded
  /// @throws IllegalArgumentException if the settings are not sound; the message names every
  ///   problem
  public Engine(
      Settings settings, TradingHours hours, List<Instrument> instruments, Observer observer) {
    List<Problem> problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          String.join("; ", problems.stream().map(Problem::text).toList()));
    }
    this.book = new Book(settings, hours, instruments, observer);
    Ranks ranks = new Ranks(book);
    Steals steals = new Steals(book);
    this.exits = new Exits(book);
    this.forecasts = new Forecasts(book, ranks);
    this.intents = new Intents(book, ranks, steals, forecasts);
    this.answers = new Answers(book, intents, steals, exits);
    this.overnight = new Overnight(book, intents, exits);
    this.splits = new Splits(book, intents, steals, exits);
    this.settlement = new Settlement(book, steals, exits, intents, ranks, overnight);
    this.levels = new Levels(book);
  }

  public Engine(Settings settings, TradingHours hours, List<Instrument> instruments) {
    this(settings, hours, instruments, Observer.NONE);
  }

  /// From now on everybody is looked at after each input, whether anything changed for them or not.
  /// It must not show; for tests.
  void lookAtEverybody() {
    thorough = true;
  }

  /// Takes one input and says what is to be done.
  ///
  /// @throws IllegalStateException if an input is missing before this one, or it goes back in time
  public List<Command> on(Input input) {
    if (input.seq() != lastSeq + 1 || (lastSeq > 0 && input.timeNs() < book.nowNs)) {
      throw new IllegalStateException(
          "input must follow number %s of %s ns, was number %s of %s ns"
              .formatted(lastSeq, book.nowNs, input.seq(), input.timeNs()));
    }
    boolean first = lastSeq == 0;
    lastSeq = input.seq();
    settlement.pass(first ? 0 : input.timeNs() - book.nowNs);
    book.nowNs = input.timeNs();
    if (book.session.advance(book.nowNs)) {
      book.moveEveryLevel();
      book.changes.everybody();
    }
    if (thorough) {
      book.changes.everybody();
    }
    book.timers.advance(book.nowNs);
    book.budget.advance(book.nowNs);
    book.storm.advance(book.nowNs);
    if (first) {
      wakeAtSessionChange();
    }
    book.commands.clear();
    if (apply(input.event())) {
      settlement.settle();
    }
    return book.commands.isEmpty() ? List.of() : List.copyOf(book.commands);
  }

  /// Takes over a fact; whether anything may have to be decided because of it.
  private boolean apply(Event event) {
    return switch (event) {
      case Event.Together together -> {
        boolean any = false;
        for (Event part : together.events()) {
          any |= apply(part);
        }
        yield any;
      }
      case Event.Woke() -> book.timers.wake(book.nowNs);
      case Event.Priced priced -> {
        priced(priced.quotes());
        yield true;
      }
      case Event.AccountChanged changed -> {
        settlement.account(changed.account());
        overnight.account();
        yield true;
      }
      case Event.Forecasted forecasted -> {
        forecasts.published(forecasted);
        yield true;
      }
      case Event.IntentSubmitted submitted -> {
        intents.submit(submitted.intent());
        yield true;
      }
      case Event.IntentWithdrawn withdrawn -> {
        book.changes.everyVerdict();
        intents.withdraw(withdrawn.intent());
        yield true;
      }
      case Event.IntentReleased released -> {
        book.changes.everybody();
        intents.release(released.intent());
        yield true;
      }
      case Event.PlanSubmitted plan -> {
        book.changes.everybody();
        intents.plan(plan);
        yield true;
      }
      case Event.ModeSwitched switched -> {
        book.changes.everybody();
        intents.mode(switched.mode());
        yield true;
      }
      case Event.StealRemembered steal -> {
        book.changes.everyVerdict();
        intents.remember(steal);
        yield true;
      }
      case Event.Split split -> {
        splits.apply(split);
        overnight.touch();
        yield true;
      }
      case Event.DryRunSwitched dryRun -> {
        book.changes.everybody();
        book.dryRun = dryRun.on();
        if (!book.dryRun) {
          intents.catchUp();
        }
        yield true;
      }
      case OrderEvent answer -> {
        answers.on(answer);
        overnight.touch();
        yield true;
      }
    };
  }

  private void priced(List<Quote> quotes) {
    int likely = 0;
    for (int i = 0; i < quotes.size(); i++) {
      Quote quote = quotes.get(i);
      Market market = book.marketFrom(likely, quote.instrument());
      if (market != null) {
        likely = market.place + 1;
        market.quoted(quote, book.nowNs);
        exits.priced(market);
        for (int k = 0; k < market.watches.size(); k++) {
          book.changes.priced(market.watches.get(k));
        }
      }
    }
  }

  private boolean wakeAtSessionChange() {
    book.moveEveryLevel();
    overnight.session();
    book.timers.at(book.session.nextChangeNs(), Timers.Kind.SESSION, this::wakeAtSessionChange);
    return true;
  }

  /// When something falls due by itself; `Long.MAX_VALUE` if nothing does. [Event.Woke] is expected
  /// then, or as soon as possible after it.
  public long nextTimerNs() {
    return book.timers.nextNs();
  }

  /// The prices of one instrument at which a decision may change. The answer holds until its
  /// [#attentionVersion(int)] changes.
  public Attention attention(InstrumentId instrument) {
    return levels.of(book.market(instrument));
  }

  /// Grows whenever an answer of [#attention] may have changed.
  public long attentionVersion() {
    return book.levelMoves;
  }

  /// Grows whenever the answer for one instrument may have changed.
  ///
  /// @param place of the instrument in the order in which they were given
  public long attentionVersion(int place) {
    return book.levelMovesOf(book.markets().get(place));
  }

  /// Whether nothing would be decided, and nothing counted, by any prices within bounds: from the
  /// last prices given until the next input of another kind, they need not be given at all. A yes
  /// can be relied on; a no may only mean that it was too costly to find out.
  ///
  /// @param lowRaw the lowest price of each instrument in billionths, in the order in which they
  ///   were given; 0 if it has none
  /// @param highRaw the highest
  public boolean isQuietWithin(long[] lowRaw, long[] highRaw) {
    return settlement.isQuietWithin(lowRaw, highRaw);
  }

  /// Whether the prices of one instrument alone would let everybody within the same tolerances: a
  /// question that is cheaper than the one above, which is answered no if this one is.
  ///
  /// @param place of the instrument in the order in which they were given
  public boolean isQuietWithin(int place, long lowRaw, long highRaw) {
    return settlement.isQuietWithin(place, lowRaw, highRaw);
  }

  /// Whether somebody wants to know what prices went by without anything coming of them.
  public boolean isHeard() {
    return book.observer.listens();
  }

  /// Says which prices were not given because nothing could come of them: the extremes of an
  /// instrument and when they were. It changes nothing but what is said of how near an intent came.
  public void passed(InstrumentId instrument, Quote lowest, Quote highest) {
    Market market = book.market(instrument);
    for (Watch watch : market.watches) {
      if (watch.opens() && watch.order == null && book.isOpenFor(watch)) {
        Quote nearest = watch.side() == Side.BUY ? lowest : highest;
        long priceRaw = nearest.referenceRaw(watch.side());
        int ppm = Distance.ppm(watch.side(), priceRaw, watch.limitRaw());
        watch.cameTo(ppm, book.entryPpm(watch), nearest.stampNs());
      }
    }
  }

  /// How one intent stands; empty if it was never submitted.
  public Optional<IntentStatus> status(IntentId intent) {
    return Optional.ofNullable(book.watches.get(intent)).map(Engine::status);
  }

  /// Whether an intent may still get an order and has none.
  public boolean isWithoutOrder(IntentId intent) {
    Watch watch = book.watches.get(intent);
    return watch != null && watch.state.isLive() && watch.order == null;
  }

  /// How all intents stand, in the order in which they were submitted.
  public List<IntentStatus> statuses() {
    return book.watches.values().stream().map(Engine::status).toList();
  }

  private static IntentStatus status(Watch watch) {
    Working order = watch.order;
    return new IntentStatus(
        watch.intent,
        watch.state,
        watch.remainingRaw,
        order == null ? null : order.id,
        watch.verdict,
        watch.end);
  }

  /// The recorded steals, with the cooldowns and fights that follow from them; for reading only.
  public StealHistory history() {
    return book.history;
  }

  /// What is used of every constraint, and by whom; for reading only.
  public CapacityBook capacity() {
    return book.capacity;
  }

  /// What happened so far, in numbers; for reading only.
  public Counters counters() {
    return book.counters;
  }

  /// Counts the time up to the end of a run, as if no more input came: the counted times are
  /// complete then. Every intent stays as it is; one that is blocked ends the run blocked.
  ///
  /// @param nowNs the end of the run, not before the last input
  public void finish(long nowNs) {
    settlement.pass(nowNs - book.nowNs);
    book.nowNs = nowNs;
    book.live.forEach(book::countEpisode);
    book.live.forEach(book::sayNearest);
  }

  /// What is free of a constraint: neither used nor promised; null if its limit is unknown.
  ///
  /// @param constraint its name
  public @Nullable Money free(String constraint) {
    for (int c = 0; c < book.capacity.constraints().size(); c++) {
      if (book.capacity.constraints().get(c).name().equals(constraint)) {
        return book.capacity.limit(c) == null ? null : new Money(book.capacity.freeRaw(c));
      }
    }
    throw new IllegalArgumentException("constraint must be one of the account, was " + constraint);
  }

  /// What stocks are allowed to be worth now, on their way to what may be held overnight; null
  /// outside of the window before the close, and while equity is unknown.
  public @Nullable Money overnightTarget() {
    return overnight.target();
  }

  /// Every broken invariant, in words; empty if all hold. For tests, and for a running system that
  /// would rather stop than trade on a wrong sum.
  public List<String> violations() {
    return new Audit(book).violations();
  }
}
