package headroom.core.chaos;

import headroom.core.capacity.AccountRead.Mark;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.Settings;
import headroom.core.engine.TradingMode;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What follows from everything that an engine was told, kept without looking at the engine.
final class Told {
  private static final long DAY_NS = 86_400 * Setup.SECOND_NS;

  final Setup setup;
  final Settings settings;
  final Limits limits;
  final Brakes brakes;
  final Feuds feuds;
  final Map<InstrumentId, ToldMarket> markets = new TreeMap<>();
  final Map<IntentId, ToldIntent> intents = new LinkedHashMap<>();
  final List<ToldIntent> live = new ArrayList<>();
  final Map<OrderId, ToldOrder> orders = new LinkedHashMap<>();
  final List<ToldOrder> liveOrders = new ArrayList<>();

  /// Intents that hold something.
  final List<ToldIntent> holders = new ArrayList<>();

  final Tally tally;
  private final Published published = new Published();
  private final Answered answered;
  boolean dryRun;
  TradingMode mode = TradingMode.NORMAL;
  long nowNs;
  private @Nullable Money equity;

  Told(Setup setup, Tally tally) {
    this.setup = setup;
    this.settings = setup.settings();
    this.limits =
        new Limits(settings.account(), settings.multiplier(), settings.rationing().caps());
    this.brakes = new Brakes(settings.guards());
    this.feuds = new Feuds(settings.fights(), settings.steals().cooldownNs());
    this.tally = tally;
    this.dryRun = settings.dryRun();
    setup.instruments().forEach(one -> markets.put(one.id(), new ToldMarket(one)));
    this.answered = new Answered(this);
  }

  ToldMarket market(InstrumentId id) {
    ToldMarket market = markets.get(id);
    if (market == null) {
      throw new IllegalStateException("unknown instrument " + id);
    }
    return market;
  }

  void tell(Event event) {
    switch (event) {
      case Event.Together together -> together.events().forEach(this::tell);
      case Event.Woke() -> wake();
      case Event.Priced priced -> priced.quotes().forEach(this::priced);
      case Event.AccountChanged changed -> {
        limits.read(changed.account());
        equity = changed.account().equity();
        for (Mark mark : changed.account().marks()) {
          market(mark.instrument()).markRaw = mark.price().raw();
        }
      }
      case Event.Forecasted news -> published.told(news, live, nowNs);
      case Event.ModeSwitched switched -> mode = switched.mode();
      case Event.IntentSubmitted submitted -> wants(submitted.intent());
      case Event.IntentWithdrawn withdrawn -> {
        ToldIntent one = intents.get(withdrawn.intent());
        if (one != null && !one.over) {
          leave(one);
        }
      }
      case Event.IntentReleased released -> {
        ToldIntent one = intents.get(released.intent());
        if (one != null) {
          one.held = false;
          one.canceledByOthers = false;
        }
      }
      case Event.PlanSubmitted plan -> plan(plan);
      case Event.StealRemembered steal ->
          feuds.confirm(
              steal.thief(),
              steal.victim(),
              steal.timeNs(),
              isExempt(steal.thief(), steal.victim()));
      case Event.Split split ->
          throw new UnsupportedOperationException("shares must not be split here, was " + split);
      case Event.DryRunSwitched dry -> dryRun = dry.on();
      case OrderEvent answer -> answered.on(answer);
    }
  }

  boolean isExempt(InstrumentId one, InstrumentId other) {
    return settings.fights().cryptoExempt()
        && market(one).instrument.isCrypto()
        && market(other).instrument.isCrypto();
  }

  private void priced(Quote quote) {
    ToldMarket market = market(quote.instrument());
    market.quoted(quote, nowNs);
    for (ToldIntent one : holders) {
      Price stop = one.intent.exit().stop();
      if (one.market == market && stop != null && one.openRaw > 0) {
        long reference = market.referenceRaw(one.exitSide(), Setup.HOURS, nowNs, 0);
        boolean through =
            one.side() == Side.BUY ? reference <= stop.raw() : reference >= stop.raw();
        one.closing |= reference != 0 && through;
      }
    }
  }

