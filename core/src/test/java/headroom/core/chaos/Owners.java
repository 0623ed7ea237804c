package headroom.core.chaos;

import headroom.core.capacity.AccountModel;
import headroom.core.engine.Event;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Forecast;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Those who want to trade: they submit, replace, withdraw and release, by chance.
final class Owners {
  private static final List<String> STRATEGIES = List.of("maxdiff", "highlow");

  private final Setup setup;
  private final SplittableRandom random;
  private final Told told;
  private final ToLongFunction<Instrument> prices;
  private int submitted;

  /// @param told which intents there are
  /// @param prices the price of an instrument, in billionths
  Owners(Setup setup, SplittableRandom random, Told told, ToLongFunction<Instrument> prices) {
    this.setup = setup;
    this.random = random;
    this.told = told;
    this.prices = prices;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// Somebody wants to trade.
  Event submit() {
    return new Event.IntentSubmitted(
        intent(any(setup.instruments()), side(), kind(), any(setup.owners())));
  }

  private Side side() {
    // Nothing can be sold short from an account that must pay in full.
    boolean mayShort = setup.settings().account() != AccountModel.CASH;
    return mayShort && chance(4) ? Side.SELL : Side.BUY;
  }

  private IntentKind kind() {
    return chance(10) ? IntentKind.PROBE : chance(20) ? IntentKind.EXIT : IntentKind.ENTRY;
  }

  private IntentId newId() {
    submitted++;
    return new IntentId("I" + submitted);
  }

  private Intent intent(Instrument instrument, Side side, IntentKind kind, String owner) {
    long priceRaw = prices.applyAsLong(instrument);
    long away = priceRaw / 10_000 * (chance(8) ? 0 : random.nextInt(1, 150));
    long limitRaw =
        instrument.limitOnTickRaw(side, side == Side.BUY ? priceRaw - away : priceRaw + away);
    long valueRaw = setup.equityRaw() / 1_000 * (chance(30) ? 1 : random.nextInt(40, 350));
    long quantityRaw =
        instrument.quantityOnStepRaw(
            Fixed.scaled(valueRaw, Fixed.ONE, limitRaw, java.math.RoundingMode.DOWN));
    Intent intent =
        new Intent(
            newId(),
            owner,
            instrument.id(),
            side,
            new Quantity(Math.max(quantityRaw, instrument.stepRaw())),
            new Price(limitRaw),
            expiry(),
            any(STRATEGIES),
            kind,
            chance(12),
            chance(12),
            chance(3) ? null : new Money(random.nextInt(-20, 100) * Fixed.ONE),
            chance(8) ? random.nextInt(2_000, 15_000) : null,
            kind == IntentKind.EXIT ? ExitPlan.NONE : exit(instrument, side, limitRaw),
            tags());
    return intent.withExtendedHours(setup.isExtended() && !chance(3));
  }

  private List<String> tags() {
    return setup.isRationed() && chance(3) ? List.of(any(setup.tags())) : List.of();
  }

  private long expiry() {
    long soonNs = told.nowNs + 1 + random.nextLong(200 * setup.tickNs());
    long closeNs = Setup.HOURS.closesNs(Math.max(0, Setup.HOURS.sessionAt(told.nowNs)));
    return chance(3) ? soonNs : chance(10) ? Math.max(soonNs, closeNs) : Long.MAX_VALUE;
  }

  private ExitPlan exit(Instrument instrument, Side side, long limitRaw) {
    long step = limitRaw / 1_000 * (1 + random.nextInt(5));
    long sign = side == Side.BUY ? 1 : -1;
    Side closing = side == Side.BUY ? Side.SELL : Side.BUY;
    Price profit = price(instrument, closing, limitRaw + sign * step);
    @Nullable Price stop = chance(2) ? price(instrument, side, limitRaw - sign * step) : null;
    return switch (random.nextInt(6)) {
      case 0 -> ExitPlan.NONE;
      case 1 -> new ExitPlan(profit, stop, 0, true);
      case 2 -> new ExitPlan(null, stop, 1, false);
      case 3 -> new ExitPlan(null, stop, 0, false);
      default -> new ExitPlan(profit, stop, -1, false);
    };
  }

  private static Price price(Instrument instrument, Side side, long raw) {
    return new Price(instrument.limitOnTickRaw(side, raw));
  }

  /// Somebody wants something else instead of what is there, or partly the same.
  Event plan() {
    Instrument instrument = any(setup.instruments());
    Side side = side();
    String owner = any(setup.owners());
    IntentKind kind = IntentKind.ENTRY;
    if (!told.live.isEmpty() && !chance(4)) {
      Intent there = any(told.live).intent;
      instrument = told.market(there.instrument()).instrument;
      side = there.side();
      owner = there.owner();
      kind = there.kind();
    }
    List<Intent> intents = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      intents.add(intent(instrument, side, kind, owner));
    }
    for (ToldIntent one : told.live) {
      boolean meant =
          one.intent.instrument().equals(instrument.id())
              && one.side() == side
              && one.intent.kind() == kind
              && one.intent.owner().equals(owner);
      if (meant && chance(2)) {
        intents.add(again(one.intent));
      }
    }
    return new Event.PlanSubmitted(owner, instrument.id(), side, kind, intents);
  }

  /// The same wish with an id of its own and perhaps other flags.
  private Intent again(Intent same) {
    Intent intent =
        new Intent(
            newId(),
            same.owner(),
            same.instrument(),
            same.side(),
            same.quantity(),
            same.limit(),
            chance(3) ? expiry() : same.expiresNs(),
            same.strategy(),
            same.kind(),
            chance(6),
            chance(6),
            same.forecast(),
            same.entryTolerancePpm(),
            same.exit(),
            setup.isRationed() && chance(3) ? tags() : same.tags());
    boolean other = setup.isExtended() && chance(4);
    return intent.withExtendedHours(same.extendedHours() != other);
  }

  /// Somebody no longer wants what he wanted; null if nobody wants anything.
  @Nullable Event withdraw() {
    return told.live.isEmpty() ? null : new Event.IntentWithdrawn(any(told.live).intent.id());
  }

  /// Somebody lets go on what was held, if anything is.
  @Nullable Event release() {
    List<ToldIntent> held = told.live.stream().filter(one -> one.held).toList();
    return held.isEmpty() ? null : new Event.IntentReleased(any(held).intent.id());
  }

  Event forecast() {
    String strategy = any(STRATEGIES);
    TreeMap<String, String> fields = new TreeMap<>();
    if (!chance(5)) {
      fields.put(strategy + "_forecasted_pnl", "" + random.nextInt(-20, 100));
    }
    long madeNs = told.nowNs - (chance(4) ? random.nextLong(5 * setup.tickNs()) : 0);
    long maxAgeNs = chance(2) ? Long.MAX_VALUE : 1 + random.nextLong(60 * setup.tickNs());
    return new Event.Forecasted(
        any(setup.instruments()).id(), strategy, new Forecast(fields, madeNs, maxAgeNs));
  }
}
