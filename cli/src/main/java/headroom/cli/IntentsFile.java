package headroom.cli;

import headroom.data.calendar.ExchangeCalendar;
import headroom.data.intents.DatedIntent;
import headroom.data.intents.IntentFile;
import headroom.sim.intents.Planned;
import headroom.sim.run.Period;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The option `--intents`.
final class IntentsFile {
  private IntentsFile() {}

  /// Refuses a name that is mistyped, before bars are loaded for it.
  ///
  /// @param file null if the option was not given
  /// @throws IllegalArgumentException if there is no such file
  static void requireThere(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(option + " " + file + ": no such file");
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(option + " " + file + ": must be a file, was a folder");
    }
  }

  /// The intents of a file that appear in a period; the rest is left out and counted.
  static List<Planned> read(Path file, Market market, Period period, PrintWriter err) {
    List<DatedIntent> all = IntentFile.read(file, market.instruments(), ExchangeCalendar.nyse());
    List<Planned> planned = new ArrayList<>();
    for (DatedIntent dated : all) {
      long fromNs = dated.fromNs() == Long.MIN_VALUE ? period.fromNs() : dated.fromNs();
      if (fromNs >= period.fromNs() && fromNs < period.toNs()) {
        planned.add(new Planned(fromNs, dated.intent()));
      }
    }
    if (planned.size() < all.size()) {
      err.println(
          "headroom: %s: %s of %s intents appear before or after the run and are left out"
              .formatted(file, all.size() - planned.size(), all.size()));
    }
    return planned;
  }
}
