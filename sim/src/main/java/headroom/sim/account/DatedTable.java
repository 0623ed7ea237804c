package headroom.sim.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Rows that are valid from a date on, as they are packed with this code: they are part of it, and
/// nothing else is ever read.
///
/// A row holds until the next one of a later date. Before the first date the first rows hold: no
/// table goes back for ever, and what held before is not known.
final class DatedTable {
  private final List<Row> rows;

  /// @param cells what follows the date
  record Row(LocalDate from, List<String> cells) {}

  private DatedTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /// @param name of a file beside this class, without its ending
  static DatedTable of(String name) {
    List<Row> rows = new ArrayList<>();
    InputStream packed =
        Objects.requireNonNull(DatedTable.class.getResourceAsStream(name + ".csv"), name);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (!line.startsWith("#") && !line.startsWith("from,")) {
          List<String> cells = List.of(line.split(",", -1));
          rows.add(new Row(LocalDate.parse(cells.getFirst()), cells.subList(1, cells.size())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DatedTable(rows);
  }

  /// The rows of the latest date that is not after `date`.
  List<Row> at(LocalDate date) {
    LocalDate from = rows.getFirst().from();
    for (Row row : rows) {
      from = row.from().isAfter(date) ? from : row.from();
    }
    LocalDate valid = from;
    return rows.stream().filter(row -> row.from().equals(valid)).toList();
  }

  /// The only row that is valid.
  List<String> rowAt(LocalDate date) {
    return at(date).getFirst().cells();
  }
}
