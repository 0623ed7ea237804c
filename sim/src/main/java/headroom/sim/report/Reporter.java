package headroom.sim.report;

import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;
import headroom.core.engine.Counter;
import headroom.core.engine.Counters;
import headroom.core.engine.IntentState;
import headroom.core.engine.IntentStatus;
import headroom.core.market.Bars;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.tolerance.Tier;
import headroom.core.tolerance.Tolerances;
import headroom.sim.account.Account;
import headroom.sim.account.Concession;
import headroom.sim.account.Fill;
import headroom.sim.account.LedgerLine;
import headroom.sim.account.Trade;
import headroom.sim.path.Tape;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.Checks;
import headroom.sim.report.Figures.DayFigures;
import headroom.sim.report.Figures.InstrumentFigures;
import headroom.sim.report.Figures.PeriodFigures;
import headroom.sim.report.Figures.RegimeFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import headroom.sim.run.DayEnd;
import headroom.sim.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes figures of what came of a run.
public final class Reporter {
  private static final double STOCK_DAYS = 252;
  private static final double CRYPTO_DAYS = 365;
  private static final double SECOND_NS = 1e9;

  /// How often a watcher that polls looks at an intent.
  private static final double LOOK_NS = 60e9;

  private final Outcome outcome;
  private final Account account;
  private final Tape tape;
  private final TradingHours hours;

  public Reporter(Outcome outcome, Tape tape, TradingHours hours) {
    this.outcome = outcome;
    this.account = outcome.account();
    this.tape = tape;
    this.hours = hours;
  }

  public Figures figures() {
    List<DayFigures> daily = daily();
    return new Figures(
        period(daily.size()),
        account(daily),
        scheduling(),
        perInstrument(),
        perRegime(),
        daily,
        new Checks(account.isConserved(), outcome.violations().isEmpty(), outcome.violations()));
  }

  private PeriodFigures period(int tradingDays) {
    return new PeriodFigures(
        Csv.time(outcome.period().fromNs()),
        Csv.time(outcome.period().toNs()),
        outcome.complete(),
        tradingDays,
        bars(),
        tape.series().size(),
        outcome.stranded().stream().map(InstrumentId::value).toList());
  }

  /// The bars of the period.
  private long bars() {
    long bars = 0;
    for (Bars series : tape.series()) {
      bars +=
          series.firstFrom(outcome.period().toNs()) - series.firstFrom(outcome.period().fromNs());
    }
    return bars;
  }

  private boolean onlyCrypto() {
    return tape.series().stream().map(Bars::instrument).allMatch(one -> one.isCrypto());
  }

  /// All days if there is only crypto, else the trading days: what changes over a weekend falls to
  /// the next of them. The end of the run closes the last day, whatever it is.
  private List<DayFigures> daily() {
    boolean every = onlyCrypto();
    List<DayFigures> figures = new ArrayList<>();
    long beforeRaw = outcome.settings().equity().raw();
    for (DayEnd day : outcome.days()) {
      if (every || day.trading() || day.equals(outcome.days().getLast())) {
        long equityRaw = day.equity().raw();
        double change = (double) (equityRaw - beforeRaw) / beforeRaw;
        figures.add(new DayFigures(day.date().toString(), day.equity().toString(), change));
        beforeRaw = equityRaw;
      }
    }
    return figures;
  }

  private AccountFigures account(List<DayFigures> daily) {
    Money start = outcome.settings().equity();
    Money end = new Money(account.equityRaw());
    Money net = end.minus(start);
    DailyReturns returns =
        DailyReturns.of(
            daily.stream().map(DayFigures::dailyReturn).toList(),
            onlyCrypto() ? CRYPTO_DAYS : STOCK_DAYS);
    List<Trade> trades = account.trades();
    Concession conceded =
        account.fills().stream().map(Fill::conceded).reduce(Concession.NONE, Concession::plus);
    long wins = trades.stream().filter(trade -> trade.netPnl().isPositive()).count();
    return new AccountFigures(
        start.toString(),
        end.toString(),
        net.toString(),
        netStdError(),
        net.plus(account.fees()).plus(account.financing()).toString(),
        account.fees().toString(),
        account.financing().toString(),
        conceded.spread().toString(),
        conceded.slippage().toString(),
        conceded.rounding().toString(),
        kinds(),
        account.marginCalls(),
        ruinedAt(),
        maxDrawdown(),
        returns.sharpe(),
        returns.sharpeStdError(),
        returns.probabilisticSharpe(),
        (double) account.turnover().raw() / start.raw(),
        trades.isEmpty() ? null : (double) wins / trades.size(),
        trades.size(),
        account.openRaw().size());
  }

