package headroom.sim.account;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountRead;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The true account of a run: what there is at the venue, whether the engine has heard of it or
/// not.
///
/// **Invariant:** cash is the sum of the ledger, what is held is the sum of its units, and every
/// change of either has a line.
///
/// Not thread safe; owned by one run.
public final class Account {
  /// A trade date begins at 20:00 of the evening before.
  private static final long EVENING_NS = 4 * 3_600_000_000_000L;

  private final AccountRules rules;
  private final MarketDays days;
  private final Positions positions;
  private final List<LedgerLine> ledger = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<Conservation.Done> splits = new ArrayList<>();
  private final FeeDesk desk = new FeeDesk();
  private final Unsettled unsettled = new Unsettled();
  private final Dividends dividends;
  private final Margin margin;
  private long cashRaw;
  private long feesRaw;
  private long financingRaw;
  private long turnoverRaw;

  /// An account with plain rules, for which no day ever ends.
  ///
  /// @param instruments in the order in which marks are given
  public Account(List<Instrument> instruments, Money deposit, long timeNs) {
    this(
        AccountRules.PLAIN,
        new MarketDays(
            new TradingHours(timeNs, timeNs + 1, new long[0], new long[0], new int[0]), List.of()),
        instruments,
        deposit,
        timeNs);
  }

  /// @param instruments in the order in which marks are given
  public Account(
      AccountRules rules,
      MarketDays days,
      List<Instrument> instruments,
      Money deposit,
      long timeNs) {
    this(rules, days, instruments, deposit, timeNs, new MarginHistory(deposit.raw()));
  }

  private Account(
      AccountRules rules,
      MarketDays days,
      List<Instrument> instruments,
      Money deposit,
      long timeNs,
      MarginHistory history) {
    this.rules = rules;
    this.days = days;
    this.positions = new Positions(instruments);
    this.dividends = new Dividends(rules.dividends());
    this.margin = new Margin(rules.regime(), history);
    move(timeNs, "deposit", null, null, deposit.raw(), 0);
  }

  /// An account that is told what happens to this one, and when: what the engine knows of it.
  public Account follower() {
    LedgerLine deposit = ledger.getFirst();
    return new Account(
        rules, days, positions.instruments(), deposit.amount(), deposit.timeNs(), margin.history());
  }

  /// The last tick of an instrument.
  ///
  /// @param index its place among the instruments
  public void mark(int index, long priceRaw) {
    positions.mark(index, priceRaw);
  }

  /// What a trade would cost beside its price by the dated tables; null if fees are flat.
  public @Nullable Charge charge(
      long timeNs,
      Instrument instrument,
      Side side,
      boolean maker,
      Price price,
      long quantityRaw,
      long amountRaw) {
    return rules.datedFees()
        ? desk.charge(days.at(timeNs), instrument, side, maker, price.raw(), quantityRaw, amountRaw)
        : null;
  }

  /// What one trade costs.
  ///
  /// @param feeRaw in billionths of money
  /// @param withheldRaw what is kept of the units received, in billionths
  public record Charge(long feeRaw, Fill.Form form, long withheldRaw) {}

