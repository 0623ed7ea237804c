package headroom.cli;

import headroom.core.market.Bars;
import headroom.data.Durations;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.reshape.ActionsFile;
import headroom.data.reshape.Adjust;
import headroom.data.reshape.CorporateAction;
import headroom.data.reshape.Resample;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that make other series of series.
final class ReshapeOptions {
  @Option(
      names = "--step",
      paramLabel = "LENGTH",
      description = "make longer bars, such as 15m or 1h")
  private @Nullable String step;

  @Option(
      names = "--actions",
      paramLabel = "FILE",
      description = "splits and dividends of stocks as CSV or JSON lines")
  private @Nullable Path actions;

  @Option(
      names = "--adjust",
      paramLabel = "WHAT",
      description = "splits or all: take actions into the prices before them")
  private @Nullable String adjust;

  ReshapeOptions() {}

  /// Refuses options that cannot be used, before the work is done.
  ///
  /// @throws IllegalArgumentException if one is mistyped, or there without the other
  void require() {
    stepNs();
    kinds();
    if ((actions == null) != (adjust == null)) {
      throw new IllegalArgumentException(
          actions == null
              ? "--adjust must come with --actions"
              : "--actions must come with --adjust, which says what is taken into prices");
    }
    if (actions != null) {
      IntentsFile.requireThere("--actions", actions);
    }
  }

  /// The series adjusted first, then made of longer bars.
  List<Bars> of(List<Bars> series) {
    List<CorporateAction> taken = actions == null ? List.of() : ActionsFile.read(actions);
    Adjust.Kinds kinds = kinds();
    long stepNs = stepNs();
    return series.stream()
        .map(bars -> Adjust.of(bars, taken, kinds))
        .map(bars -> stepNs == 0 ? bars : Resample.of(bars, stepNs, ExchangeCalendar.nyse()))
        .toList();
  }

  private Adjust.Kinds kinds() {
    if (adjust == null || adjust.equals("splits")) {
      return Adjust.Kinds.SPLITS;
    }
    if (adjust.equals("all")) {
      return Adjust.Kinds.ALL;
    }
    throw new IllegalArgumentException(
        "--adjust must be splits or all, was '%s'".formatted(adjust));
  }

  private long stepNs() {
    try {
      long ns = step == null ? 0 : Durations.ns(step);
      if (step == null || ns > 0) {
        return ns;
      }
    } catch (NumberFormatException | ArithmeticException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "--step must be such as 15m or 1h, was '%s'".formatted(step));
  }
}
