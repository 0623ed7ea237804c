package headroom.sim.run;

import headroom.core.engine.Settings;
import headroom.core.num.Money;
import headroom.sim.account.AccountRules;
import headroom.sim.account.Dividend;
import headroom.sim.account.Split;
import headroom.sim.path.PathModel;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.VenueRules;
import java.util.List;

/// Everything that decides a run beside its data.
///
/// @param engine how the engine decides
/// @param path which extreme of a bar comes first
/// @param venue how the venue behaves
/// @param equity what is deposited at the start
/// @param account what the account costs and allows
/// @param seed starts what the path and the latencies draw
public record RunSettings(
    Settings engine,
    PathModel path,
    VenueRules venue,
    Money equity,
    AccountRules account,
    long seed) {
  /// 10,000, against a venue with latency and costs.
  public static final RunSettings DEFAULTS =
      new RunSettings(
          Settings.DEFAULTS,
          PathModel.ADAPTIVE,
          VenueRules.DEFAULTS,
          Money.of("10000"),
          AccountRules.DEFAULTS,
          1);

  public RunSettings {
    if (!equity.isPositive()) {
      throw new IllegalArgumentException("equity must be above 0, was " + equity);
    }
  }

  /// A run with flat fees, and an account without rules of its own.
  public RunSettings(Settings engine, PathModel path, VenueRules venue, Money equity) {
    this(engine, path, venue, equity, AccountRules.PLAIN, 1);
  }

  /// The same run with other chance.
  public RunSettings withSeed(long other) {
    return new RunSettings(engine, path, venue, equity, account, other);
  }

  /// The same run, in which companies pay dividends and split their shares.
  public RunSettings withActions(List<Dividend> paid, List<Split> made) {
    return new RunSettings(engine, path, venue, equity, account.with(paid, made), seed);
  }

  /// The same run with another engine.
  public RunSettings with(Settings other) {
    return new RunSettings(other, path, venue, equity, account, seed);
  }

  /// The same run with another fill rule.
  public RunSettings with(FillRule rule) {
    return new RunSettings(engine, path, venue.with(rule), equity, account, seed);
  }
}
