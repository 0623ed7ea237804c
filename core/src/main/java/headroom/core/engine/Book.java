package headroom.core.engine;

import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountRead;
import headroom.core.capacity.CapacityBook;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.steal.StealHistory;
import headroom.core.tolerance.Tier;
import headroom.core.tolerance.Tolerances;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All that an engine remembers.
///
/// Not thread safe; owned by the engine.
final class Book {
  /// The broker values a short sale at 3 % above the ask, if that is more than its limit.
  private static final long SHORT_NUMERATOR = 103;

  private static final long SHORT_DENOMINATOR = 100;

  /// How many instruments are asked one after another before a name is looked up.
  private static final int FEW = 16;

  final Settings settings;
  final Session session;
  final Observer observer;
  final CapacityBook capacity;
  final StealHistory history;
  final Changes changes = new Changes();
  final Timers timers = new Timers(changes);
  final Questions questions = new Questions(this);
  final MessageBudget budget;
  final StormGuard storm;
  final Counters counters = new Counters();

  private final SequencedMap<InstrumentId, Market> markets = new TreeMap<>();
  private final List<Market> marketsInOrder = new ArrayList<>();
  final SequencedMap<IntentId, Watch> watches = new LinkedHashMap<>();
  final SequencedMap<OrderId, Working> orders = new LinkedHashMap<>();

  /// Intents that are not over, oldest first.
  final List<Watch> live = new ArrayList<>();

  /// Entry orders that are not over.
  final Entries entries = new Entries();

  /// Exit orders that are not over, oldest first.
  final List<Working> exits = new ArrayList<>();

  /// Positions that are open, oldest first.
  final List<Lot> lots = new ArrayList<>();

  /// Steals whose thief was not placed yet, oldest first.
  final List<Steal> steals = new ArrayList<>();

  final List<Command> commands = new ArrayList<>();
  AccountRead account = AccountRead.UNKNOWN;
  TradingMode mode = TradingMode.NORMAL;
  boolean dryRun;
  long nowNs;
  private long settlesAtNs = Long.MIN_VALUE;

  /// Grows whenever a level of any instrument may have moved.
  long levelMoves;

  private long everyLevelMoves;

  /// How many intents have ended: those ranked behind them have moved up.
  long ended;

  /// Grows whenever an order was sent, a steal begun, or an intent ended.
  long served;

  /// How many intents are blocked.
  int blockedIntents;

  /// How many live intents ask to rest at any distance.
  int flaggedAtOnce;

  /// When the first price becomes stale, or earlier; `Long.MAX_VALUE` if none does.
  long staleFromNs = Long.MAX_VALUE;

  Book(Settings settings, TradingHours hours, List<Instrument> instruments, Observer observer) {
    this.settings = settings;
    this.session = new Session(hours);
    this.observer = observer;
    this.capacity = new CapacityBook(settings.constraints());
    this.history = new StealHistory(settings.fights(), settings.steals().cooldownNs());
    this.budget = new MessageBudget(settings.guards().messagesPerMinute());
    this.storm = new StormGuard(settings.guards());
    this.dryRun = settings.dryRun();
    for (Instrument instrument : instruments) {
      Market market = new Market(instrument, marketsInOrder.size());
      if (markets.put(instrument.id(), market) != null) {
        throw new IllegalArgumentException("instrument must be given once, was " + instrument.id());
      }
      marketsInOrder.add(market);
    }
  }

  /// @throws IllegalArgumentException if the engine was not told of it
  Market market(InstrumentId id) {
    Market market = markets.get(id);
    if (market == null) {
      throw new IllegalArgumentException(
          "instrument must be one of " + markets.keySet() + ", was " + id);
    }
    return market;
  }

  @Nullable Market marketOrNull(InstrumentId id) {
    return markets.get(id);
  }

  /// The market of an instrument that mostly is the one at `place` in the order in which they were
  /// given, or a few after it; null if it is none of them.
  @Nullable Market marketFrom(int place, InstrumentId id) {
    int few = Math.min(marketsInOrder.size(), place + FEW);
    for (int i = place; i < few; i++) {
      Market likely = marketsInOrder.get(i);
      if (likely.instrument.id().equals(id)) {
        return likely;
      }
    }
    return markets.get(id);
  }

  /// All markets, in the order in which their instruments were given.
  List<Market> markets() {
    return marketsInOrder;
  }

