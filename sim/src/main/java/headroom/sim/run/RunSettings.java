package headroom.sim.run;

import headroom.core.engine.Settings;
import headroom.core.num.Money;
import headroom.sim.path.PathModel;
import headroom.sim.venue.SimVenue.VenueRules;

/// Everything that decides a run beside its data.
///
/// @param engine how the engine decides
/// @param path which extreme of a bar comes first
/// @param venue how the venue behaves
/// @param equity what is deposited at the start
public record RunSettings(Settings engine, PathModel path, VenueRules venue, Money equity) {
  /// 10,000, against a venue with latency and costs.
  public static final RunSettings DEFAULTS =
      new RunSettings(
          Settings.DEFAULTS, PathModel.ADAPTIVE, VenueRules.DEFAULTS, Money.of("10000"));

  public RunSettings {
    if (!equity.isPositive()) {
      throw new IllegalArgumentException("equity must be above 0, was " + equity);
    }
  }

  /// The same run with another engine.
  public RunSettings with(Settings other) {
    return new RunSettings(other, path, venue, equity);
  }
}
