package headroom.report;

import headroom.core.calendar.Regime;
import headroom.core.num.Money;
import headroom.report.Sheet.Cell;
import headroom.report.Sheet.Column;
import headroom.sim.account.Fill;
import headroom.sim.account.LedgerLine;
import headroom.sim.account.Trade;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.InstrumentFigures;
import headroom.sim.report.Figures.RegimeFigures;
import headroom.sim.run.DayEnd;
import headroom.sim.run.Outcome;
import headroom.sim.trace.Marks.Theft;
import headroom.sim.trace.Tally;
import headroom.sim.trace.Trace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The tables of a run: by instrument, by hour, by regime, by kind.
final class Groups {
  private static final double SECOND_NS = 1e9;
  private static final int HOURS = 24;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Outcome outcome;
  private final Figures figures;
  private final Trace trace;

  Groups(Facts facts) {
    this.outcome = facts.outcome();
    this.figures = facts.figures();
    this.trace = facts.trace();
  }

  Sheet byInstrument() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    SequencedMap<String, Tally> tallies = new LinkedHashMap<>();
    trace.byInstrument().forEach((id, tally) -> tallies.put(id.value(), tally));
    for (InstrumentFigures one : figures.perInstrument()) {
      Tally tally = tallies.get(one.symbol());
      rows.add(
          Sheet.row(
              one.symbol(),
              one.intents(),
              tally == null ? null : tally.placed(),
              one.filled(),
              tally == null ? null : tally.blockedEpisodes(),
              tally == null ? null : tally.blockedNs() / SECOND_NS,
              tally == null ? null : tally.steals(),
              tally == null ? null : tally.stolen(),
              one.netPnl(),
              one.fees()));
    }
    return new Sheet(
        "instruments",
        "By instrument",
        "",
        List.of(
            Column.of("instrument", Cell.TEXT),
            Column.of("intents", Cell.COUNT),
            new Column("placed", Cell.COUNT, "entry orders sent"),
            new Column("filled", Cell.COUNT, "intents completely filled"),
            new Column("blocked", Cell.COUNT, "blocked episodes"),
            new Column("time blocked", Cell.SECONDS, "summed over intents"),
            new Column("steals", Cell.COUNT, "its orders for which others were cancelled"),
            new Column("stolen", Cell.COUNT, "its orders that were cancelled for others"),
            new Column("net PnL, $", Cell.MONEY, "with open positions at the last price"),
            Column.of("fees, $", Cell.MONEY)),
        rows);
  }

  Sheet byHour() {
    long[] fills = fillsByHour();
    long[] lots = new long[HOURS];
    Money[] net = new Money[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      net[hour] = Money.ZERO;
    }
    for (Trade trade : outcome.account().trades()) {
      int hour = Trace.hour(trade.openedNs());
      lots[hour]++;
      net[hour] = net[hour].plus(trade.netPnl());
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      Tally tally = trace.byHour().get(hour);
      rows.add(
          Sheet.row(
              String.format(Locale.ROOT, "%02d:00", hour),
              tally.placed(),
              fills[hour],
              tally.blockedEpisodes(),
              tally.blockedNs() / SECOND_NS,
              tally.steals(),
              tally.stolen(),
              lots[hour],
              net[hour].toString()));
    }
    return new Sheet("hours", "By hour of the day, UTC", "", columns("hour"), rows);
  }

  /// Fills that open, by the hour of the day, UTC.
  long[] fillsByHour() {
    long[] fills = new long[HOURS];
    for (Fill fill : outcome.account().fills()) {
      fills[Trace.hour(fill.timeNs())] += fill.opens() ? 1 : 0;
    }
    return fills;
  }

  Sheet byRegime() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RegimeFigures one : figures.perRegime()) {
      Regime regime = one.regime().equals("regular") ? Regime.REGULAR : Regime.OUT_OF_HOURS;
      Tally tally = trace.byRegime().getOrDefault(regime, null);
      rows.add(
          Sheet.row(
              regime == Regime.REGULAR ? "exchange open" : "exchange closed",
              tally == null ? null : tally.placed(),
              one.fills(),
              tally == null ? null : tally.blockedEpisodes(),
              tally == null ? null : tally.blockedNs() / SECOND_NS,
              tally == null ? null : tally.steals(),
              tally == null ? null : tally.stolen(),
              one.closedLots(),
              one.netPnl()));
    }
    return new Sheet("regimes", "By regime", "", columns("regime"), rows);
  }

  private static List<Column> columns(String first) {
    return List.of(
        Column.of(first, Cell.TEXT),
        new Column("placed", Cell.COUNT, "entry orders sent"),
        new Column("fills", Cell.COUNT, "fills that open a position"),
        new Column("blocked", Cell.COUNT, "blocked episodes that began"),
        new Column("time blocked", Cell.SECONDS, "summed over intents"),
        new Column("steals", Cell.COUNT, "orders accepted for which others were cancelled"),
        new Column("stolen", Cell.COUNT, "orders that were cancelled for others"),
        new Column("closed lots", Cell.COUNT, "by when they were opened"),
        new Column("net PnL, $", Cell.MONEY, "of closed lots, after fees"));
  }

  Sheet refusals() {
    long blocked = figures.scheduling().blockedEpisodes();
    List<List<@Nullable Object>> rows =
        mostFirst(
            figures.scheduling().refusals(),
            (reason, episodes) ->
                Sheet.row(
                    reason.replace("no-capacity.", ""),
                    episodes,
                    blocked == 0 ? null : (double) episodes / blocked,
                    Reasons.met(reason)));
    return new Sheet(
        "refusal-reasons",
        "Refusals by reason",
        "Each reason once per blocked episode, so the shares may add up to more than 100 %.",
        List.of(
            Column.of("reason", Cell.TEXT),
            Column.of("episodes", Cell.BAR),
            new Column("of blocked", Cell.SHARE, "share of all blocked episodes"),
            new Column("the entry\u2026", Cell.TEXT, "what it met")),
        rows);
  }

  Sheet spared() {
    return new Sheet(
        "spared",
        "Why orders were left alone",
        "Orders that rested when an entry was refused; an order counts once for each look at it.",
        List.of(Column.of("rule", Cell.TEXT), Column.of("orders", Cell.BAR)),
        mostFirst(figures.scheduling().protectedOrders(), Sheet::row));
  }

  Sheet heldBy() {
    return new Sheet(
        "held-by",
        "What held the capital when nothing could be taken",
        "For each refusal no-candidates: what held most of the constraint that was short.",
        List.of(Column.of("holder", Cell.TEXT), Column.of("refusals", Cell.BAR)),
        mostFirst(figures.scheduling().noCandidatesHeldBy(), Sheet::row));
  }

  private static List<List<@Nullable Object>> mostFirst(
      Map<String, Long> counts, BiFunction<String, Long, List<@Nullable Object>> row) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(one -> row.apply(one.getKey(), one.getValue()))
        .toList();
  }

  Sheet ledger() {
    SequencedMap<String, Long> lines = new LinkedHashMap<>();
    SequencedMap<String, Money> sums = new LinkedHashMap<>();
    for (LedgerLine line : outcome.account().ledger()) {
      lines.merge(line.kind(), 1L, Long::sum);
      sums.merge(line.kind(), line.amount(), Money::plus);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Money all = Money.ZERO;
    for (Map.Entry<String, Long> one : lines.entrySet()) {
      Money sum = sums.getOrDefault(one.getKey(), Money.ZERO);
      all = all.plus(sum);
      rows.add(Sheet.row(one.getKey(), one.getValue(), sum.toString()));
    }
    rows.add(
        Sheet.row(
            "= cash at the end", lines.values().stream().mapToLong(n -> n).sum(), all.toString()));
    return new Sheet(
        "ledger",
        "Ledger",
        "Every change of cash by its kind; single lines are in ledger.csv.",
        List.of(
            Column.of("kind", Cell.TEXT),
            Column.of("lines", Cell.COUNT),
            Column.of("amount, $", Cell.MONEY)),
        rows);
  }

  /// What trading cost: in the prices of fills, and beside them.
  Sheet costs() {
    AccountFigures account = figures.account();
    double turnover =
        account.turnover() * Double.parseDouble(outcome.settings().equity().toString());
    long paying = outcome.account().fills().stream().filter(fill -> !fill.maker()).count();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(cost("half the spread, in prices", account.spread(), turnover));
    rows.add(cost("slippage, in prices", account.slippage(), turnover));
    rows.add(cost("whole ticks, in prices", account.tickRounding(), turnover));
    rows.add(cost("fees", account.fees(), turnover));
    rows.add(cost("financing", account.financing(), turnover));
    return new Sheet(
        "costs",
        "Costs",
        "What is in prices is paid by marketable and market orders alone: %s of %s."
            .formatted(Text.count(paying), Text.count(outcome.account().fills().size(), "fill")),
        List.of(
            Column.of("cost", Cell.TEXT),
            Column.of("paid, $", Cell.MONEY),
            new Column("of turnover", Cell.SHARE, "of all that was bought and sold")),
        rows);
  }

  private static List<@Nullable Object> cost(String name, String dollars, double turnover) {
    return Sheet.row(
        name, dollars, turnover == 0 ? null : (Double) (Double.parseDouble(dollars) / turnover));
  }

  Sheet days() {
    SequencedMap<String, Double> returns = new LinkedHashMap<>();
    figures.daily().forEach(day -> returns.put(day.date(), day.dailyReturn()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (DayEnd day : outcome.days()) {
      String date = day.date().toString();
      rows.add(
          Sheet.row(
              date,
              day.equity().toString(),
              returns.get(date),
              day.cash().toString(),
              day.stocks().toString(),
              day.crypto().toString()));
    }
    return new Sheet(
        "days",
        "Days",
        "Returns are of trading days; what changes over a weekend falls to the next of them.",
        List.of(
            Column.of("day, New York", Cell.TEXT),
            Column.of("equity, $", Cell.MONEY),
            Column.of("return", Cell.SHARE),
            Column.of("cash, $", Cell.MONEY),
            Column.of("stocks, $", Cell.MONEY),
            Column.of("crypto, $", Cell.MONEY)),
        rows);
  }

  Sheet steals() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Theft theft : trace.thefts().kept()) {
      rows.add(
          Sheet.row(
              TIME.format(Instant.ofEpochSecond(0, theft.timeNs())),
              theft.thief(),
              theft.thiefPpm() < 0 ? null : theft.thiefPpm() / 1e6,
              theft.victim(),
              theft.victimPpm() < 0 ? null : theft.victimPpm() / 1e6));
    }
    long every = trace.thefts().every();
    return new Sheet(
        "steal-list",
        "Confirmed cancels of victims",
        every == 1 ? "" : "Every %sth of %s.".formatted(every, Text.count(trace.thefts().given())),
        List.of(
            Column.of("time, UTC", Cell.TEXT),
            Column.of("thief", Cell.TEXT),
            new Column("thief's distance", Cell.SHARE, "from its limit when it chose"),
            Column.of("victim", Cell.TEXT),
            new Column("victim's distance", Cell.SHARE, "from its limit then")),
        rows);
  }
}
