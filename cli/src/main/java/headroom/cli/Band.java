package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.core.engine.Event;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.sim.intents.Planned;
import headroom.sim.report.Figures;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Simulation;
import headroom.sim.venue.FillRule;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;

/// The same run under every fill rule. Bars do not show the queue, so what is true lies somewhere
/// between a rule that is too kind and one that is too hard.
///
/// @param rows by rule, the kindest first
record Band(SequencedMap<FillRule, Row> rows) {

  /// What came of one run.
  ///
  /// @param filled how many intents were filled completely
  /// @param fills how many trades there were
  record Row(String netPnl, long filled, long fills, String fees, String commandHash) {
    static Row of(Outcome outcome, Figures figures) {
      return new Row(
          figures.account().netPnl(),
          figures.scheduling().filled(),
          outcome.account().fills().size(),
          figures.account().fees(),
          outcome.commandHash());
    }
  }

  /// Plays those rules that were not played yet.
  ///
  /// @param run what decides the run, but for its fill rule
  /// @param played the run itself
  /// @param goesOn asked at the end of each day; false ends all
  /// @return the rows so far if it was ended
  static Band of(
      EffectiveSettings settings,
      RunSettings run,
      Market market,
      Period period,
      List<Planned> planned,
      List<Event.Forecasted> snapshots,
      Results played,
      BooleanSupplier goesOn,
      PrintWriter err) {
    SequencedMap<FillRule, Row> rows = new LinkedHashMap<>();
    Outcome first = played.outcome();
    long days = Math.max(1, period.dayEndsNs().size());
    try (Progress progress = Progress.of("simulating the band", "days", err)) {
      long[] done = {0};
      for (FillRule rule : FillRule.values()) {
        if (rule == first.settings().venue().fillRule()) {
          rows.put(rule, Row.of(first, played.figures()));
          continue;
        }
        Outcome outcome =
            new Simulation(
                    run.with(rule),
                    market.hours(),
                    market.tape(),
                    planned,
                    snapshots,
                    period,
                    Observer.NONE,
                    Recorder.NONE)
                .run(_ -> {
                  done[0]++;
                  progress.at(done[0], days * (FillRule.values().length - 1));
                  return goesOn.getAsBoolean();
                });
        if (!outcome.complete()) {
          break;
        }
        rows.put(rule, Row.of(outcome, new Results(settings, market, outcome, 1).figures()));
      }
    }
    return new Band(rows);
  }

  /// The member `band` of `result.json`.
  SequencedMap<String, Object> json() {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    rows.forEach((rule, row) -> {
      SequencedMap<String, Object> members = new LinkedHashMap<>();
      members.put("netPnl", row.netPnl());
      members.put("filled", row.filled());
      members.put("fills", row.fills());
      members.put("fees", row.fees());
      members.put("commandHash", row.commandHash());
      json.put(rule.name().toLowerCase(Locale.ROOT), members);
    });
    return json;
  }

  void print(PrintWriter out) {
    Table table = new Table("fill rule", "net PnL", "filled", "fills", "fees");
    rows.forEach((rule, row) ->
        table.row(
            rule.name(),
            Summary.cents(row.netPnl()),
            row.filled(),
            row.fills(),
            Summary.cents(row.fees())));
    table.print(out);
  }
}
