package headroom.cli;

import headroom.core.engine.Event;
import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.reshape.Adjust;
import headroom.data.reshape.CorporateAction;
import headroom.sim.account.Dividend;
import headroom.sim.account.Split;
import headroom.sim.intents.Excursion;
import headroom.sim.intents.Planned;
import headroom.sim.run.RunSettings;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What companies do to their shares while a run goes on.
///
/// @param all of the instruments of the run, and no others
record Actions(List<CorporateAction> all) {
  static final Actions NONE = new Actions(List.of());

  /// Who holds shares at this time of the ex-date, in New York, holds new ones.
  private static final LocalTime SPLIT = LocalTime.of(4, 0);

  /// From this factor on a split cannot be mistaken for a usual move of the price.
  private static final double PLAIN = 1.5;

  Actions {
    all = List.copyOf(all);
  }

  /// Those of the instruments of a market. What is of others is counted: a mistyped symbol would
  /// otherwise look like a run with splits.
  ///
  /// @throws IllegalArgumentException if bars do not jump where they are said to, naming all of
  ///   them
  static Actions of(List<CorporateAction> given, Market market, PrintWriter err) {
    List<CorporateAction> own =
        given.stream().filter(one -> market.instruments().containsKey(one.id())).toList();
    if (own.size() < given.size()) {
      err.println(
          "headroom: %s of %s actions are of symbols without bars and are left out"
              .formatted(given.size() - own.size(), given.size()));
    }
    Actions actions = new Actions(own);
    List<String> adjusted = new ArrayList<>();
    market.tape().series().forEach(bars -> actions.lookForAdjusted(bars, adjusted));
    if (!adjusted.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", adjusted));
    }
    return actions;
  }

  /// A split must not be taken into account twice.
  private void lookForAdjusted(Bars bars, List<String> to) {
    for (CorporateAction.Split split : splits(bars)) {
      int first = bars.firstFrom(timeNs(split));
      double factor = (double) split.newShares() / split.oldShares();
      if (first == 0 || first == bars.length() || (factor < PLAIN && factor > 1 / PLAIN)) {
        continue;
      }
      double fell = (double) bars.closeRaw(first - 1) / bars.openRaw(first);
      if (Math.abs(Math.log(fell)) < Math.abs(Math.log(fell / factor))) {
        to.add(
            "bars of %s must be as they were traded, were adjusted for the split %s:%s of %s: %s before and %s after"
                .formatted(
                    bars.id(),
                    split.newShares(),
                    split.oldShares(),
                    split.date(),
                    Fixed.text(bars.closeRaw(first - 1)),
                    Fixed.text(bars.openRaw(first))));
      }
    }
  }

  private List<CorporateAction.Split> splits(Bars bars) {
    List<CorporateAction.Split> splits = new ArrayList<>();
    for (CorporateAction action : all) {
      if (action instanceof CorporateAction.Split split && split.id().equals(bars.id())) {
        splits.add(split);
      }
    }
    splits.sort(Comparator.comparing(CorporateAction.Split::date));
    return splits;
  }

  private static long timeNs(CorporateAction.Split split) {
    return Math.multiplyExact(
        split.date().atTime(SPLIT).atZone(ExchangeCalendar.nyse().zone()).toEpochSecond(),
        Fixed.ONE);
  }

  /// The same run, in which all of this happens.
  RunSettings in(RunSettings run) {
    List<Dividend> dividends = new ArrayList<>();
    List<Split> splits = new ArrayList<>();
    for (CorporateAction action : all) {
      switch (action) {
        case CorporateAction.Dividend one ->
            dividends.add(new Dividend(one.id(), one.date(), one.payableDate(), one.rate()));
        case CorporateAction.Split one ->
            splits.add(
                new Split(
                    timeNs(one), new Event.Split(one.id(), one.newShares(), one.oldShares())));
      }
    }
    return run.withActions(dividends, splits);
  }

  /// The intents that are made of bars. From an ex-date on the days before it are seen in the
  /// shares of then; of a split to come nobody knows.
  List<Planned> intents(Excursion excursion, List<Bars> series, long fromNs, long toNs) {
    List<Planned> planned = new ArrayList<>();
    for (Bars bars : series) {
      List<CorporateAction> known = new ArrayList<>();
      long startNs = fromNs;
      for (CorporateAction.Split split : splits(bars)) {
        long endNs = Math.clamp(timeNs(split), startNs, toNs);
        planned.addAll(stretch(excursion, bars, known, startNs, endNs));
        known.add(split);
        startNs = endNs;
      }
      planned.addAll(stretch(excursion, bars, known, startNs, toNs));
    }
    planned.sort(Planned.IN_ORDER);
    return List.copyOf(planned);
  }

  private static List<Planned> stretch(
      Excursion excursion, Bars bars, List<CorporateAction> known, long fromNs, long toNs) {
    return fromNs >= toNs
        ? List.of()
        : excursion.intents(List.of(Adjust.of(bars, known, Adjust.Kinds.SPLITS)), fromNs, toNs);
  }
}