  private void wake() {
    published.wake(live, nowNs);
    for (ToldOrder order : liveOrders) {
      boolean forgets = order.forgetsNs.removeIf(timeNs -> timeNs <= nowNs);
      if (forgets && order.stage == ToldOrder.Stage.RESTS) {
        order.steal = null;
        order.cancelAsked = false;
      }
    }
    for (ToldIntent one : intents.values()) {
      one.closing |= one.opened && nowNs >= one.closesNs;
    }
  }

  // Intents.

  private ToldIntent wants(Intent given) {
    ToldMarket market = market(given.instrument());
    Intent rounded = onSteps(given, market.instrument);
    int priority = settings.rationing().priorities().getOrDefault(given.owner(), 0);
    ToldIntent one = new ToldIntent(published.filledIn(rounded, nowNs), market, nowNs, priority);
    intents.put(given.id(), one);
    live.add(one);
    return one;
  }

  private static Intent onSteps(Intent given, Instrument instrument) {
    ExitPlan exit = given.exit();
    Price profit = exit.takeProfit();
    if (profit != null) {
      Side closing = given.side() == Side.BUY ? Side.SELL : Side.BUY;
      Price rounded = new Price(instrument.limitOnTickRaw(closing, profit.raw()));
      exit = new ExitPlan(rounded, exit.stop(), exit.maxHoldDays(), exit.sessionEnd());
    }
    return given.at(
        new Price(instrument.limitOnTickRaw(given.side(), given.limit().raw())),
        new Quantity(instrument.quantityOnStepRaw(given.quantity().raw())),
        exit);
  }

  /// Nobody wants an intent any more; one without an order is over.
  private void leave(ToldIntent one) {
    one.withdrawn = true;
    one.steal = null;
    one.over |= one.order == null;
  }

  private void plan(Event.PlanSubmitted plan) {
    tally.count(Happening.PLANS);
    List<ToldIntent> before = new ArrayList<>();
    List<ToldOrder> replaced = new ArrayList<>();
    for (ToldIntent one : live) {
      boolean meant =
          !one.over
              && one.intent.owner().equals(plan.owner())
              && one.intent.instrument().equals(plan.instrument())
              && one.side() == plan.side()
              && one.intent.kind() == plan.kind();
      if (meant && !one.withdrawn) {
        before.add(one);
      } else if (meant && one.order != null) {
        replaced.add(one.order);
      }
    }
    List<Intent> fresh = new ArrayList<>();
    for (Intent given : plan.intents()) {
      Intent intent = onSteps(given, market(plan.instrument()).instrument);
      ToldIntent same = same(before, intent);
      if (same == null) {
        fresh.add(given);
      } else {
        before.remove(same);
        same.intent = published.filledIn(same.intent.withFlagsOf(intent), nowNs);
        // Parking ends; what was cancelled by others stays held.
        same.held = same.canceledByOthers;
        if (same.order != null) {
          reserve(same.order);
        }
      }
    }
    for (ToldIntent one : before) {
      if (one.order != null) {
        replaced.add(one.order);
      }
      leave(one);
    }
    for (Intent given : fresh) {
      ToldIntent one = wants(given);
      one.waitsFor.addAll(replaced);
      replaced.forEach(order -> order.replacedBy.add(one));
    }
  }

  private @Nullable ToldIntent same(List<ToldIntent> before, Intent intent) {
    for (ToldIntent one : before) {
      if (one.intent.limit().equals(intent.limit())
          && one.intent.quantity().equals(intent.quantity())
          && one.intent.strategy().equals(intent.strategy())
          && nowNs < one.intent.expiresNs()
          && keepsItsSessions(one, intent)) {
        return one;
      }
    }
    return null;
  }

  /// What rests at the venue cannot be told to work in other sessions.
  private boolean keepsItsSessions(ToldIntent one, Intent intent) {
    return one.order == null
        || !setup.isExtended()
        || one.instrument().isCrypto()
        || one.order.place.timeInForce().isExtended() == intent.extendedHours();
  }

