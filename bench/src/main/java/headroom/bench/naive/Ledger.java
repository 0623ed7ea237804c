package headroom.bench.naive;

import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountConstraint;
import headroom.core.capacity.AccountRead;
import headroom.core.capacity.Cap;
import headroom.core.capacity.Constraint;
import headroom.core.engine.Command;
import headroom.core.engine.Settings;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.steal.StealHistory;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All that the naive engine remembers. Nothing is kept that can be added up again: every sum is
/// taken anew, over all orders and holdings, whenever it is asked for.
final class Ledger {
  final Settings settings;
  final TradingHours hours;
  final List<AccountConstraint> constraints = new ArrayList<>();
  final StealHistory history;
  final Map<InstrumentId, Instrument> instruments = new TreeMap<>();
  final Map<InstrumentId, Ticker> tickers = new TreeMap<>();
  final List<Want> wants = new ArrayList<>();
  final Map<OrderId, Order> orders = new TreeMap<>();
  final List<Order> entries = new ArrayList<>();
  final List<Holding> holdings = new ArrayList<>();
  final List<Holding> everHeld = new ArrayList<>();
  final List<Theft> thefts = new ArrayList<>();
  final List<Command> commands = new ArrayList<>();
  AccountRead account = AccountRead.UNKNOWN;
  long[] spent;
  long nowNs;

  Ledger(Settings settings, TradingHours hours, List<Instrument> instruments) {
    this.settings = settings;
    this.hours = hours;
    for (Constraint constraint : settings.constraints()) {
      switch (constraint) {
        case AccountConstraint ofBroker -> constraints.add(ofBroker);
        case Cap cap -> throw new UnsupportedOperationException("caps must be none, was " + cap);
      }
    }
    this.history = new StealHistory(settings.fights(), settings.steals().cooldownNs());
    this.spent = new long[constraints.size()];
    for (Instrument instrument : instruments) {
      this.instruments.put(instrument.id(), instrument);
      tickers.put(instrument.id(), new Ticker());
    }
  }

  Ticker ticker(Want want) {
    return Objects.requireNonNull(tickers.get(want.intent.instrument()));
  }

  Instrument instrument(InstrumentId id) {
    return Objects.requireNonNull(instruments.get(id));
  }

  List<Want> live() {
    return wants.stream().filter(want -> want.live).toList();
  }

  Regime regime() {
    return hours.regime(nowNs);
  }

  boolean isClosedFor(Want want) {
    return want.instrument.isStock() && !hours.isOpen(nowNs);
  }

  /// The price that nearness is judged by; 0 if it is unknown.
  long referenceRaw(Want want, Side side) {
    Ticker ticker = ticker(want);
    Quote quote = ticker.quote;
    if (quote == null) {
      return 0;
    }
    if (want.instrument.isStock()) {
      int session = hours.sessionAt(nowNs);
      if (session < 0 || !hours.isOpen(nowNs) || ticker.quotedNs < hours.opensNs(session)) {
        return 0;
      }
    }
    return quote.referenceRaw(side);
  }

  int entryPpm(Want want) {
    return settings.tolerances().entryPpm(want.intent, want.instrument, regime(), null);
  }

  int stealPpm(Want want) {
    return settings.tolerances().stealPpm(want.intent, want.instrument, regime(), null);
  }

  // Amounts, one number per constraint.

  long[] orderUsage(Want want, long quantityRaw) {
    long value = Fixed.product(want.limitRaw(), quantityRaw, RoundingMode.CEILING);
    long[] usage = new long[constraints.size()];
    for (int c = 0; c < usage.length; c++) {
      usage[c] = usageRaw(constraints.get(c), want.instrument, value);
    }
    return usage;
  }

  /// What a live entry order holds.
  long[] held(Order order) {
    return orderUsage(order.want, order.restRaw());
  }

  private long positionUsageRaw(int c, Holding holding) {
    long value = Fixed.product(ticker(holding.want).markRaw, holding.openRaw, RoundingMode.CEILING);
    AccountConstraint constraint = constraints.get(c);
    return constraint.countsPositions() ? usageRaw(constraint, holding.want.instrument, value) : 0;
  }

  private static long usageRaw(AccountConstraint constraint, Instrument instrument, long value) {
    int divisor = instrument.isStock() ? constraint.stockDivisor() : constraint.cryptoDivisor();
    return divisor == 0 ? 0 : Math.ceilDiv(value, divisor);
  }

  boolean isLimitKnown(int c) {
    return figure(c) != null;
  }

  private @Nullable Money figure(int c) {
    return switch (constraints.get(c).figure()) {
      case EQUITY -> account.equity();
      case SETTLED_CASH -> account.settledCash();
      case STOCK_POWER ->
          throw new UnsupportedOperationException("the morning must not limit stocks");
    };
  }

  long limitRaw(int c) {
    return Objects.requireNonNull(figure(c)).raw() * constraints.get(c).multiplier();
  }

  long usedRaw(int c) {
    long used = spent[c];
    for (Order order : entries) {
      used += held(order)[c];
    }
    for (Holding holding : holdings) {
      used += positionUsageRaw(c, holding);
    }
    return used;
  }

  long freeRaw(int c) {
    long free = limitRaw(c) - usedRaw(c);
    for (Theft theft : thefts) {
      free -= theft.earmark[c];
    }
    return free;
  }

  boolean fits(long[] need, long[] own) {
    for (int c = 0; c < need.length; c++) {
      if (need[c] > 0 && need[c] > freeRaw(c) + own[c]) {
        return false;
      }
    }
    return true;
  }

  boolean isBelowMinimum(Instrument instrument, long priceRaw, long quantityRaw) {
    return Fixed.product(priceRaw, quantityRaw, RoundingMode.FLOOR) < instrument.minimum().raw();
  }

  /// An order was filled: where positions do not count, the money is gone at once.
  void spend(Want want, long quantityRaw) {
    long[] usage = orderUsage(want, quantityRaw);
    for (int c = 0; c < usage.length; c++) {
      spent[c] += constraints.get(c).countsPositions() ? 0 : usage[c];
    }
  }

  /// A fact takes the place of what was spent since the last one.
  void read(AccountRead fact) {
    if (fact.multiplier() != 0 || !fact.strangers().isEmpty() || !fact.requirements().isEmpty()) {
      throw new UnsupportedOperationException("account must be a plain one, was " + fact);
    }
    account = fact;
    spent = new long[constraints.size()];
    for (AccountRead.Mark mark : fact.marks()) {
      Ticker ticker = tickers.get(mark.instrument());
      if (ticker != null) {
        ticker.markRaw = mark.price().raw();
      }
    }
  }
}
