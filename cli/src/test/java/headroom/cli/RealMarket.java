package headroom.cli;

import headroom.core.engine.Settings;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealPolicy;
import headroom.sim.check.Subject;
import headroom.sim.intents.Excursion;
import headroom.sim.path.PathModel;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.VenueRules;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Real bars, if a folder of them lies beside the project (`shared/data`) or is named by
/// `-Dheadroom.real-data=DIR`.
final class RealMarket {
  private static final String HALF_A_YEAR = "set-a-2025h1-5m";

  private RealMarket() {}

  /// @param symbols empty for all
  static Market load(List<String> symbols) {
    return load(symbols, false);
  }

  /// @param extended whether stocks are traded before and after the core session
  static Market load(List<String> symbols, boolean extended) {
    String named = System.getProperty("headroom.real-data");
    Stream<Path> data =
        named != null
            ? Stream.of(Path.of(named))
            : Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared").resolve("data"));
    Path folder =
        data.map(at -> at.resolve(HALF_A_YEAR)).filter(Files::isDirectory).findFirst().orElse(null);
    Assumptions.assumeTrue(folder != null, "no folder of real bars beside the project");
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    return Market.load(folder, symbols, true, extended, Dates.ALL, nobody);
  }

  static Period period(Market market, String from, String to) {
    return market.period(Dates.of("dates", LocalDate.parse(from), LocalDate.parse(to)));
  }

  static RunSettings settings(StealPolicy policy, FillRule rule, PathModel path) {
    Settings usual = Settings.DEFAULTS;
    Settings engine =
        new Settings(
                policy,
                usual.tolerances(),
                usual.steals(),
                usual.fights(),
                usual.account(),
                usual.multiplier(),
                usual.atOnceRanks(),
                false,
                false,
                usual.pauses())
            .with(usual.deleveraging());
    VenueRules venue = RunSettings.DEFAULTS.venue();
    return new RunSettings(
        engine,
        path,
        venue.with(rule),
        RunSettings.DEFAULTS.equity(),
        RunSettings.DEFAULTS.account(),
        1);
  }

  static List<StealPolicy> policies() {
    return StealPolicies.all(7);
  }

  /// A run whose intents are made of the same bars.
  static Subject subject(Market market, RunSettings settings, Period period) {
    return new Subject(
        settings,
        market.hours(),
        market.tape(),
        (tape, time) ->
            new Excursion(
                    Excursion.Rules.DEFAULTS.withExtendedHours(market.hours().isExtended()),
                    market.hours())
                .intents(tape.series(), time.fromNs(), time.toNs()),
        period);
  }
}
