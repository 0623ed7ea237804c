package headroom.cli;

import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// The runs of the demo side by side.
final class DemoTable {
  private DemoTable() {}

  /// One row for each, by name. A row whose run was interrupted says so: it is not to be compared.
  static void print(SequencedMap<String, Results> all, PrintWriter out) {
    Table table =
        new Table(
            "policy",
            "filled",
            "blocked",
            "steals",
            "success",
            "net PnL",
            "std error",
            "refused mainly because");
    for (Map.Entry<String, Results> one : all.entrySet()) {
      Results results = one.getValue();
      SchedulingFigures scheduling = results.figures().scheduling();
      AccountFigures account = results.figures().account();
      String error = account.netPnlStdError();
      String refusals = Summary.mainRefusals(scheduling.refusals(), 2);
      String mark = results.interruption();
      table.row(
          one.getKey(),
          scheduling.filled(),
          scheduling.blockedEpisodes(),
          scheduling.steals(),
          Summary.percent(scheduling.stealSuccessRate()),
          Summary.cents(account.netPnl()),
          error == null ? "–" : "± " + Summary.cents(error),
          mark.isEmpty() ? refusals : mark.toUpperCase(Locale.ROOT));
    }
    table.print(out);
    out.println();
    out.println(
        "filled: entries completely filled; blocked: times an intent was near and had no capital;");
    out.println(
        "success: steals / (steals + blocked). The market is made up: its profits say nothing of real ones.");
  }
}
