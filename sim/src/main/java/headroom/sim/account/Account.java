package headroom.sim.account;

import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Mark;
import headroom.core.intent.IntentId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The true account of a run: what there is at the venue, whether the engine has heard of it or
/// not.
///
/// **Invariant:** cash is the sum of the ledger, and every change of it has a line.
///
/// Not thread safe; owned by one run.
public final class Account {
  private final List<Instrument> instruments;
  private final long[] markRaw;
  private final List<LedgerLine> ledger = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<Trade> trades = new ArrayList<>();
  private final SequencedMap<IntentId, Holding> holdings = new TreeMap<>();
  private long cashRaw;
  private long feesRaw;
  private long turnoverRaw;

  /// @param instruments in the order in which marks are given
  public Account(List<Instrument> instruments, Money deposit, long timeNs) {
    this.instruments = List.copyOf(instruments);
    this.markRaw = new long[instruments.size()];
    this.cashRaw = deposit.raw();
    ledger.add(new LedgerLine(timeNs, "deposit", null, null, deposit, deposit));
  }

  /// The last tick of an instrument.
  ///
  /// @param index its place among the instruments
  public void mark(int index, long priceRaw) {
    markRaw[index] = priceRaw;
  }

  /// Books a trade: its amount, rounded against us, and its fee.
  ///
  /// @param index the place of its instrument among the instruments
  public void book(Fill fill, int index) {
    fills.add(fill);
    boolean buys = fill.side() == Side.BUY;
    long amountRaw =
        Fixed.product(
            fill.price().raw(),
            fill.quantity().raw(),
            buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
    turnoverRaw = Math.addExact(turnoverRaw, amountRaw);
    line(fill, buys ? "buy" : "sell", buys ? -amountRaw : amountRaw);
    if (fill.fee().raw() != 0) {
      feesRaw = Math.addExact(feesRaw, fill.fee().raw());
      line(fill, "fee", -fill.fee().raw());
    }
    hold(fill, index, amountRaw);
  }

  private void line(Fill fill, String kind, long amountRaw) {
    cashRaw = Math.addExact(cashRaw, amountRaw);
    ledger.add(
        new LedgerLine(
            fill.timeNs(),
            kind,
            fill.instrument(),
            fill.order(),
            new Money(amountRaw),
            new Money(cashRaw)));
  }

  private void hold(Fill fill, int index, long amountRaw) {
    if (fill.opens()) {
      holdings
          .computeIfAbsent(
              fill.intent(),
              id -> new Holding(id, instruments.get(index), index, fill.side(), fill.timeNs()))
          .enter(fill.quantity().raw(), amountRaw, fill.fee().raw());
      return;
    }
    Holding holding = holdings.get(fill.intent());
    if (holding == null) {
      throw new IllegalStateException("exit " + fill.order() + " must have a position");
    }
    holding.leave(fill.quantity().raw(), amountRaw, fill.fee().raw());
    if (!holding.isOpen()) {
      trades.add(holding.closed(fill.timeNs()));
      holdings.remove(fill.intent());
    }
  }

  /// Cash and the value of all positions at the last ticks, in billionths.
  public long equityRaw() {
    long equity = cashRaw;
    for (Holding holding : holdings.values()) {
      equity = Math.addExact(equity, holding.valueRaw(markRaw[holding.index]));
    }
    return equity;
  }

  /// The gross value of the positions in stocks, or in crypto, in billionths.
  public long exposureRaw(boolean stocks) {
    long exposure = 0;
    for (Holding holding : holdings.values()) {
      if (holding.instrument.isStock() == stocks) {
        exposure += Math.abs(holding.valueRaw(markRaw[holding.index]));
      }
    }
    return exposure;
  }

  /// What the engine is told of it.
  public AccountRead read() {
    Money cash = new Money(cashRaw);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < markRaw.length; i++) {
      if (markRaw[i] > 0) {
        marks.add(new Mark(instruments.get(i).id(), new Price(markRaw[i])));
      }
    }
    return new AccountRead(new Money(equityRaw()), cash, cash, marks, List.of());
  }

  public Money cash() {
    return new Money(cashRaw);
  }

  public Money fees() {
    return new Money(feesRaw);
  }

  /// The sum of the amounts of all fills.
  public Money turnover() {
    return new Money(turnoverRaw);
  }

  public List<LedgerLine> ledger() {
    return List.copyOf(ledger);
  }

  public List<Fill> fills() {
    return List.copyOf(fills);
  }

  public List<Trade> trades() {
    return List.copyOf(trades);
  }

  /// What is held in units, by intent.
  public SequencedMap<IntentId, Long> openRaw() {
    SequencedMap<IntentId, Long> open = new TreeMap<>();
    holdings.forEach((intent, holding) -> open.put(intent, holding.openRaw()));
    return open;
  }

  /// The value of what is held of an instrument, in billionths; negative if it is short.
  public long valueRaw(InstrumentId instrument) {
    long value = 0;
    for (Holding holding : holdings.values()) {
      if (holding.instrument.id().equals(instrument)) {
        value = Math.addExact(value, holding.valueRaw(markRaw[holding.index]));
      }
    }
    return value;
  }

  /// Whether cash is the sum of the ledger, and units entered and left agree with what is held.
  public boolean isConserved() {
    long sum = 0;
    for (LedgerLine line : ledger) {
      sum = Math.addExact(sum, line.amount().raw());
    }
    SequencedMap<IntentId, Long> units = new TreeMap<>();
    for (Fill fill : fills) {
      long signed = fill.opens() ? fill.quantity().raw() : -fill.quantity().raw();
      units.merge(fill.intent(), signed, Math::addExact);
    }
    units.values().removeIf(left -> left == 0);
    return sum == cashRaw && units.equals(openRaw());
  }
}
