package headroom.report;

import headroom.sim.compare.Difference;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.InstrumentFigures;
import headroom.sim.venue.FillRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The same run under every fill rule. Bars do not show the queue, so what is true lies somewhere
/// between a rule that is too kind and one that is too hard.
///
/// @param own the rule of the run that the others stand beside
/// @param rows what came of each, the kindest rule first; the own one is always among them, and a
///   rule is missing only if all was interrupted before it was played
public record FillBand(FillRule own, List<Row> rows) {
  public FillBand {
    rows = List.copyOf(rows);
    if (rows.stream().noneMatch(row -> row.rule() == own)) {
      throw new IllegalArgumentException("rows must hold the own rule, %s, did not".formatted(own));
    }
  }

  /// What came of one rule.
  ///
  /// @param commandHash of its commands
  /// @param difference what it made more than the own rule; null for the own rule itself
  public record Row(
      FillRule rule, Figures figures, String commandHash, @Nullable Difference difference) {

    /// How many trades there were.
    public long fills() {
      return figures.perInstrument().stream().mapToLong(InstrumentFigures::fills).sum();
    }
  }

  /// Whether every rule was played.
  public boolean isComplete() {
    return rows.size() == FillRule.values().length;
  }

  /// What came of the own rule.
  public Row ownRow() {
    return rows.stream().filter(row -> row.rule() == own).findFirst().orElseThrow();
  }

  /// What came of the other rules.
  public List<Row> others() {
    return rows.stream().filter(row -> row.rule() != own).toList();
  }
}
