package headroom.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of the page. What its cells hold is data, never markup.
///
/// @param id its name in file names and links
/// @param title what it shows
/// @param note how to read it, in a sentence; may be empty
public record Sheet(
    String id, String title, String note, List<Column> columns, List<List<@Nullable Object>> rows) {

  /// How the cells of a column are shown and sorted.
  public enum Cell {
    TEXT,
    /// A whole number.
    COUNT,
    /// A whole number, with a bar that compares it with the others.
    BAR,
    /// Exact, as a decimal text; shown in cents.
    MONEY,
    /// A fraction; shown in per cent.
    SHARE,
    /// A number that is shown with two places.
    NUMBER,
    /// Seconds; shown in the unit that fits.
    SECONDS,
    /// Three decimal texts of one sum: low end, middle, high end; null if there is none.
    INTERVAL
  }

  /// One column.
  ///
  /// @param help what it means; may be empty
  public record Column(String name, Cell cell, String help) {
    /// A column whose name says all.
    public static Column of(String name, Cell cell) {
      return new Column(name, cell, "");
    }
  }

  public Sheet {
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copy = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "row of '%s' must have %s cells, had %s".formatted(id, columns.size(), row.size()));
      }
      copy.add(new ArrayList<>(row));
    }
    rows = copy;
  }

  /// Rows that are being gathered.
  public static final class Rows {
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    /// Adds one; its cells may be null.
    public Rows add(List<@Nullable Object> row) {
      rows.add(row);
      return this;
    }
  }

  /// A table of rows that were gathered.
  public static Sheet of(
      String id, String title, String note, List<Column> columns, Rows gathered) {
    return new Sheet(id, title, note, columns, gathered.rows);
  }

  /// The same without the columns of a name.
  public Sheet without(String name) {
    List<Column> kept = columns.stream().filter(column -> !column.name().equals(name)).toList();
    List<List<@Nullable Object>> cut = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int at = 0; at < columns.size(); at++) {
        if (!columns.get(at).name().equals(name)) {
          cells.add(row.get(at));
        }
      }
      cut.add(cells);
    }
    return new Sheet(id, title, note, kept, cut);
  }

  /// One row, whose cells may be null.
  public static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    for (@Nullable Object cell : cells) {
      row.add(cell);
    }
    return row;
  }

  /// Whether it has no rows.
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
