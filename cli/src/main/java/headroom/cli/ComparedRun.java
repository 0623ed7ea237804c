package headroom.cli;

import headroom.report.FillBand;
import headroom.sim.compare.DailyChanges;
import headroom.sim.report.Figures;
import headroom.sim.venue.FillRule;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a comparison keeps of a run: its figures, and of its commands only the hash.
///
/// @param number from 1, in the order of the table
/// @param rule the fill rule that it was played under
/// @param intents which intents it met: runs with the same number met the same
/// @param result the members of its `result.json`
record ComparedRun(
    int number,
    Combination combination,
    Stretch stretch,
    FillRule rule,
    int intents,
    String commandHash,
    Figures figures,
    SequencedMap<String, Object> result) {

  /// What each day did to it. One that was ruined ends before the other of its pair, and nothing
  /// more happens to it.
  DailyChanges changesBeside(ComparedRun other) {
    DailyChanges changes = DailyChanges.of(figures);
    return figures.account().ruinedAt() == null
        ? changes
        : changes.on(DailyChanges.of(other.figures).dates());
  }

  /// The members of `result.json`, after what sets the run apart.
  ///
  /// @param band the same run under every fill rule; null if that was not asked for
  SequencedMap<String, Object> json(@Nullable FillBand band) {
    SequencedMap<String, Object> apart = new LinkedHashMap<>();
    apart.put("number", number);
    apart.put("name", combination.name());
    apart.put("varied", combination.varied());
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("run", apart);
    result.forEach((name, value) -> {
      members.put(name, value);
      if (name.equals("scheduling") && band != null) {
        members.put("band", Band.json(band));
      }
    });
    return members;
  }
}
