package headroom.cli;

import headroom.core.engine.Event;
import headroom.core.intent.Intent;
import headroom.data.forecasts.ForecastFile;
import headroom.data.forecasts.ForecastFolder;
import headroom.sim.intents.Planned;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The option `--forecasts`.
final class ForecastsFile {
  private ForecastsFile() {}

  /// Whose forecast.
  private record Key(String instrument, String strategy) {
    static Key of(Intent intent) {
      return new Key(intent.instrument().value(), intent.strategy());
    }

    static Key of(Event.Forecasted forecast) {
      return new Key(forecast.instrument().value(), forecast.strategy());
    }
  }

  /// Refuses a name that is mistyped, before bars are loaded for it.
  ///
  /// @param fileOrFolder null if the option was not given
  /// @throws IllegalArgumentException if there is nothing
  static void requireThere(@Nullable Path fileOrFolder) {
    if (fileOrFolder != null && !Files.exists(fileOrFolder)) {
      throw new IllegalArgumentException("--forecasts " + fileOrFolder + ": no such file");
    }
  }

  /// The forecasts of a file, or of the files in a folder. Those that can have no effect are
  /// counted: a mistyped strategy would otherwise look like a run with forecasts.
  ///
  /// @param endNs the end of the run, or of the last of several
  /// @param planned the intents of all runs
  static List<Event.Forecasted> read(
      Path file, Market market, long endNs, List<Planned> planned, PrintWriter err) {
    List<Event.Forecasted> all =
        Files.isDirectory(file)
            ? ForecastFolder.read(file, market.instruments())
            : ForecastFile.read(file, market.instruments());
    long late = all.stream().filter(one -> one.forecast().asOfNs() >= endNs).count();
    if (late > 0) {
      err.println(
          "headroom: %s: %s of %s forecasts were made after the run and are left out"
              .formatted(file, late, all.size()));
    }
    Set<Key> wanted = new HashSet<>();
    planned.forEach(one -> wanted.add(Key.of(one.intent())));
    long unwanted = all.stream().filter(one -> !wanted.contains(Key.of(one))).count();
    if (unwanted > 0) {
      err.println(
          "headroom: %s: %s of %s forecasts are for a symbol and a strategy that no intent has"
              .formatted(file, unwanted, all.size()));
    }
    return all;
  }
}
