package headroom.sim.report;

import headroom.core.engine.IntentState;
import headroom.core.engine.IntentStatus;
import headroom.core.intent.Intent;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.sim.account.Fill;
import headroom.sim.account.LedgerLine;
import headroom.sim.account.Trade;
import headroom.sim.intents.Planned;
import headroom.sim.run.CommandLog;
import headroom.sim.run.DayEnd;
import headroom.sim.run.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The tables of a run as lines of CSV, each with its header.
public final class Tables {
  private Tables() {}

  /// All tables by the names of their files.
  public static SequencedMap<String, List<String>> of(Outcome outcome) {
    SequencedMap<String, List<String>> tables = new LinkedHashMap<>();
    tables.put("commands.csv", headed(CommandLog.HEADER, outcome.commands()));
    tables.put("fills.csv", fills(outcome));
    tables.put("trades.csv", trades(outcome));
    tables.put("ledger.csv", ledger(outcome));
    tables.put("equity.csv", equity(outcome));
    tables.put("intents.csv", intents(outcome));
    return tables;
  }

  private static List<String> headed(String header, List<String> rows) {
    List<String> lines = new ArrayList<>(rows.size() + 1);
    lines.add(header);
    lines.addAll(rows);
    return lines;
  }

  private static List<String> fills(Outcome outcome) {
    List<String> rows = new ArrayList<>();
    for (Fill fill : outcome.account().fills()) {
      rows.add(
          Csv.row(
              Csv.time(fill.timeNs()),
              fill.order().value(),
              fill.intent().value(),
              fill.instrument().value(),
              fill.side().word(),
              fill.quantity().toString(),
              fill.price().toString(),
              fill.fee().toString(),
              Boolean.toString(fill.maker()),
              Fixed.text(fill.withheldRaw())));
    }
    return headed("time,order,intent,symbol,side,quantity,price,fee,maker,withheld", rows);
  }

  private static List<String> trades(Outcome outcome) {
    List<String> rows = new ArrayList<>();
    for (Trade trade : outcome.account().trades()) {
      rows.add(
          Csv.row(
              Csv.time(trade.openedNs()),
              Csv.time(trade.closedNs()),
              trade.intent().value(),
              trade.instrument().value(),
              trade.side().word(),
              trade.quantity().toString(),
              trade.entryAmount().toString(),
              trade.exitAmount().toString(),
              trade.fees().toString(),
              trade.netPnl().toString()));
    }
    return headed(
        "opened,closed,intent,symbol,side,quantity,entryAmount,exitAmount,fees,netPnl", rows);
  }

  private static List<String> ledger(Outcome outcome) {
    List<String> rows = new ArrayList<>();
    for (LedgerLine line : outcome.account().ledger()) {
      rows.add(
          Csv.row(
              Csv.time(line.timeNs()),
              line.kind(),
              line.instrument() == null ? "" : line.instrument().value(),
              line.order() == null ? "" : line.order().value(),
              line.amount().toString(),
              line.cash().toString(),
              Fixed.text(line.unitsRaw())));
    }
    return headed("time,kind,symbol,order,amount,cash,units", rows);
  }

  private static List<String> equity(Outcome outcome) {
    List<String> rows = new ArrayList<>();
    for (DayEnd day : outcome.days()) {
      rows.add(
          Csv.row(
              day.date().toString(),
              day.equity().toString(),
              day.cash().toString(),
              day.stocks().toString(),
              day.crypto().toString(),
              String.format(Locale.ROOT, "%.6f", day.overnightRatio())));
    }
    return headed("date,equity,cash,exposureStocks,exposureCrypto,overnightRatio", rows);
  }

  private static List<String> intents(Outcome outcome) {
    TreeMap<String, Planned> planned = new TreeMap<>();
    for (Planned one : outcome.planned()) {
      planned.put(one.intent().id().value(), one);
    }
    Set<InstrumentId> split = new TreeSet<>();
    outcome.settings().account().splits().forEach(one -> split.add(one.instrument()));
    List<String> rows = new ArrayList<>();
    for (IntentStatus status : outcome.intents()) {
      Planned one = planned.get(status.intent().id().value());
      Intent intent = status.intent();
      if (one != null && split.contains(intent.instrument())) {
        intent = asPlanned(intent, one.intent());
      }
      rows.add(intent(status, intent, one == null ? null : one.fromNs()));
    }
    return headed(
        "id,owner,symbol,side,quantity,limit,from,expires,strategy,kind,at-once,vip,extended-hours,forecast,"
            + "entry-tolerance,take-profit,stop,max-hold-days,session-end,no-exit,tags,state,reason",
        rows);
  }

  /// In the shares in which it was wanted, so that the table can be played again.
  private static Intent asPlanned(Intent intent, Intent planned) {
    return intent.at(planned.limit(), planned.quantity(), planned.exit());
  }

  private static String intent(IntentStatus status, Intent intent, @Nullable Long fromNs) {
    Integer tolerance = intent.entryTolerancePpm();
    int days = intent.exit().maxHoldDays();
    boolean ended = !status.state().isLive();
    IntentState state = status.state();
    return Csv.row(
        intent.id().value(),
        intent.owner(),
        intent.instrument().value(),
        intent.side().word(),
        intent.quantity().toString(),
        intent.limit().toString(),
        fromNs == null ? "" : Csv.time(fromNs),
        intent.expiresNs() == Long.MAX_VALUE ? "" : Csv.time(intent.expiresNs()),
        intent.strategy(),
        intent.kind().word(),
        Boolean.toString(intent.atOnce()),
        Boolean.toString(intent.vip()),
        Boolean.toString(intent.extendedHours()),
        text(intent.forecast()),
        tolerance == null ? "" : tolerance + "ppm",
        text(intent.exit().takeProfit()),
        text(intent.exit().stop()),
        days < 0 ? "" : Integer.toString(days),
        Boolean.toString(intent.exit().sessionEnd()),
        Boolean.toString(intent.exit().isNone()),
        String.join(" ", intent.tags()),
        state.word(),
        ended ? (status.end() == null ? "" : status.end()) : "run-ended");
  }

  private static String text(@Nullable Money money) {
    return money == null ? "" : money.toString();
  }

  private static String text(@Nullable Price price) {
    return price == null ? "" : price.toString();
  }
}
