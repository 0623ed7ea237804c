package headroom.data.imports;

import headroom.core.market.InstrumentId;
import headroom.data.bars.Problem;
import headroom.data.bars.SeriesBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Takes the rows of one file apart, into one series for each instrument.
///
/// Not thread safe; owned by one import.
final class Rows {

  private static final List<Role> PRICES = List.of(Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE);

  private final ColumnMap columns;
  private final Naming naming;
  private final NumberForm numbers;
  private final @Nullable Boolean dayFirst;
  private final String file;
  private final Map<InstrumentId, SeriesBuilder> series = new TreeMap<>();
  private final Map<String, InstrumentId> ids = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private long rows;

  Rows(
      ColumnMap columns,
      Naming naming,
      NumberForm numbers,
      @Nullable Boolean dayFirst,
      String file) {
    this.columns = columns;
    this.naming = naming;
    this.numbers = numbers;
    this.dayFirst = dayFirst;
    this.file = file;
  }

  void take(long line, List<String> row) {
    rows++;
    if (row.size() < columns.width()) {
      bad(line, "row must have %s columns, had %s".formatted(columns.width(), row.size()));
      return;
    }
    @Nullable InstrumentId id =
        id(line, columns.has(Role.SYMBOL) ? columns.text(Role.SYMBOL, row) : "");
    if (id == null) {
      return;
    }
    String stamp = columns.text(Role.TIME, row);
    @Nullable TimeText time = TimeText.of(stamp, dayFirst);
    if (time == null) {
      bad(line, "time must be a date and time or a number since 1970, was '%s'".formatted(stamp));
      return;
    }
    List<String> prices = PRICES.stream().map(role -> plain(columns.text(role, row))).toList();
    series
        .computeIfAbsent(id, _ -> new SeriesBuilder(file))
        .add(line, time.ns(), stamp, prices, plain(columns.text(Role.VOLUME, row)));
  }

  /// What is not written in this form is complained of as it stands.
  private String plain(String text) {
    @Nullable String plain = numbers.plain(text);
    return plain == null ? text + " as " + numbers.word() : plain;
  }

  private @Nullable InstrumentId id(long line, String symbol) {
    @Nullable InstrumentId known = ids.get(symbol);
    if (known != null) {
      return known;
    }
    try {
      InstrumentId id = naming.id(symbol);
      ids.put(symbol, id);
      return id;
    } catch (IllegalArgumentException nameless) {
      bad(line, String.valueOf(nameless.getMessage()));
      return null;
    }
  }

  private void bad(long line, String message) {
    problems.add(new Problem(file, line, message));
  }

  long rows() {
    return rows;
  }

  /// One for each instrument, by name.
  Map<InstrumentId, SeriesBuilder> series() {
    return series;
  }

  /// Rows of no series.
  List<Problem> problems() {
    return problems;
  }
}
