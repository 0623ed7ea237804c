package headroom.cli.study;

import headroom.cli.settings.Given;
import java.util.List;

/// A question that is put to data.
///
/// @param name the name of the file without its ending
/// @param title what it is about, in a line
/// @param question what is asked, in a sentence or two
/// @param limits what it cannot say; empty if nobody wrote it down
/// @param figures what is reported of each run, beside its difference from the baseline
/// @param parts comparisons, each with a baseline of its own
public record Study(
    String name,
    String title,
    String question,
    String limits,
    List<StudyFigure> figures,
    List<Part> parts) {
  public Study {
    figures = List.copyOf(figures);
    parts = List.copyOf(parts);
  }

  /// One comparison: every row with every value of what varies.
  ///
  /// @param symbols names and globs; empty for all
  /// @param periods first and last day, such as `2025-01-01..2025-03-31`; empty for all
  /// @param settings that hold for all of its runs, those of the study among them
  /// @param rows settings that belong together; one without a name if there is none
  /// @param baseline the number of the run that the others are compared with, from 1
  public record Part(
      String name,
      List<String> symbols,
      List<String> periods,
      List<Given> settings,
      List<Row> rows,
      List<Varied> vary,
      int baseline) {
    public Part {
      symbols = List.copyOf(symbols);
      periods = List.copyOf(periods);
      settings = List.copyOf(settings);
      rows = List.copyOf(rows);
      vary = List.copyOf(vary);
    }
  }

  /// Settings under a name.
  ///
  /// @param name empty if it is the only row
  public record Row(String name, List<Given> settings) {
    public Row {
      settings = List.copyOf(settings);
    }
  }

  /// A setting and the values that it takes.
  ///
  /// @param place where it was asked for, for people
  public record Varied(String key, List<String> values, String place) {
    public Varied {
      values = List.copyOf(values);
    }
  }
}