  /// The price that the nearness of an intent is judged by; 0 if it is unknown.
  long referenceRaw(Watch watch) {
    Pauses pauses = settings.pauses();
    Market market = watch.market;
    long maxAgeNs =
        market.instrument.isStock() ? pauses.stockQuoteAgeNs() : pauses.cryptoQuoteAgeNs();
    if (maxAgeNs > 0 && market.staleFromNs(maxAgeNs) > nowNs) {
      staleFromNs = Math.min(staleFromNs, market.staleFromNs(maxAgeNs));
    }
    return market.referenceRaw(watch.side(), session.of(watch.intent), nowNs, maxAgeNs);
  }

  /// Whether prices are any concern of an intent now: those of a stock only in the session in which
  /// it may trade.
  boolean isOpenFor(Watch watch) {
    return !watch.market.instrument.isStock() || session.of(watch.intent).isOpen();
  }

  int entryPpm(Watch watch) {
    knowTolerances(watch);
    return watch.entryPpm;
  }

  int stealPpm(Watch watch) {
    knowTolerances(watch);
    return watch.stealPpm;
  }

  /// They are asked for at every price, and change with a level only.
  private void knowTolerances(Watch watch) {
    long moves = levelMovesOf(watch.market);
    if (watch.tolerancesOf == moves) {
      return;
    }
    watch.tolerancesOf = moves;
    Tier tier = settings.rationing().tier(watch.tierRank);
    Tolerances all = settings.tolerances();
    Instrument instrument = watch.market.instrument;
    watch.entryPpm = all.entryPpm(watch.intent, instrument, session.regime(), tier);
    watch.stealPpm = all.stealPpm(watch.intent, instrument, session.regime(), tier);
  }

  /// Levels of one instrument may have moved.
  void moveLevels(Market market) {
    market.levelMoves++;
    levelMoves++;
  }

  /// Levels of all instruments may have moved.
  void moveEveryLevel() {
    everyLevelMoves++;
    levelMoves++;
  }

  /// Grows whenever a level of an instrument may have moved.
  long levelMovesOf(Market market) {
    return everyLevelMoves + market.levelMoves;
  }

  /// Whether free capacity is for it; otherwise it may only steal.
  boolean takesFree(Watch watch) {
    Tier tier = settings.rationing().tier(watch.tierRank);
    return tier == null || tier.takesFree();
  }

  /// Whether an intent rests at any distance: by its flag always, by its rank out of hours.
  boolean isAtOnce(Watch watch) {
    boolean ranked =
        watch.rank > 0
            && watch.rank <= settings.atOnceRanks()
            && session.regime() == Regime.OUT_OF_HOURS;
    return watch.intent.atOnce() || ranked;
  }

  /// What a unit of an entry reserves: its limit; for a short sale 3 % above the ask, if more.
  long valuePriceRaw(Watch watch) {
    if (watch.side() == Side.BUY) {
      return watch.limitRaw();
    }
    long askRaw = watch.market.lastRaw(Side.BUY);
    long valued = Fixed.scaled(askRaw, SHORT_NUMERATOR, SHORT_DENOMINATOR, RoundingMode.CEILING);
    return Math.max(watch.limitRaw(), valued);
  }

  /// What an order of this size uses of each constraint.
  long[] orderUsage(Watch watch, long valuePriceRaw, long quantityRaw) {
    long value = Fixed.product(valuePriceRaw, quantityRaw, RoundingMode.CEILING);
    Lot lot = watch.lot;
    return capacity.orderUsage(watch.holder, value, lot != null && lot.isOpen());
  }

  /// What a new order for all that an intent still wants uses of each constraint; never changed.
  ///
  /// @param valuePriceRaw what a unit is worth
  long[] need(Watch watch, long valuePriceRaw) {
    Lot lot = watch.lot;
    boolean hasPosition = lot != null && lot.isOpen();
    long[] known = watch.need;
    if (known != null
        && watch.neededForRaw == watch.remainingRaw
        && watch.neededAtRaw == valuePriceRaw
        && watch.neededWithPosition == hasPosition) {
      return known;
    }
    long[] need = orderUsage(watch, valuePriceRaw, watch.remainingRaw);
    watch.need = need;
    watch.neededForRaw = watch.remainingRaw;
    watch.neededAtRaw = valuePriceRaw;
    watch.neededWithPosition = hasPosition;
    watch.isTooSmall = isBelowMinimum(watch.market, watch.limitRaw(), watch.remainingRaw);
    return need;
  }

