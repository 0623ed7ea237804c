package headroom.data.imports;

import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.bars.SeriesBuilder;
import headroom.data.columnar.Columnar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads bars from files of others.
///
/// Every file is read twice: once to find out how it is written, once to take its rows. What cannot
/// be told refuses all files, with every open question; a bad row is left out and named.
public final class BarImport {

  private final ImportOptions options;
  private final List<Detected> detected = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> open = new ArrayList<>();
  private final Map<InstrumentId, List<Bars>> parts = new TreeMap<>();
  private final List<Single> singles = new ArrayList<>();
  private long rows;
  private long rounded;

  /// Less than two rows of a file whose times are known to be those of the open.
  private record Single(AssetClass assetClass, InstrumentId id, SeriesBuilder rows) {}

  private BarImport(ImportOptions options) {
    this.options = options;
  }

  /// The series in files, by name.
  ///
  /// @param files CSV or JSON of Alpaca bars, also in `.gz` or `.zip`; Parquet
  /// @throws BadDataException if a file cannot be read, or a question about it stays open
  public static Imported of(List<Path> files, ImportOptions options) throws IOException {
    BarImport reading = new BarImport(options);
    for (Path file : files) {
      reading.read(file);
    }
    return reading.end();
  }

  private void read(Path file) throws IOException {
    Report report = new Report(file.toString());
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            "file must exist, was " + (Files.exists(file) ? "a folder" : "missing"));
      }
      read(file, table(file), report);
    } catch (IllegalArgumentException unreadable) {
      report.bad(0, String.valueOf(unreadable.getMessage()));
    } catch (IOException unreadable) {
      report.bad(0, "file must be readable, was not: " + unreadable.getMessage());
    }
    detected.addAll(report.detected());
    open.addAll(report.problems());
  }

  private static Table table(Path file) throws IOException {
    String name = Opened.unwrapped(file).toLowerCase(Locale.ROOT);
    if (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return new AlpacaBars(file);
    }
    if (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv")) {
      return new CsvTable(file);
    }
    if (Columnar.is(file)) {
      return new ColumnarTable(file);
    }
    throw new IllegalArgumentException(
        "file must end in .csv, .tsv, .txt, .json, .jsonl or .ndjson, also with .gz or .zip, or in .parquet, did not");
  }

  private void read(Path file, Table table, Report report) throws IOException {
    List<String> header = table.header();
    List<List<String>> firsts = new ArrayList<>();
    table.read((_, row) -> {
      if (firsts.isEmpty()) {
        firsts.add(row);
      }
    });
    if (firsts.isEmpty()) {
      throw new IllegalArgumentException("file must hold bars, had none");
    }
    List<String> first = firsts.getFirst();
    List<String> complaints = new ArrayList<>();
    ColumnMap columns = ColumnMap.of(table, header, first, options.columns(), complaints);
    complaints.forEach(complaint -> report.bad(0, complaint));
    if (report.isOpen() || !columns.isComplete()) {
      return;
    }
    report.said("layout", columns.layout(), table.what());
    report.said("columns", columns.text(), header.isEmpty() ? "by place" : "by name");
    Evidence evidence = new Evidence(columns);
    table.read((_, row) -> evidence.take(row));
    @Nullable String symbol = columns.has(Role.SYMBOL) ? columns.text(Role.SYMBOL, first) : null;
    @Nullable Naming naming = Naming.of(file, columns, symbol, options, report);
    @Nullable NumberForm given = options.numbers();
    NumberForm numbers = given == null ? evidence.numbers(report) : given;
    @Nullable Boolean dayFirst =
        options.dayFirst() == null ? evidence.dayFirst(report) : options.dayFirst();
    if (evidence.isLocal() && evidence.isAbsolute()) {
      report.bad(0, "times must all have an offset or none, had both: " + evidence.forms());
    }
    if (naming == null || report.isOpen()) {
      return;
    }
    if (!evidence.forms().isEmpty()) {
      report.said("times", evidence.forms(), "as they are written");
    }
    Rows taken = new Rows(columns, naming, numbers, dayFirst, report.file());
    table.read(taken::take);
    end(taken, columns, naming, evidence.isLocal(), report);
  }

  private void end(Rows taken, ColumnMap columns, Naming naming, boolean local, Report report) {
    rows += taken.rows();
    @Nullable Stamps stamps = null;
    for (Map.Entry<InstrumentId, SeriesBuilder> one : taken.series().entrySet()) {
      SeriesBuilder builder = one.getValue();
      if (stamps == null && builder.stepNs() > 0) {
        long[] stampsNs = builder.stampsNs();
        stamps =
            Stamps.of(
                report, options, columns, naming.assetClass(), local, stampsNs, builder.stepNs());
      }
      if (!report.isOpen() && stamps != null) {
        @Nullable Bars bars =
            builder.end(naming.assetClass(), one.getKey(), stamps.starts(builder.stepNs()));
        if (bars != null) {
          parts.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(bars);
        }
      } else if (stamps == null && columns.layoutKnown()) {
        singles.add(new Single(naming.assetClass(), one.getKey(), builder));
        rounded += builder.rounded();
        continue;
      } else if (stamps == null) {
        builder.bad(0, "%s must have at least two good rows, had fewer".formatted(one.getKey()));
      }
      rounded += builder.rounded();
      problems.addAll(builder.problems());
    }
    problems.addAll(taken.problems());
  }

  /// A page may hold one bar; the others of its series say how long it is.
  private void endSingles() {
    for (Single one : singles) {
      List<Bars> others = parts.getOrDefault(one.id, List.of());
      long stepNs = others.isEmpty() ? 0 : others.getFirst().stepNs();
      @Nullable Bars bars = one.rows.end(one.assetClass, one.id, ns -> ns, stepNs);
      if (bars != null) {
        parts.computeIfAbsent(one.id, _ -> new ArrayList<>()).add(bars);
      }
      problems.addAll(one.rows.problems());
    }
  }

  private Imported end() {
    endSingles();
    Merge merge = new Merge();
    List<Bars> series = new ArrayList<>();
    parts.forEach((id, of) -> {
      try {
        series.add(merge.of(of));
      } catch (IllegalArgumentException unlike) {
        open.add(new Problem(id.value(), 0, String.valueOf(unlike.getMessage())));
      }
    });
    if (open.isEmpty() && series.isEmpty()) {
      open.addAll(problems);
      open.add(new Problem("import", 0, "files must hold a usable series, held none"));
    }
    if (!open.isEmpty()) {
      throw new BadDataException(open);
    }
    return new Imported(series, detected, problems, rows, rounded, merge.again());
  }
}
