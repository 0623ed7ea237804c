package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.core.engine.Event;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.report.FillBand;
import headroom.report.FillBand.Row;
import headroom.sim.compare.Bootstrap;
import headroom.sim.compare.DailyChanges;
import headroom.sim.compare.Difference;
import headroom.sim.compare.Interval;
import headroom.sim.intents.Planned;
import headroom.sim.report.Figures;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Simulation;
import headroom.sim.venue.FillRule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Plays a run under every fill rule, and tells what came of it.
final class Band {
  private static final String NOTHING = "–";

  private Band() {}

  /// What came of a rule, before it is put beside the others.
  record Played(FillRule rule, Figures figures, String commandHash) {
    /// What each day did to it. If it was ruined, nothing more happens to it on the other's days.
    private DailyChanges changesBeside(Played other) {
      DailyChanges changes = DailyChanges.of(figures);
      return figures.account().ruinedAt() == null
          ? changes
          : changes.on(DailyChanges.of(other.figures).dates());
    }
  }

  /// Puts rules beside the own one.
  ///
  /// @param played the own rule among them, in any order
  static FillBand of(FillRule own, List<Played> played, Bootstrap bootstrap) {
    Played first = played.stream().filter(one -> one.rule() == own).findFirst().orElseThrow();
    List<Row> rows = new ArrayList<>();
    for (FillRule rule : FillRule.values()) {
      for (Played one : played) {
        if (one.rule() == rule) {
          @Nullable Difference difference =
              rule == own
                  ? null
                  : Difference.of(one.changesBeside(first), first.changesBeside(one), bootstrap);
          rows.add(new Row(rule, one.figures(), one.commandHash(), difference));
        }
      }
    }
    return new FillBand(own, rows);
  }

  /// Plays those rules that were not played yet.
  ///
  /// @param run what decides the run, but for its fill rule
  /// @param own the run itself
  /// @param goesOn asked at the end of each day; false ends all
  /// @return the rules so far if it was ended
  static FillBand play(
      EffectiveSettings settings,
      RunSettings run,
      Market market,
      Period period,
      List<Planned> planned,
      List<Event.Forecasted> snapshots,
      Results own,
      BooleanSupplier goesOn,
      PrintWriter err) {
    FillRule first = own.outcome().settings().venue().fillRule();
    List<Played> played = new ArrayList<>();
    played.add(new Played(first, own.figures(), own.outcome().commandHash()));
    long days = Math.max(1, period.dayEndsNs().size());
    try (Progress progress = Progress.of("simulating the band", "days", err)) {
      long[] done = {0};
      for (FillRule rule : FillRule.values()) {
        if (rule == first) {
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
        Figures figures = new Results(settings, market, outcome, 1).figures();
        played.add(new Played(rule, figures, outcome.commandHash()));
      }
    }
    return of(first, played, new Bootstrap(Bootstrap.DEFAULT_RESAMPLES, settings.seed()));
  }

  /// The member `band` of `result.json`.
  static SequencedMap<String, Object> json(FillBand band) {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    for (Row row : band.rows()) {
      SequencedMap<String, Object> members = new LinkedHashMap<>();
      members.put("netPnl", row.figures().account().netPnl());
      members.put("netPnlStdError", row.figures().account().netPnlStdError());
      members.put("filled", row.figures().scheduling().filled());
      members.put("fills", row.fills());
      members.put("steals", row.figures().scheduling().steals());
      members.put("maxDrawdown", row.figures().account().maxDrawdown());
      members.put("fees", row.figures().account().fees());
      members.put("commandHash", row.commandHash());
      members.put("difference", difference(row.difference()));
      json.put(word(row.rule()), members);
    }
    return json;
  }

  /// The name of a rule as a member of JSON.
  static String word(FillRule rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable SequencedMap<String, Object> difference(
      @Nullable Difference difference) {
    if (difference == null) {
      return null;
    }
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("netPnl", difference.netPnl().toString());
    @Nullable Interval interval = difference.interval();
    members.put("stdError", interval == null ? null : ComparedPair.cents(interval.stdError()));
    members.put("interval", interval == null ? null : ComparedPair.ends(interval));
    members.put("verdict", difference.verdict().word());
    return members;
  }

  static void print(FillBand band, PrintWriter out) {
    Table table =
        new Table(
            "fill rule",
            "net PnL",
            "std error",
            "filled",
            "fills",
            "steals",
            "drawdown",
            "fees",
            "less " + band.own().name(),
            "95 % interval",
            "verdict");
    for (Row row : band.rows()) {
      @Nullable String error = row.figures().account().netPnlStdError();
      @Nullable Difference difference = row.difference();
      @Nullable String range = difference == null ? null : ComparedPair.range(difference);
      table.row(
          row.rule().name(),
          Summary.cents(row.figures().account().netPnl()),
          error == null ? NOTHING : "± " + Summary.cents(error),
          row.figures().scheduling().filled(),
          row.fills(),
          row.figures().scheduling().steals(),
          Summary.percent(row.figures().account().maxDrawdown()),
          Summary.cents(row.figures().account().fees()),
          difference == null ? NOTHING : Summary.cents(difference.netPnl().toString()),
          range == null ? NOTHING : range,
          difference == null ? NOTHING : difference.verdict().word());
    }
    table.print(out);
  }
}
