package headroom.sim.golden;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountModel;
import headroom.core.engine.Counter;
import headroom.core.engine.Observer;
import headroom.core.engine.Pauses;
import headroom.core.engine.Recorder;
import headroom.core.engine.Settings;
import headroom.core.num.Money;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import headroom.sim.intents.Planned;
import headroom.sim.path.PathModel;
import headroom.sim.path.Tape;
import headroom.sim.report.Tables;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Simulation;
import headroom.sim.run.Watcher;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.SimVenue.VenueRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plays a golden market and writes down what came of it.
final class GoldenRun {
  private static final long SECOND_NS = 1_000_000_000L;

  /// Two ordinary weeks in winter, and one in summer whose third of July closes early.
  static final TradingHours HOURS = hours();

  private GoldenRun() {}

  private static TradingHours hours() {
    List<long[]> sessions = new ArrayList<>();
    for (int day : new int[] {21, 22, 23, 24, 27, 28, 29, 30, 31}) {
      String date = "2025-01-" + day;
      sessions.add(session(date + "T14:30Z", date + "T21:00Z", 20250100 + day));
    }
    for (int day : new int[] {1, 2, 3, 7, 8}) {
      String date = "2025-07-0" + day;
      String closes = day == 3 ? "T17:00Z" : "T20:00Z";
      sessions.add(session(date + "T13:30Z", date + closes, 20250700 + day));
    }
    return new TradingHours(
        GoldenMarket.ns("2025-01-01T00:00Z"),
        GoldenMarket.ns("2025-12-31T00:00Z"),
        sessions.stream().mapToLong(session -> session[0]).toArray(),
        sessions.stream().mapToLong(session -> session[1]).toArray(),
        sessions.stream().mapToInt(session -> (int) session[2]).toArray());
  }

  private static long[] session(String opens, String closes, long date) {
    return new long[] {GoldenMarket.ns(opens), GoldenMarket.ns(closes), date};
  }

  static Outcome play(GoldenMarket market) {
    Tape tape = Tape.of(market.series(), HOURS);
    Map<String, String> set = market.settings;
    long toNs = set.containsKey("to") ? GoldenMarket.ns(set.get("to")) : tape.endNs();
    List<Long> midnights = new ArrayList<>();
    for (long day = tape.startNs() / (86_400 * SECOND_NS); day * 86_400 * SECOND_NS < toNs; day++) {
      midnights.add((day * 86_400 + 5 * 3_600) * SECOND_NS);
    }
    Period period = new Period(tape.startNs(), toNs, midnights);
    List<Planned> planned = new ArrayList<>();
    for (Planned one : market.intents) {
      planned.add(new Planned(Math.max(one.fromNs(), period.fromNs()), one.intent()));
    }
    return new Simulation(settings(set), HOURS, tape, planned, period, Observer.NONE, Recorder.NONE)
        .run(Watcher.NONE);
  }

  private static RunSettings settings(Map<String, String> set) {
    long latency = Long.parseLong(set.getOrDefault("latency-ms", "0")) * 1_000_000L;
    boolean costs = set.containsKey("costs");
    return new RunSettings(
        engine(set),
        PathModel.valueOf(set.getOrDefault("path", "ADAPTIVE")),
        new VenueRules(
            FillRule.valueOf(set.getOrDefault("fill-rule", "TOUCH")),
            latency,
            latency,
            costs ? Costs.DEFAULTS : Costs.NONE),
        Money.of(set.getOrDefault("equity", "10000")));
  }

  private static Settings engine(Map<String, String> set) {
    AccountModel account = AccountModel.CASH;
    for (AccountModel model : AccountModel.values()) {
      account = model.word().equals(set.get("account")) ? model : account;
    }
    int protect = Integer.parseInt(set.getOrDefault("protection-ppm", "1000"));
    Tolerances usual = Tolerances.DEFAULTS;
    StealRules rules = StealRules.DEFAULTS;
    long cooldown = Long.parseLong(set.getOrDefault("cooldown-s", "120")) * SECOND_NS;
    FightRules fights = FightRules.DEFAULTS;
    int threshold = Integer.parseInt(set.getOrDefault("fight-threshold", "5"));
    return new Settings(
        StealPolicies.named(set.getOrDefault("policy", "FurthestFirst"), 1),
        new Tolerances(
            usual.stockPpm(),
            usual.cryptoPpm(),
            usual.cryptoOutOfHoursPpm(),
            null,
            protect,
            new TreeMap<>()),
        new StealRules(
            true,
            cooldown,
            0,
            0,
            rules.stealRetryNs(),
            rules.parkAfter(),
            rules.parkNs(),
            rules.cancelDeadlineNs(),
            rules.releaseGraceNs(),
            false,
            false),
        new FightRules(
            fights.mode(),
            threshold,
            fights.windowNs(),
            Math.max(
                cooldown, Long.parseLong(set.getOrDefault("fight-cooldown-s", "600")) * SECOND_NS),
            false),
        account,
        AccountModel.OVERNIGHT_MULTIPLIER,
        Settings.DEFAULT_AT_ONCE_RANKS,
        false,
        false,
        Pauses.DEFAULTS);
  }

  /// Commands, fills and ledger as the files have them, then how intents ended and what was
  /// counted.
  static String text(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    Map<String, List<String>> tables = Tables.of(outcome);
    for (String table : List.of("commands.csv", "fills.csv", "ledger.csv")) {
      List<String> lines = tables.getOrDefault(table, List.of());
      text.append(table.replace(".csv", "")).append('\n');
      lines.stream().skip(1).forEach(line -> text.append("  ").append(brief(line)).append('\n'));
    }
    text.append("intents\n");
    outcome
        .intents()
        .forEach(status ->
            text.append(
                "  %s %s%s\n"
                    .formatted(
                        status.intent().id(),
                        status.state().word(),
                        status.end() == null ? "" : " " + status.end())));
    text.append("counted\n");
    for (Counter counter : Counter.values()) {
      long count = outcome.counters().of(counter);
      if (count > 0) {
        text.append("  %s %s\n".formatted(counter.word(), count));
      }
    }
    outcome
        .counters()
        .refusals()
        .forEach((reason, count) -> text.append("  %s %s\n".formatted(reason.word(), count)));
    outcome
        .counters()
        .aborts()
        .forEach((reason, count) -> text.append("  aborted %s %s\n".formatted(reason, count)));
    if (outcome.missedTouches() > 0) {
      text.append("  missed_touches " + outcome.missedTouches() + "\n");
    }
    text.append("equity\n  " + new Money(outcome.account().equityRaw()) + "\n");
    return text.toString();
  }

  /// Whole seconds are written without their nine zeros.
  private static String brief(String line) {
    return line.replace(".000000000Z", "Z");
  }
}
