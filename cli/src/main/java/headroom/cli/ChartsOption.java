package headroom.cli;

import headroom.report.ChartFiles;
import headroom.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--charts`.
final class ChartsOption {
  private static final Pattern OURS = Pattern.compile(ChartFiles.NAMES);

  @Option(
      names = "--charts",
      paramLabel = "DIR",
      description = "every chart of the report as PNG and as CSV")
  private @Nullable Path charts;

  ChartsOption() {}

  /// Refuses a place that holds anything else, before the work is done.
  ///
  /// @param folder the folder of the result: its files replace an earlier one together
  /// @throws IllegalArgumentException if it cannot be used
  void requirePlace(Path folder) throws IOException {
    if (charts == null) {
      return;
    }
    OutputFolder place = place(charts);
    if (place.path().startsWith(folder) || folder.startsWith(place.path())) {
      throw new IllegalArgumentException(
          "--charts must be outside of the folder of the result, %s, was %s"
              .formatted(folder, charts));
    }
    place.require();
  }

  private static OutputFolder place(Path folder) {
    return new OutputFolder("--charts", "set of charts", OURS, folder);
  }

  /// Writes them if they were asked for.
  ///
  /// @return where; null if they were not asked for
  @Nullable Path write(Supplier<Report> report) throws IOException {
    if (charts == null) {
      return null;
    }
    place(charts)
        .write(folder -> {
          for (Map.Entry<String, byte[]> file : ChartFiles.of(report.get()).entrySet()) {
            Places.write(folder.resolve(file.getKey()), file.getValue());
          }
        });
    return charts;
  }
}
