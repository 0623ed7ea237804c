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

  final Settings settings;
  final Session session;
  final Observer observer;
  final CapacityBook capacity;
  final StealHistory history;
  final Timers timers = new Timers();
  final Counters counters = new Counters();

  private final SequencedMap<InstrumentId, Market> markets = new TreeMap<>();
  final SequencedMap<IntentId, Watch> watches = new LinkedHashMap<>();
  final SequencedMap<OrderId, Working> orders = new LinkedHashMap<>();

  /// Intents that are not over, oldest first.
  final List<Watch> live = new ArrayList<>();

  /// Entry orders that are not over, oldest first.
  final List<Working> entries = new ArrayList<>();

  /// Exit orders that are not over, oldest first.
  final List<Working> exits = new ArrayList<>();

  /// Positions that are open, oldest first.
  final List<Lot> lots = new ArrayList<>();

  /// Steals whose thief was not placed yet, oldest first.
  final List<Steal> steals = new ArrayList<>();

  final List<Command> commands = new ArrayList<>();
  AccountRead account = AccountRead.UNKNOWN;
  boolean dryRun;
  long nowNs;

  /// Grows whenever a level may have moved.
  long levels;

  Book(Settings settings, TradingHours hours, List<Instrument> instruments, Observer observer) {
    this.settings = settings;
    this.session = new Session(hours);
    this.observer = observer;
    this.capacity = new CapacityBook(settings.account().constraints(settings.multiplier()));
    this.history = new StealHistory(settings.fights(), settings.steals().cooldownNs());
    this.dryRun = settings.dryRun();
    for (Instrument instrument : instruments) {
      if (markets.put(instrument.id(), new Market(instrument)) != null) {
        throw new IllegalArgumentException("instrument must be given once, was " + instrument.id());
      }
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

  /// The price that the nearness of an intent is judged by; 0 if it is unknown.
  long referenceRaw(Watch watch) {
    Pauses pauses = settings.pauses();
    Market market = watch.market;
    long maxAgeNs =
        market.instrument.isStock() ? pauses.stockQuoteAgeNs() : pauses.cryptoQuoteAgeNs();
    return market.referenceRaw(watch.side(), session, nowNs, maxAgeNs);
  }

  int entryPpm(Watch watch) {
    return settings.tolerances().entryPpm(watch.intent, watch.market.instrument, session.regime());
  }

  int stealPpm(Watch watch) {
    return settings.tolerances().stealPpm(watch.intent, watch.market.instrument, session.regime());
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
  long[] orderUsage(Market market, long valuePriceRaw, long quantityRaw) {
    long value = Fixed.product(valuePriceRaw, quantityRaw, RoundingMode.CEILING);
    return capacity.orderUsage(market.instrument.assetClass(), value);
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
    long[] after = capacity.positionUsage(market.instrument.assetClass(), value);
    capacity.changePosition(lot.usage, after);
    lot.usage = after;
  }

  void send(Command command) {
    counters.sent(command);
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
    levels++;
    sayNearest(watch);
    observer.ended(nowNs, watch.intent.id(), state, reason);
  }

  void sayNearest(Watch watch) {
    if (watch.nearestPpm != Watch.UNKNOWN) {
      observer.nearest(
          nowNs, watch.intent.id(), watch.nearestPpm, watch.nearestEntryPpm, watch.nearestNs);
    }
  }

  void endEpisode(Watch watch) {
    if (watch.isBlocked()) {
      counters.blocked(nowNs - watch.blockedSinceNs);
      watch.blockedSinceNs = Long.MIN_VALUE;
      watch.refusals.clear();
    }
    if (watch.state == IntentState.BLOCKED) {
      watch.state = IntentState.WAITING;
    }
  }

  /// Counts how long an intent was blocked until now; the episode goes on.
  void countEpisode(Watch watch) {
    if (watch.isBlocked()) {
      counters.blocked(nowNs - watch.blockedSinceNs);
      watch.blockedSinceNs = nowNs;
    }
  }

  /// Asks the venue when the answer to a cancel or a change is overdue. Until it is known, nothing
  /// is free.
  void watchAnswer(Working order) {
    timers.at(
        nowNs + settings.steals().cancelDeadlineNs(),
        Timers.Kind.ANSWER,
        () -> {
          if (order.state == Working.State.CANCELING || order.isBeingChanged()) {
            request(new Command.Ask(order.id));
            watchAnswer(order);
          }
          // A question changes nothing that could be decided anew.
          return false;
        });
  }

  /// Asks for a settlement when a pause of `watch` ends.
  void settleAt(long timeNs, Watch watch) {
    timers.at(timeNs, Timers.Kind.PAUSE, () -> watch.state.isLive());
  }
}
