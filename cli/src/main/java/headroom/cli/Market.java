package headroom.cli;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BarFolder;
import headroom.data.bars.DataHash;
import headroom.data.bars.LoadReport;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import headroom.data.bars.StockHours;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.check.BarCheck;
import headroom.data.reshape.CorporateAction;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import headroom.sim.path.Tape;
import headroom.sim.run.Period;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The bars of a simulation with the calendar that goes with them.
///
/// @param report what was left out; null for a made-up market
record Market(
    Tape tape,
    TradingHours hours,
    String dataHash,
    String calendarHash,
    @Nullable LoadReport report) {
  /// How long a position may be held beyond the bars, with room to spare.
  private static final int DAYS_BEYOND = 30;

  /// A week has a session whatever is closed.
  private static final int DAYS_BEFORE = 7;

  /// Loads a folder.
  ///
  /// @param strict whether a bad row or anything suspicious refuses it
  /// @param extended whether stocks are traded before and after the core session
  /// @param dates what is to be played of it
  static Market load(
      Path folder,
      List<String> symbols,
      boolean strict,
      boolean extended,
      Dates dates,
      PrintWriter err) {
    return load(folder, symbols, strict, extended, dates, List.of(), err);
  }

  /// Loads a folder of bars as they were traded.
  ///
  /// @param actions the splits among them are nothing suspicious
  static Market load(
      Path folder,
      List<String> symbols,
      boolean strict,
      boolean extended,
      Dates dates,
      List<CorporateAction> actions,
      PrintWriter err) {
    try (Progress progress = Progress.of("loading", "files", err)) {
      Loaded loaded =
          BarFolder.load(
              LoadRequest.of(folder)
                  .withSymbols(symbols)
                  .with(extended ? StockHours.EXTENDED : StockHours.CORE)
                  .withProgress(progress::at));
      if (strict) {
        BarCheck.of(loaded, actions).strict();
      }
      return of(loaded.series(), loaded.dataHash(), loaded.report(), extended, dates);
    }
  }

  /// Makes one up.
  static Market synthetic(SynthSettings settings, Dates dates) {
    return synthetic(settings, false, dates);
  }

  /// Makes one up. It has no bars outside of the core session.
  static Market synthetic(SynthSettings settings, boolean extended, Dates dates) {
    List<Bars> series = SynthMarket.of(settings).series();
    return of(series, DataHash.of(series), null, extended, dates);
  }

  private static Market of(
      List<Bars> series,
      String dataHash,
      @Nullable LoadReport report,
      boolean extended,
      Dates dates) {
    long fromNs = series.stream().mapToLong(bars -> bars.startNs(0)).min().orElseThrow();
    long toNs =
        series.stream()
            .mapToLong(bars -> bars.startNs(bars.length() - 1) + bars.stepNs())
            .max()
            .orElseThrow();
    LocalDate first = date(Math.min(fromNs, dates.fromNs(fromNs))).minusDays(DAYS_BEFORE);
    LocalDate last = date(Math.max(toNs, dates.toNs(toNs))).plusDays(DAYS_BEYOND);
    TradingHours hours = ExchangeCalendar.nyse().tradingHours(first, last, extended);
    return new Market(
        Tape.of(series, hours), hours, dataHash, ExchangeCalendar.hash(hours), report);
  }

  /// The same bars for who trades in the core session alone; this, if nobody does otherwise.
  ///
  /// @param extended whether stocks are traded before and after it
  /// @throws IllegalStateException if they are to be and what is needed for it was not loaded
  Market with(boolean extended) {
    if (extended == hours.isExtended()) {
      return this;
    }
    if (extended) {
      throw new IllegalStateException("bars before and after the core session must be loaded");
    }
    TradingHours core = hours.core();
    Tape inside = Tape.of(tape.series(), core);
    return new Market(
        inside, core, DataHash.of(inside.series()), ExchangeCalendar.hash(core), report);
  }

  /// What can be traded.
  SequencedMap<InstrumentId, Instrument> instruments() {
    SequencedMap<InstrumentId, Instrument> instruments = new TreeMap<>();
    tape.series().forEach(bars -> instruments.put(bars.id(), bars.instrument()));
    return instruments;
  }

  /// The time to be played, by default all that there is.
  Period period(Dates dates) {
    dates.requireOrder();
    long startNs = tape.startNs();
    long endNs = tape.endNs();
    if (startNs >= endNs) {
      throw new IllegalArgumentException("data must have bars inside sessions, had none");
    }
    long fromNs = dates.fromNs(startNs);
    long toNs = dates.toNs(endNs);
    if (toNs <= startNs || fromNs >= endNs) {
      throw new IllegalArgumentException(
          "%s must meet the data, %s to %s, was %s"
              .formatted(dates.name(), date(startNs), date(endNs - 1), dates));
    }
    List<Long> dayEnds = new ArrayList<>();
    for (long end :
        ExchangeCalendar.nyse()
            .newYorkMidnights(date(fromNs).minusDays(2), date(toNs).plusDays(1))) {
      dayEnds.add(end);
    }
    return new Period(fromNs, toNs, dayEnds);
  }

  private static LocalDate date(long ns) {
    return Instant.ofEpochSecond(0, ns).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