  /// Whether an order of this size would be below what the venue takes.
  boolean isBelowMinimum(Market market, long priceRaw, long quantityRaw) {
    return Fixed.product(priceRaw, quantityRaw, RoundingMode.FLOOR)
        < market.instrument.minimum().raw();
  }

  /// Recomputes what a lot uses, at the mark of the last account fact.
  void value(Lot lot) {
    Market market = lot.watch.market;
    long value = Fixed.product(market.markRaw, lot.openRaw, RoundingMode.CEILING);
    long[] after = capacity.positionUsage(lot.watch.holder, value);
    capacity.changePosition(lot.usage, after);
    lot.usage = after;
  }

  /// Works out anew what everything uses, because the weights have changed.
  void weigh() {
    for (Watch watch : live) {
      watch.need = null;
    }
    entries.oldestFirst().forEach(this::reserve);
    lots.forEach(this::value);
    changes.everybody();
  }

  /// What is left of an order reserves its part from now on.
  void reserve(Working order) {
    long[] after =
        order.isEntry() && order.isLive()
            ? orderUsage(order.watch, order.valuePriceRaw, order.remainingRaw())
            : capacity.nothing();
    capacity.changeOrder(order.usage, after);
    order.usage = after;
  }

  /// An order is on its way.
  void remember(Working order) {
    orders.put(order.id, order);
    if (order.isEntry()) {
      entries.add(order);
    } else {
      exits.add(order);
    }
  }

  /// An order is over; answers about it may come still.
  void ended(Working order) {
    if (order.isEntry()) {
      entries.remove(order);
    } else {
      exits.remove(order);
    }
  }

  void send(Command command) {
    counters.sent(command);
    budget.sent();
    commands.add(command);
    observer.sent(nowNs, command);
  }

  /// Sends a command that changes nothing here; in a dry run it is left out.
  void request(Command command) {
    if (!dryRun) {
      send(command);
    }
  }

  /// Ends an intent.
  void end(Watch watch, IntentState state, @Nullable String reason) {
    endEpisode(watch);
    watch.state = state;
    watch.end = reason;
    live.remove(watch);
    watch.market.watches.remove(watch);
    flaggedAtOnce -= watch.intent.atOnce() ? 1 : 0;
    changes.touch(watch);
    served++;
    moveLevels(watch.market);
    ended++;
    sayNearest(watch);
    observer.ended(nowNs, watch.intent.id(), state, reason);
  }

  void sayNearest(Watch watch) {
    if (watch.nearestPpm != Watch.UNKNOWN) {
      observer.nearest(
          nowNs, watch.intent.id(), watch.nearestPpm, watch.nearestEntryPpm, watch.nearestNs);
    }
  }

  /// Begins a blocked episode, or goes on with it.
  void blocked(Watch watch) {
    if (!watch.isBlocked()) {
      counters.count(Counter.BLOCKED_EPISODES);
      watch.blockedSinceNs = nowNs;
      blockedIntents++;
    }
    watch.state = IntentState.BLOCKED;
  }

  void endEpisode(Watch watch) {
    if (watch.isBlocked()) {
      counters.blocked(nowNs - watch.blockedSinceNs);
      observer.wasBlocked(watch.blockedSinceNs, nowNs, watch.intent.id());
      watch.blockedSinceNs = Long.MIN_VALUE;
      watch.refusals.clear();
      blockedIntents--;
    }
    if (watch.state == IntentState.BLOCKED) {
      watch.state = IntentState.WAITING;
    }
  }

  /// Counts how long an intent was blocked until now; the episode goes on.
  void countEpisode(Watch watch) {
    if (watch.isBlocked()) {
      counters.blocked(nowNs - watch.blockedSinceNs);
      observer.wasBlocked(watch.blockedSinceNs, nowNs, watch.intent.id());
      watch.blockedSinceNs = nowNs;
    }
  }

  /// Asks for a settlement at a time for no intent in particular; `Long.MAX_VALUE` never comes.
  void settleAt(long timeNs) {
    if (timeNs < settlesAtNs || settlesAtNs <= nowNs) {
      settlesAtNs = timeNs;
      timers.at(timeNs, Timers.Kind.GUARD, () -> true);
    }
  }

  /// Asks for a settlement when a pause of `watch` ends.
  void settleAt(long timeNs, Watch watch) {
    timers.at(timeNs, Timers.Kind.PAUSE, watch, () -> watch.state.isLive());
  }
}
