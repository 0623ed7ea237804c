package headroom.data.bars;

import headroom.core.market.Bars;
import java.util.List;

/// The good bars of a folder, and what was wrong with the rest.
///
/// @param series one per instrument, by name; never empty
/// @param report what was left out and why
public record Loaded(List<Bars> series, LoadReport report) {

  public Loaded {
    series = List.copyOf(series);
  }

  /// This, if nothing had to be left out because of a problem.
  ///
  /// @throws BadDataException with every problem, if there is one
  public Loaded strict() {
    if (!report.problems().isEmpty()) {
      throw new BadDataException(report.problems());
    }
    return this;
  }

  /// The SHA-256 of instruments and bars: the data's part in the identity of a run.
  public String dataHash() {
    return DataHash.of(series);
  }
}
