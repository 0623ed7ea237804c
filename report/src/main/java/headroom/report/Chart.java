package headroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The data of one chart: the same for the page, the picture and the CSV.
///
/// @param id its name in file names and links
/// @param title what it shows
/// @param note how to read it, in a sentence; may be empty
/// @param kind how it is drawn
/// @param unit the unit of the values, as people write it: `$`, `%`, `orders`
/// @param xs where the values stand, ascending: seconds since 1970 UTC, or the numbers of the
///   labels
/// @param labels what stands under the values instead of times; empty for times
/// @param series the values, each as many as there are xs
public record Chart(
    String id,
    String title,
    String note,
    Kind kind,
    String unit,
    List<Long> xs,
    List<String> labels,
    List<Series> series) {

  /// How a chart is drawn.
  public enum Kind {
    /// Lines over time.
    LINES,
    /// One filled line over time.
    AREA,
    /// Areas over time, one upon the other; a series that is a limit is a line above them.
    STACK,
    /// Points over time.
    POINTS,
    /// A bar for each label.
    BARS
  }

  /// One line of values.
  ///
  /// @param name what it is
  /// @param isLimit whether it bounds the others
  /// @param values null where nothing is known
  public record Series(String name, boolean isLimit, List<@Nullable Double> values) {
    public Series {
      values = new ArrayList<>(values);
    }

    /// A line that bounds nothing.
    public static Series of(String name, List<@Nullable Double> values) {
      return new Series(name, false, values);
    }
  }

  public Chart {
    xs = List.copyOf(xs);
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    for (Series one : series) {
      if (one.values().size() != xs.size()) {
        throw new IllegalArgumentException(
            "series '%s' must have a value for each of %s points, had %s"
                .formatted(one.name(), xs.size(), one.values().size()));
      }
    }
    if (!labels.isEmpty() && labels.size() != xs.size()) {
      throw new IllegalArgumentException(
          "labels must be as many as points, %s, were %s".formatted(xs.size(), labels.size()));
    }
  }

  /// Bars over labels.
  public static Chart bars(
      String id, String title, String note, String unit, Map<String, Double> counts) {
    List<Long> xs = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      xs.add((long) i);
    }
    return new Chart(
        id,
        title,
        note,
        Kind.BARS,
        unit,
        xs,
        List.copyOf(counts.keySet()),
        List.of(Series.of(title, new ArrayList<>(counts.values()))));
  }

  /// Whether there is nothing to draw.
  public boolean isEmpty() {
    return xs.isEmpty() || series.isEmpty();
  }
}