  /// What was paid and received beside trades, by the kinds of the ledger.
  private SortedMap<String, String> kinds() {
    SortedMap<String, Money> sums = new TreeMap<>();
    for (LedgerLine line : account.ledger()) {
      boolean isTrade = List.of("deposit", "buy", "sell").contains(line.kind());
      if (!isTrade && line.amount().raw() != 0) {
        sums.merge(line.kind(), line.amount(), Money::plus);
      }
    }
    Money inUnits = Money.ZERO;
    for (Fill fill : account.fills()) {
      inUnits = fill.form() == Fill.Form.UNITS ? inUnits.minus(fill.fee()) : inUnits;
    }
    if (inUnits.raw() != 0) {
      sums.put("fee-in-kind", inUnits);
    }
    SortedMap<String, String> texts = new TreeMap<>();
    sums.forEach((kind, sum) -> texts.put(kind, sum.toString()));
    return texts;
  }

  private @Nullable String ruinedAt() {
    Long ruinedNs = outcome.ruinedNs();
    return ruinedNs == null ? null : Csv.time(ruinedNs);
  }

  /// √n times the standard deviation of the daily changes, in cents.
  private @Nullable String netStdError() {
    List<Double> changes = new ArrayList<>();
    long beforeRaw = outcome.settings().equity().raw();
    for (DayEnd day : outcome.days()) {
      changes.add((double) (day.equity().raw() - beforeRaw) / Fixed.ONE);
      beforeRaw = day.equity().raw();
    }
    if (changes.size() < 2) {
      return null;
    }
    double deviation = DailyReturns.of(changes, STOCK_DAYS).deviation();
    long cents = Math.round(deviation * Math.sqrt(changes.size()) * 100);
    return Fixed.text(Math.multiplyExact(cents, Fixed.ONE / 100));
  }

  /// The deepest fall from a peak of daily equity, as a fraction of the peak.
  private double maxDrawdown() {
    long peakRaw = outcome.settings().equity().raw();
    double deepest = 0;
    for (DayEnd day : outcome.days()) {
      peakRaw = Math.max(peakRaw, day.equity().raw());
      deepest = Math.max(deepest, (double) (peakRaw - day.equity().raw()) / peakRaw);
    }
    return deepest;
  }

  private SchedulingFigures scheduling() {
    Counters counters = outcome.counters();
    long steals = counters.of(Counter.STEALS);
    long blocked = counters.of(Counter.BLOCKED_EPISODES);
    double looks = counters.blockedNs() / LOOK_NS;
    long messages = counters.messages().values().stream().mapToLong(Long::longValue).sum();
    long fills = account.fills().size();
    return new SchedulingFigures(
        counters.of(Counter.INTENTS),
        counters.of(Counter.READY),
        counters.of(Counter.PLACED),
        counters.of(Counter.REJECTED),
        counters.of(Counter.FILLED),
        counters.of(Counter.PARTIAL_FILLS),
        blocked,
        counters.blockedNs() / SECOND_NS,
        counters.of(Counter.STEAL_ATTEMPTS),
        steals,
        counters.of(Counter.STOLEN),
        steals + blocked == 0 ? null : (double) steals / (steals + blocked),
        steals + looks == 0 ? null : (Double) (steals / (steals + looks)),
        counters.aborts(),
        words(counters.refusals(), reason -> reason.word()),
        words(counters.spared(), reason -> reason.word()),
        counters.noCandidatesHeldBy(),
        counters.of(Counter.FILL_BEAT_CANCEL),
        counters.of(Counter.FIGHTS),
        counters.of(Counter.FIGHT_RESOLUTIONS),
        counters.of(Counter.COOLDOWNS),
        counters.of(Counter.DELEVERAGE_CANCELS),
        counters.of(Counter.DELEVERAGE_REDUCTIONS),
        outcome.missedTouches(),
        counters.messages(),
        fills == 0 ? null : (double) messages / fills,
        counters.idleNs() / SECOND_NS,
        windows());
  }

