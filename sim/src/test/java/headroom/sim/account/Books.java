package headroom.sim.account;

import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.math.RoundingMode;
import java.util.List;

/// An account whose trades are one line each, charged as the venue would charge them.
final class Books {
  static final Instrument STOCK = Instrument.stock("AAA");
  static final Instrument OTHER = Instrument.stock("BBB");
  static final Instrument PAIR = Instrument.crypto("BTC/USD", Fixed.ONE / 100);
  private static final List<Instrument> ALL = List.of(STOCK, OTHER, PAIR);

  final Account account;
  private final Days days;
  private int trades;

  Books(AccountRules rules, Days days, String deposit) {
    this.days = days;
    this.account = new Account(rules, days.market, ALL, Money.of(deposit), days.startNs());
  }

  static AccountRules rules(MarginRule rule) {
    return new AccountRules(true, true, AccountRules.MARGIN_RATE_PPM, 0, rule, List.of());
  }

  void enter(String intent, long timeNs, Instrument of, Side side, String quantity, String price) {
    trade(intent, timeNs, of, side, true, quantity, price, true);
  }

  void leave(String intent, long timeNs, Instrument of, Side side, String quantity, String price) {
    trade(intent, timeNs, of, side, false, quantity, price, false);
  }

  void trade(
      String intent,
      long timeNs,
      Instrument of,
      Side side,
      boolean opens,
      String quantity,
      String price,
      boolean maker) {
    trades++;
    Price at = Price.of(price);
    Quantity units = Quantity.of(quantity);
    long amountRaw =
        Fixed.product(
            at.raw(), units.raw(), side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR);
    Account.Charge charge = account.charge(timeNs, of, side, maker, at, units.raw(), amountRaw);
    if (charge == null) {
      throw new IllegalStateException("fees must be dated");
    }
    account.book(
        new Fill(
            timeNs,
            new OrderId(intent + "-" + trades),
            new IntentId(intent),
            of.id(),
            side,
            opens,
            units,
            at,
            new Money(charge.feeRaw()),
            charge.form(),
            charge.withheldRaw(),
            maker,
            Concession.NONE),
        ALL.indexOf(of));
    mark(of, price);
  }

  void mark(Instrument of, String price) {
    account.mark(ALL.indexOf(of), Price.of(price).raw());
  }

  void endDay(String date) {
    account.endDay(Days.endNs(date));
  }

  void endDays(String... dates) {
    for (String date : dates) {
      endDay(date);
    }
  }

  /// The ledger from the second line on, as `kind amount cash`.
  List<String> lines() {
    return account.ledger().stream()
        .skip(1)
        .map(line -> "%s %s %s".formatted(line.kind(), line.amount(), line.cash()))
        .toList();
  }

  Days days() {
    return days;
  }
}
