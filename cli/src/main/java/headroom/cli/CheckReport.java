package headroom.cli;

import headroom.cli.HonestyChecks.Effort;
import headroom.sim.check.Finding;
import headroom.sim.check.Finding.State;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What the checks of honesty said.
///
/// @param identity what tells the run that was checked from others
record CheckReport(
    SequencedMap<String, Object> identity, Effort effort, long seed, List<Finding> findings) {
  /// What is not there to be checked, and why.
  private static final Map<String, String> LEFT_OUT =
      Map.of("paper parity", "this version has no paper exchange to compare with");

  boolean passed() {
    return findings.stream().allMatch(finding -> finding.state() == State.PASSED);
  }

  void print(PrintWriter out) {
    Table table = new Table("check", "result", "orders", "steals", "figure");
    for (Finding finding : findings) {
      table.row(
          finding.check().word(),
          finding.state().word(),
          finding.evidence().placed(),
          finding.evidence().steals(),
          finding.figure());
    }
    table.print(out);
    for (Finding finding : findings) {
      if (finding.lacking() != null) {
        out.println();
        out.println("%s: not checked: %s".formatted(finding.check().word(), finding.lacking()));
      }
      finding
          .problems()
          .forEach(one -> out.println("%n%s: failed: %s".formatted(finding.check().word(), one)));
    }
    out.println();
    Table meanings = new Table("check", "passes when", "if it fails");
    findings.forEach(finding ->
        meanings.row(finding.check().word(), finding.check().demands(), finding.check().failure()));
    meanings.print(out);
    out.println();
    LEFT_OUT.forEach((what, why) -> out.println("left out: %s: %s".formatted(what, why)));
    out.println(
        "seeds: null market 1 to %s; cuts are drawn from %s; Random 1 to %s%s"
            .formatted(
                effort.nullSeeds(),
                seed,
                effort.lots(),
                effort.equals(Effort.QUICK) ? "; --thorough tries more" : ""));
  }

  SequencedMap<String, Object> json() {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("identity", identity);
    members.put("passed", passed());
    SequencedMap<String, Object> tried = new LinkedHashMap<>();
    tried.put("thorough", effort.equals(Effort.THOROUGH));
    tried.put("nullMarketSeeds", List.of(1, effort.nullSeeds()));
    tried.put("cuts", effort.cuts());
    tried.put("cutSeed", seed);
    tried.put("randomSeeds", List.of(1, effort.lots()));
    members.put("effort", tried);
    members.put("checks", findings.stream().map(CheckReport::json).toList());
    members.put("leftOut", LEFT_OUT);
    return members;
  }

  private static SequencedMap<String, Object> json(Finding finding) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("check", finding.check().word());
    members.put("result", finding.state().word());
    members.put("figure", finding.figure());
    members.put("notCheckedBecause", finding.lacking());
    members.put("problems", finding.problems());
    members.put("passesWhen", finding.check().demands());
    members.put("failureMeans", finding.check().failure());
    members.put("placed", finding.evidence().placed());
    members.put("steals", finding.evidence().steals());
    members.put("figures", finding.figures());
    return members;
  }
}
