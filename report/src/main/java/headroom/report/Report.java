package headroom.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that a page shows.
///
/// @param title what was run
/// @param subtitle when, and over what
/// @param warning what the reader must know first; empty if nothing
/// @param headline the numbers at the top
/// @param diagnosis what happened, in sentences
/// @param matrix who steals from whom; null if nobody did
/// @param prices null if there are no charts of prices
/// @param result the members of `result.json`
public record Report(
    String title,
    String subtitle,
    String warning,
    List<Tile> headline,
    List<String> diagnosis,
    List<Section> sections,
    List<Chart> charts,
    List<Sheet> sheets,
    @Nullable Matrix matrix,
    @Nullable Prices prices,
    Map<String, Object> result) {
  public Report {
    headline = List.copyOf(headline);
    diagnosis = List.copyOf(diagnosis);
    sections = List.copyOf(sections);
    charts = List.copyOf(charts);
    sheets = List.copyOf(sheets);
  }

  /// One number at the top.
  ///
  /// @param detail its interval, or what it is made of; may be empty
  /// @param sign −1, 0 or 1: whether it is a loss or a gain
  public record Tile(String label, String value, String detail, int sign) {}
}