  /// Books a trade: its amount, rounded against us, and its fee.
  ///
  /// @param index the place of its instrument among the instruments
  public void book(Fill fill, int index) {
    fills.add(fill);
    boolean buys = fill.side() == Side.BUY;
    long quantityRaw = fill.quantity().raw();
    long amountRaw =
        Fixed.product(
            fill.price().raw(), quantityRaw, buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
    turnoverRaw = Math.addExact(turnoverRaw, amountRaw);
    Instrument instrument = positions.instruments().get(index);
    LocalDate date = days.at(fill.timeNs());
    long signedRaw = buys ? -amountRaw : amountRaw;
    line(fill, buys ? "buy" : "sell", signedRaw, buys ? quantityRaw : -quantityRaw);
    if (rules.settles() && instrument.isStock()) {
      unsettled.add(date, days, signedRaw);
    }
    long feeRaw = fill.fee().raw();
    switch (fill.form()) {
      case CASH -> {
        if (feeRaw != 0) {
          feesRaw = Math.addExact(feesRaw, feeRaw);
          line(fill, "fee", -feeRaw, 0);
        }
      }
      case UNITS -> {
        if (fill.withheldRaw() != 0) {
          feesRaw = Math.addExact(feesRaw, feeRaw);
          line(fill, "fee", 0, -fill.withheldRaw());
        }
      }
      case DAILY -> {
        // The sums of the day are booked at its end.
      }
    }
    desk.booked(date, fill, instrument, amountRaw);
    hold(fill, index, amountRaw, date);
  }

  private void line(Fill fill, String kind, long amountRaw, long unitsRaw) {
    move(fill.timeNs(), kind, fill.instrument(), fill.order(), amountRaw, unitsRaw);
  }

  private LedgerLine move(
      long timeNs,
      String kind,
      @Nullable InstrumentId instrument,
      @Nullable OrderId order,
      long amountRaw,
      long unitsRaw) {
    cashRaw = Math.addExact(cashRaw, amountRaw);
    LedgerLine line =
        new LedgerLine(
            timeNs, kind, instrument, order, new Money(amountRaw), new Money(cashRaw), unitsRaw);
    ledger.add(line);
    return line;
  }

  private void hold(Fill fill, int index, long amountRaw, LocalDate date) {
    if (fill.opens()) {
      positions.enter(fill, index, amountRaw, date);
      return;
    }
    Holding holding = positions.of(fill);
    if (holding.instrument.isStock() && holding.entered.equals(date)) {
      margin.history().dayTraded(date, days.session(date), fill.order());
    }
    positions.leave(fill, amountRaw);
  }

  /// The shares of an instrument are others from now on: positions go on in new ones, and what is
  /// less than one of them is paid in cash at the last tick.
  ///
  /// @param index the place of the instrument among the instruments
  public void split(int index, Split split) {
    Instrument instrument = positions.instruments().get(index);
    splits.add(new Conservation.Done(fills.size(), instrument, split.fact()));
    for (Positions.Carried one : positions.split(index, split.fact(), split.timeNs())) {
      move(split.timeNs(), "split", instrument.id(), null, one.cashRaw(), one.unitsRaw());
    }
  }

  /// The exchange closes: what counts as yesterday tomorrow.
  public void close(long timeNs) {
    MarginHistory history = margin.history();
    history.lastEquityRaw = equityRaw();
    history.lastMaintenanceRaw =
        margin.maintenanceRaw(days.at(timeNs), positions.all(), positions.marksRaw(), cashRaw);
    boolean called = history.lastMaintenanceRaw > history.lastEquityRaw;
    if (rules.regime() != MarginRule.OFF && called) {
      history.calls.add(
          new MarginHistory.Call(timeNs, history.lastEquityRaw, history.lastMaintenanceRaw));
      move(timeNs, "margin-call", null, null, 0, 0);
    }
  }

  /// A day of New York ends: its fees are booked, borrowed money and stock are paid for until the
  /// next trading day, and what settles or is paid on the day that begins is settled and paid.
  ///
  /// @return what was booked
  public List<LedgerLine> endDay(long endNs) {
    LocalDate date = MarketDays.endingAt(endNs);
    List<LedgerLine> booked = bookFees(endNs);
    if (days.isTrading(date)) {
      finance(endNs, date, booked);
      dividends.recordAt(date, days.after(date, 1), positions.all());
    }
    LocalDate begins = date.plusDays(1);
    settle(begins);
    for (Dividends.Due due : dividends.payable(begins)) {
      booked.add(move(endNs, "dividend", due.instrument(), null, due.amountRaw(), 0));
    }
    return booked;
  }

  /// Books the fees of a day that is over, or of one that the run does not play to its end.
  public List<LedgerLine> bookFees(long timeNs) {
    List<LedgerLine> booked = new ArrayList<>();
    for (StockFees.Booked sum : desk.book()) {
      if (sum.amountRaw() != 0) {
        feesRaw = Math.addExact(feesRaw, sum.amountRaw());
        booked.add(move(timeNs, sum.kind(), null, null, -sum.amountRaw(), 0));
      }
    }
    return booked;
  }

  private void finance(long endNs, LocalDate date, List<LedgerLine> booked) {
    int nights = days.daysToNext(date);
    long debtRaw = Math.max(0, -settledCashRaw());
    long interest = Financing.raw(debtRaw, Financing.marginRatePpm(rules, date), nights);
    pay(endNs, "interest", interest, booked);
    pay(
        endNs,
        "borrow",
        Financing.raw(positions.shortRaw(), rules.borrowRatePpm(), nights),
        booked);
  }

  private void pay(long timeNs, String kind, long amountRaw, List<LedgerLine> booked) {
    if (amountRaw != 0) {
      financingRaw = Math.addExact(financingRaw, amountRaw);
      booked.add(move(timeNs, kind, null, null, -amountRaw, 0));
    }
  }

  /// Takes over what was booked at the end of a day for the account that this one follows.
  public void follow(List<LedgerLine> booked, long endNs) {
    booked.forEach(
        line -> move(line.timeNs(), line.kind(), line.instrument(), null, line.amount().raw(), 0));
    settle(MarketDays.endingAt(endNs).plusDays(1));
  }

  private void settle(LocalDate date) {
    unsettled.settle(date);
  }

  private long settledCashRaw() {
    return cashRaw - unsettled.sumRaw();
  }

  /// Cash that has settled; negative if it is borrowed.
  public Money settledCash() {
    return new Money(settledCashRaw());
  }

  /// Cash and the value of all positions at the last ticks, in billionths.
  public long equityRaw() {
    return Math.addExact(cashRaw, positions.valueRaw());
  }

  /// The gross value of the positions in stocks, or in crypto, in billionths.
  public long exposureRaw(boolean stocks) {
    return positions.exposureRaw(stocks);
  }

  /// What the engine is told of it.
  public AccountRead read(long timeNs) {
    return margin.read(
        tradeDate(timeNs),
        equityRaw(),
        cashRaw,
        unsettled,
        positions.all(),
        positions.instruments(),
        positions.marksRaw(),
        positions.marks());
  }

  private LocalDate tradeDate(long timeNs) {
    return days.at(timeNs + EVENING_NS);
  }

  /// Why the broker would not let a position be opened now; null if it would.
  public @Nullable String refusesToOpen(Instrument instrument, Side side, long timeNs) {
    LocalDate tradeDate = tradeDate(timeNs);
    return margin.refusesToOpen(instrument, side, tradeDate, days.session(tradeDate), equityRaw());
  }

  public Money cash() {
    return new Money(cashRaw);
  }

  /// All fees, also those that were charged in units, at their worth then.
  public Money fees() {
    return new Money(feesRaw);
  }

  /// Interest and what borrowed stock cost.
  public Money financing() {
    return new Money(financingRaw);
  }

  /// How often the positions asked for more than there was at a close.
  public int marginCalls() {
    return margin.history().calls.size();
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
    return positions.trades();
  }

  /// What is held in units, by intent.
  public SequencedMap<IntentId, Long> openRaw() {
    return positions.openRaw();
  }

  /// Whether a lot of a side is open in an instrument.
  ///
  /// @param index its place among the instruments
  public boolean holds(int index, Side side) {
    return positions.holds(index, side);
  }

  /// The value of what is held of an instrument, in billionths; negative if it is short.
  public long valueRaw(InstrumentId instrument) {
    return positions.valueRaw(instrument);
  }

  /// Whether cash and units are the sums of the ledger, and units entered and left agree with what
  /// is held.
  public boolean isConserved() {
    return Conservation.holds(ledger, fills, splits, positions.all(), cashRaw);
  }
}