  // Positions.

  /// An entry traded.
  void bought(ToldIntent one, long tradedRaw, Price price) {
    if (!one.opened) {
      one.opened = true;
      one.closesNs = closesNs(one);
    }
    if (!holders.contains(one)) {
      holders.add(one);
    }
    one.openRaw += tradedRaw;
    if (one.market.markRaw == 0) {
      one.market.markRaw = price.raw();
    }
  }

  private long closesNs(ToldIntent one) {
    ExitPlan plan = one.intent.exit();
    if (!plan.sessionEnd() && plan.maxHoldDays() < 0) {
      return Long.MAX_VALUE;
    }
    int days = plan.sessionEnd() ? 0 : plan.maxHoldDays();
    long endNs =
        one.instrument().isStock()
            ? Setup.HOURS.closesNs(
                setup.hoursOf(one.intent.extendedHours()).sessionAt(nowNs) + days)
            : (nowNs / DAY_NS + 1 + days) * DAY_NS;
    return endNs - settings.pauses().exitLeadNs();
  }

  // Sums.

  /// What orders, positions, strangers and purchases use.
  long[] used() {
    long[] used = new long[limits.size()];
    for (int c = 0; c < used.length; c++) {
      used[c] = limits.foreignRaw[c] + limits.spentRaw[c];
    }
    for (ToldOrder order : liveOrders) {
      add(used, order.usage);
    }
    for (ToldIntent one : holders) {
      add(used, limits.ofPosition(one));
    }
    return used;
  }

  /// What is promised to thieves.
  long[] promised() {
    long[] promised = new long[limits.size()];
    for (ToldIntent one : live) {
      if (one.steal != null) {
        add(promised, one.steal.earmark);
      }
    }
    return promised;
  }

  /// What is left of an entry uses its part from now on.
  void reserve(ToldOrder order) {
    if (order.isEntry() && order.isLive()) {
      order.usage = limits.ofOrder(order.intent, order.valuePriceRaw, order.remainingRaw());
    }
  }

  static void add(long[] sum, long[] more) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += more[c];
    }
  }

  /// What a unit of an entry would reserve now.
  long valuePriceRaw(ToldIntent one) {
    long limitRaw = one.intent.limit().raw();
    return one.side() == Side.BUY
        ? limitRaw
        : Math.max(limitRaw, Limits.threePercentAbove(one.market.lastRaw(Side.BUY)));
  }

  /// What an entry for all that is left would reserve now.
  long[] need(ToldIntent one) {
    return limits.ofOrder(one, valuePriceRaw(one), one.remainingRaw);
  }

  /// What is neither used nor promised.
  long[] free() {
    long[] free = limits.limitRaw.clone();
    long[] used = used();
    long[] promised = promised();
    for (int c = 0; c < free.length; c++) {
      free[c] -= used[c] + promised[c];
    }
    return free;
  }

  /// Whether an entry for all that is left would bring too much into one direction.
  boolean isTooExposed(ToldIntent one) {
    long ppm = settings.guards().exposurePpm();
    if (ppm == 0 || equity == null) {
      return ppm != 0;
    }
    long sum = Limits.productUp(valuePriceRaw(one), one.remainingRaw);
    for (ToldOrder order : liveOrders) {
      if (order.isEntry()) {
        long value = Limits.productUp(order.valuePriceRaw, order.remainingRaw());
        sum += order.side() == one.side() ? value : -value;
      }
    }
    for (ToldIntent holder : holders) {
      long value = Limits.productUp(holder.market.markRaw, holder.openRaw);
      sum += holder.side() == one.side() ? value : -value;
    }
    return sum > Limits.partDown(equity.raw(), ppm);
  }

  boolean isBelowMinimum(ToldIntent one, long priceRaw, long quantityRaw) {
    return Limits.productDown(priceRaw, quantityRaw) < one.instrument().minimum().raw();
  }
}
