package headroom.sim.check;

import headroom.core.intent.OrderId;
import headroom.core.market.Bars;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.sim.account.Account;
import headroom.sim.account.Fill;
import headroom.sim.account.LedgerLine;
import headroom.sim.path.Tape;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Does the books of an account a second time, from its fills and its ledger.
public final class Books {
  private Books() {}

  /// Where they do not agree, in words; empty if they do, to the last unit.
  ///
  /// @param tape the bars of the run
  public static List<String> problems(Account account, Tape tape) {
    List<String> problems = new ArrayList<>();
    long cashRaw = 0;
    TreeMap<String, Long> traded = new TreeMap<>();
    for (LedgerLine line : account.ledger()) {
      cashRaw = Math.addExact(cashRaw, line.amount().raw());
      if (line.cash().raw() != cashRaw) {
        problems.add(
            "cash after a ledger line must be %s, was %s"
                .formatted(new Money(cashRaw), line.cash()));
      }
      OrderId order = line.order();
      if (order != null && (line.kind().equals("buy") || line.kind().equals("sell"))) {
        traded.merge(order.value(), line.amount().raw(), Math::addExact);
      }
    }
    one("cash", account.cash().raw(), cashRaw, problems);
    compare(traded, amounts(account.fills()), problems);
    if (!account.isConserved()) {
      problems.add("units entered less units left must be those held, were not");
    }
    long equityRaw = cashRaw;
    for (Bars bars : tape.series()) {
      equityRaw = Math.addExact(equityRaw, account.valueRaw(bars.id()));
    }
    one("equity", account.equityRaw(), equityRaw, problems);
    return problems;
  }

  /// What each order must have changed cash by, beside fees: price times quantity, rounded against
  /// us.
  private static Map<String, Long> amounts(List<Fill> fills) {
    TreeMap<String, Long> amounts = new TreeMap<>();
    for (Fill fill : fills) {
      boolean buys = fill.side() == Side.BUY;
      long amountRaw =
          Fixed.product(
              fill.price().raw(),
              fill.quantity().raw(),
              buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
      amounts.merge(fill.order().value(), buys ? -amountRaw : amountRaw, Math::addExact);
    }
    return amounts;
  }

  private static void compare(
      Map<String, Long> ledger, Map<String, Long> fills, List<String> problems) {
    TreeMap<String, Long> all = new TreeMap<>(ledger);
    all.putAll(fills);
    for (String order : all.keySet()) {
      one(
          "ledger of order " + order,
          ledger.getOrDefault(order, 0L),
          fills.getOrDefault(order, 0L),
          problems);
    }
  }

  private static void one(String what, long isRaw, long mustRaw, List<String> problems) {
    if (isRaw != mustRaw) {
      problems.add("%s must be %s, was %s".formatted(what, new Money(mustRaw), new Money(isRaw)));
    }
  }
}
