package headroom.report;

import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.tolerance.Tolerances;
import headroom.report.Prices.Symbol;
import headroom.sim.account.Fill;
import headroom.sim.intents.Planned;
import headroom.sim.report.Figures.InstrumentFigures;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.trace.Marks.Rest;
import headroom.sim.trace.Marks.Theft;
import headroom.sim.trace.Marks.Wish;
import headroom.sim.trace.Thinned;
import headroom.sim.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Prices with limits, orders, fills and steals, of as many instruments as there is room for.
final class PriceCharts {
  /// Those with most intents, if there are more.
  static final int MOST_SYMBOLS = 60;

  private static final int MOST_CANDLES = 40_000;
  private static final int MOST_OF_ONE = 2_400;
  private static final int LEAST_OF_ONE = 400;
  private static final int MOST_MARKS = 24_000;
  private static final long SECOND_NS = 1_000_000_000L;

  private final Outcome outcome;
  private final Trace trace;
  private final TradingHours hours;
  private final List<Bars> series;
  private final Period period;
  private final long fromS;

  PriceCharts(Facts facts) {
    this.outcome = facts.outcome();
    this.trace = facts.trace();
    this.hours = facts.hours();
    this.period = outcome.period();
    this.fromS = period.fromNs() / SECOND_NS;
    this.series = chosen(facts);
  }

  private static List<Bars> chosen(Facts facts) {
    Set<String> busiest = new TreeSet<>();
    facts.figures().perInstrument().stream()
        .filter(one -> one.intents() > 0)
        .sorted(
            Comparator.comparingLong(InstrumentFigures::intents)
                .reversed()
                .thenComparing(InstrumentFigures::symbol))
        .limit(MOST_SYMBOLS)
        .forEach(one -> busiest.add(one.symbol()));
    return facts.tape().series().stream()
        .filter(bars -> busiest.contains(bars.id().value()))
        .toList();
  }

  /// All that is shown; null if no instrument had intents.
  @Nullable Prices prices() {
    List<Symbol> symbols = new ArrayList<>();
    SequencedMap<InstrumentId, Thinned<double[]>> fills = fills();
    SequencedMap<InstrumentId, Thinned<double[]>> steals = steals();
    int most =
        Math.max(LEAST_OF_ONE, Math.min(MOST_OF_ONE, MOST_CANDLES / Math.max(1, series.size())));
    for (Bars bars : series) {
      int from = bars.firstFrom(period.fromNs());
      int to = bars.firstFrom(period.toNs());
      if (from < to) {
        long step = Candles.stepSeconds(bars, from, to, most);
        symbols.add(
            symbol(
                bars.instrument(),
                step,
                Candles.of(bars, from, to, step, fromS),
                fills.get(bars.id()),
                steals.get(bars.id())));
      }
    }
    int all = trace.byInstrument().size();
    int protectPpm = outcome.settings().engine().tolerances().protectPpm();
    return symbols.isEmpty()
        ? null
        : new Prices(fromS, sessions(), protectPpm, symbols, all - symbols.size());
  }

  private Symbol symbol(
      Instrument instrument,
      long step,
      List<double[]> candles,
      @Nullable Thinned<double[]> fills,
      @Nullable Thinned<double[]> steals) {
    Tolerances tolerances = outcome.settings().engine().tolerances();
    boolean tiers = !outcome.settings().engine().rationing().tiers().isEmpty();
    List<double[]> limits = new ArrayList<>();
    Thinned<Wish> wishes = trace.wishes().get(instrument.id());
    for (Wish wish : wishes == null ? List.<Wish>of() : wishes.kept()) {
      limits.add(
          new double[] {
            seconds(wish.fromNs()),
            seconds(wish.toNs()),
            Candles.dollars(wish.limitRaw()),
            wish.buys() ? 1 : -1,
            wish.ownPpm()
          });
    }
    List<double[]> orders = new ArrayList<>();
    Thinned<Rest> rests = trace.rests().get(instrument.id());
    for (Rest rest : rests == null ? List.<Rest>of() : rests.kept()) {
      orders.add(
          new double[] {
            seconds(rest.fromNs()),
            seconds(rest.toNs()),
            Candles.dollars(rest.limitRaw()),
            rest.stole() ? 1 : 0
          });
    }
    return new Symbol(
        instrument.id().value(),
        decimals(instrument),
        step,
        tiers ? -1 : Diagnosis.entryPpm(tolerances, instrument, Regime.REGULAR),
        tiers ? -1 : Diagnosis.entryPpm(tolerances, instrument, Regime.OUT_OF_HOURS),
        candles,
        limits,
        orders,
        fills == null ? List.of() : fills.kept(),
        steals == null ? List.of() : steals.kept(),
        List.of(every(wishes), every(rests), every(fills), every(steals)));
  }

  private static long every(@Nullable Thinned<?> thinned) {
    return thinned == null ? 1 : thinned.every();
  }

  private static int decimals(Instrument instrument) {
    String tick = Fixed.text(instrument.tickRaw());
    int point = tick.indexOf('.');
    return point < 0 ? 0 : tick.length() - point - 1;
  }

  private double seconds(long timeNs) {
    return Math.floorDiv(timeNs, SECOND_NS) - fromS;
  }

  private int mostMarks() {
    return Math.max(16, MOST_MARKS / Math.max(1, series.size()));
  }

  private SequencedMap<InstrumentId, Thinned<double[]>> fills() {
    SequencedMap<InstrumentId, Thinned<double[]>> all = new TreeMap<>();
    for (Fill fill : outcome.account().fills()) {
      all.computeIfAbsent(fill.instrument(), _ -> new Thinned<>(mostMarks()))
          .add(
              new double[] {
                seconds(fill.timeNs()),
                Candles.dollars(fill.price().raw()),
                fill.side() == Side.BUY ? 1 : -1,
                fill.opens() ? 1 : 0
              });
    }
    return all;
  }

  private SequencedMap<InstrumentId, Thinned<double[]>> steals() {
    SequencedMap<String, Planned> planned = new LinkedHashMap<>();
    outcome.planned().forEach(one -> planned.put(one.intent().id().value(), one));
    SequencedMap<InstrumentId, Thinned<double[]>> all = new TreeMap<>();
    for (Theft theft : trace.thefts().kept()) {
      mark(all, planned.get(theft.thief()), theft.timeNs(), 1);
      mark(all, planned.get(theft.victim()), theft.timeNs(), -1);
    }
    return all;
  }

  private void mark(
      SequencedMap<InstrumentId, Thinned<double[]>> all,
      @Nullable Planned planned,
      long timeNs,
      int sign) {
    if (planned != null) {
      all.computeIfAbsent(planned.intent().instrument(), _ -> new Thinned<>(mostMarks()))
          .add(
              new double[] {
                seconds(timeNs), Candles.dollars(planned.intent().limit().raw()), sign
              });
    }
  }

  private List<List<Long>> sessions() {
    List<List<Long>> sessions = new ArrayList<>();
    for (int session = 0; session < hours.sessions(); session++) {
      if (hours.closesNs(session) > period.fromNs() && hours.opensNs(session) < period.toNs()) {
        sessions.add(
            List.of(
                (long) seconds(hours.opensNs(session)), (long) seconds(hours.closesNs(session))));
      }
    }
    return sessions;
  }
}
