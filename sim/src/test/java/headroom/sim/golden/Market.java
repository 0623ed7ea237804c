package headroom.sim.golden;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountModel;
import headroom.core.engine.Observer;
import headroom.core.engine.Pauses;
import headroom.core.engine.Recorder;
import headroom.core.engine.Settings;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import headroom.sim.Week;
import headroom.sim.intents.Planned;
import headroom.sim.path.PathModel;
import headroom.sim.path.Tape;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Simulation;
import headroom.sim.run.Watcher;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.VenueRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A small market written as text: settings, instruments, bars and intents.
///
/// Lines that begin with `#` are for the reader, `[name]` begins a part. Times are UTC.
final class Market {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final String PLENTY = "1000000";

  private final SequencedMap<String, String> settings = new TreeMap<>();
  private final SequencedMap<String, Instrument> instruments = new TreeMap<>();
  private final SequencedMap<String, List<String[]>> bars = new TreeMap<>();
  private final List<Planned> intents = new ArrayList<>();

  static Market parse(List<String> lines) {
    Market market = new Market();
    String part = "";
    for (String line : lines) {
      if (line.startsWith("[")) {
        part = line;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        market.take(part, line.strip());
      }
    }
    return market;
  }

  private void take(String part, String line) {
    String[] words = line.split(" +", -1);
    switch (part) {
      case "[settings]" -> settings.put(words[0], line.substring(words[0].length()).strip());
      case "[instruments]" -> instrument(words);
      case "[bars]" -> bars.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words);
      case "[intents]" -> intents.add(intent(words));
      default -> throw new IllegalArgumentException("line must be in a part, was " + line);
    }
  }

  private void instrument(String[] words) {
    instruments.put(
        words[0],
        words[1].equals("stock")
            ? Instrument.stock(words[0])
            : Instrument.crypto(words[0], raw(words[2])));
  }

  /// `id symbol side quantity limit date from date to` and then options.
  private Planned intent(String[] words) {
    SequencedMap<String, String> options = new TreeMap<>();
    for (String option : Arrays.asList(words).subList(9, words.length)) {
      String[] pair = option.split("=", 2);
      options.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
    String takeProfit = options.get("take-profit");
    String stop = options.get("stop");
    String forecast = options.get("forecast");
    String tolerance = options.get("tolerance");
    Intent intent =
        new Intent(
            new IntentId(words[0]),
            "me",
            new InstrumentId(words[1]),
            Side.valueOf(words[2].toUpperCase(Locale.ROOT)),
            Quantity.of(words[3]),
            Price.of(words[4]),
            Week.ns(words[7] + " " + words[8]),
            "test",
            IntentKind.ENTRY,
            options.containsKey("at-once"),
            options.containsKey("vip"),
            options.containsKey("extended"),
            forecast == null ? null : Money.of(forecast),
            tolerance == null ? null : Integer.valueOf(tolerance),
            new ExitPlan(
                takeProfit == null ? null : Price.of(takeProfit),
                stop == null ? null : Price.of(stop),
                Integer.parseInt(options.getOrDefault("hold", "-1")),
                options.containsKey("session-end")),
            List.of());
    return new Planned(Week.ns(words[5] + " " + words[6]), intent);
  }

  Outcome run(Observer observer) {
    TradingHours hours =
        settings.containsKey("extended-hours") ? Week.extendedHours() : Week.hours();
    List<Bars> series = bars.values().stream().map(this::series).toList();
    Tape tape = Tape.of(series, hours);
    String from = settings.get("from");
    String to = settings.get("to");
    List<Long> dayEnds = Arrays.stream(Week.dayEndsNs()).boxed().toList();
    Period period =
        new Period(
            from == null ? tape.startNs() : Week.ns(from),
            to == null ? tape.endNs() : Week.ns(to),
            dayEnds);
    List<Planned> planned = new ArrayList<>(intents);
    planned.sort(Planned.IN_ORDER);
    return new Simulation(runSettings(), hours, tape, planned, period, observer, Recorder.NONE)
        .run(Watcher.NONE);
  }

  private Bars series(List<String[]> rows) {
    Instrument instrument = instruments.get(rows.getFirst()[0]);
    if (instrument == null) {
      throw new IllegalArgumentException(
          "bars must be of an instrument, was " + rows.getFirst()[0]);
    }
    long stepNs = Long.parseLong(settings.getOrDefault("step-minutes", "5")) * MINUTE_NS;
    return new Bars(
        instrument,
        stepNs,
        rows.stream().mapToLong(row -> Week.ns(row[1] + " " + row[2])).toArray(),
        column(rows, 3),
        column(rows, 4),
        column(rows, 5),
        column(rows, 6),
        rows.stream().mapToLong(row -> raw(row.length > 7 ? row[7] : PLENTY)).toArray());
  }

  private static long[] column(List<String[]> rows, int at) {
    return rows.stream().mapToLong(row -> raw(row[at])).toArray();
  }

  private static long raw(String decimal) {
    return Fixed.raw(new BigDecimal(decimal));
  }

  private RunSettings runSettings() {
    Settings engine =
        new Settings(
            StealPolicies.named(settings.getOrDefault("policy", "FurthestFirst"), 1),
            Tolerances.DEFAULTS,
            steals(),
            fights(),
            AccountModel.valueOf(
                settings.getOrDefault("account", "margin").toUpperCase(Locale.ROOT)),
            2,
            2,
            false,
            false,
            Pauses.DEFAULTS);
    return new RunSettings(
        engine,
        PathModel.valueOf(settings.getOrDefault("path", "ADAPTIVE")),
        new VenueRules(
            FillRule.valueOf(settings.getOrDefault("fill-rule", "THROUGH")),
            seconds("order-latency", "0.25"),
            seconds("cancel-latency", "0.25"),
            Costs.DEFAULTS),
        Money.of(settings.getOrDefault("equity", "10000")));
  }

  private StealRules steals() {
    StealRules rules = StealRules.DEFAULTS;
    return new StealRules(
        true,
        seconds("cooldown", "120"),
        rules.minRestNs(),
        rules.protectFilledPpm(),
        rules.stealRetryNs(),
        rules.parkAfter(),
        rules.parkNs(),
        seconds("cancel-deadline", "600"),
        rules.releaseGraceNs(),
        false,
        false);
  }

  private FightRules fights() {
    FightRules rules = FightRules.DEFAULTS;
    @Nullable String threshold = settings.get("fight-threshold");
    return new FightRules(
        rules.mode(),
        threshold == null ? rules.threshold() : Integer.parseInt(threshold),
        rules.windowNs(),
        seconds("fight-cooldown", "600"),
        false);
  }

  private long seconds(String name, String otherwise) {
    return raw(settings.getOrDefault(name, otherwise));
  }
}