  private static <K> SortedMap<String, Long> words(Map<K, Long> counts, Function<K, String> word) {
    SortedMap<String, Long> words = new TreeMap<>();
    counts.forEach((reason, count) -> words.put(word.apply(reason), count));
    return words;
  }

  private SortedMap<String, SortedMap<String, Integer>> windows() {
    Tolerances tolerances = outcome.settings().engine().tolerances();
    List<Tier> tiers = outcome.settings().engine().rationing().tiers();
    SortedMap<String, SortedMap<String, Integer>> windows = new TreeMap<>();
    if (!tiers.isEmpty()) {
      // They hold in both regimes and for both classes.
      windows.put("any", windows(tiers, tolerances.protectPpm()));
      return windows;
    }
    SortedMap<String, Integer> regular = new TreeMap<>();
    regular.put("crypto", window(tolerances, tolerances.cryptoPpm()));
    regular.put("stock", window(tolerances, tolerances.stockPpm()));
    SortedMap<String, Integer> closed = new TreeMap<>();
    closed.put("crypto", window(tolerances, tolerances.cryptoOutOfHoursPpm()));
    windows.put("regular", regular);
    windows.put("out-of-hours", closed);
    return windows;
  }

  private static SortedMap<String, Integer> windows(List<Tier> tiers, int protectPpm) {
    SortedMap<String, Integer> windows = new TreeMap<>();
    for (Tier tier : tiers) {
      boolean last = tier.upToRank() == Integer.MAX_VALUE;
      windows.put(last ? "other ranks" : "rank " + tier.upToRank(), tier.stealPpm() - protectPpm);
    }
    return windows;
  }

  private static int window(Tolerances tolerances, int entryPpm) {
    Integer steal = tolerances.stealPpm();
    return (steal == null ? entryPpm : steal) - tolerances.protectPpm();
  }

  private List<InstrumentFigures> perInstrument() {
    List<InstrumentFigures> figures = new ArrayList<>();
    for (Bars bars : tape.series()) {
      InstrumentId id = bars.id();
      long intents = 0;
      long filled = 0;
      for (IntentStatus status : outcome.intents()) {
        boolean own = status.intent().instrument().equals(id);
        intents += own ? 1 : 0;
        filled += own && status.state() == IntentState.FILLED ? 1 : 0;
      }
      long netRaw = account.valueRaw(id);
      long feesRaw = 0;
      for (LedgerLine line : account.ledger()) {
        if (id.equals(line.instrument())) {
          netRaw = Math.addExact(netRaw, line.amount().raw());
        }
      }
      for (Fill fill : account.fills()) {
        if (fill.instrument().equals(id)) {
          feesRaw = Math.addExact(feesRaw, fill.fee().raw());
          netRaw -= fill.form() == Fill.Form.DAILY ? fill.fee().raw() : 0;
        }
      }
      long fills = account.fills().stream().filter(fill -> fill.instrument().equals(id)).count();
      figures.add(
          new InstrumentFigures(
              id.value(), intents, filled, fills, Fixed.text(netRaw), Fixed.text(feesRaw)));
    }
    return figures;
  }

  private List<RegimeFigures> perRegime() {
    List<RegimeFigures> figures = new ArrayList<>();
    for (Regime regime : Regime.values()) {
      long fills = 0;
      for (Fill fill : account.fills()) {
        fills += fill.opens() && hours.regime(fill.timeNs()) == regime ? 1 : 0;
      }
      long lots = 0;
      Money net = Money.ZERO;
      for (Trade trade : account.trades()) {
        if (hours.regime(trade.openedNs()) == regime) {
          lots++;
          net = net.plus(trade.netPnl());
        }
      }
      String word = regime == Regime.REGULAR ? "regular" : "out-of-hours";
      figures.add(new RegimeFigures(word, fills, lots, net.toString()));
    }
    return figures;
  }
}
