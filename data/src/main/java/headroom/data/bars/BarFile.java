package headroom.data.bars;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.columnar.Columnar;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads one file of bars.
final class BarFile {

  private static final int BUFFER_BYTES = 1 << 16;

  private final FoundFile file;
  private final List<Problem> problems = new ArrayList<>();

  /// The result of reading: bars and their report, or what there is to say of a bad file.
  ///
  /// @param extended whether it lies in `stocks-extended/`
  record Read(
      @Nullable Bars bars,
      @Nullable FileReport report,
      @Nullable BadFile badFile,
      boolean extended,
      List<Problem> problems) {}

  private BarFile(FoundFile file) {
    this.file = file;
  }

  static Read read(
      FoundFile file,
      InstrumentsFile.@Nullable Entry attributes,
      StockHours hours,
      ExchangeCalendar calendar) {
    BarFile reading = new BarFile(file);
    try {
      return reading.read(attributes, hours, calendar);
    } catch (BadFileException bad) {
      int badRows =
          (int)
              reading.problems.stream()
                  .mapToLong(Problem::line)
                  .filter(line -> line > 0)
                  .distinct()
                  .count();
      reading.problems.add(bad.at(file.name()));
      return new Read(
          null, null, new BadFile(file.name(), badRows), file.extended(), reading.problems);
    }
  }

  private Read read(
      InstrumentsFile.@Nullable Entry attributes, StockHours hours, ExchangeCalendar calendar) {
    Columns columns;
    int rows;
    if (Columnar.is(file.path())) {
      ColumnarBars read = ColumnarBars.of(file);
      problems.addAll(read.problems());
      columns = read.columns();
      rows = read.rows();
    } else {
      columns = new Columns();
      rows = parse(columns);
    }
    RowOrder.requireIncreasing(file.name(), columns, problems);
    long stepNs = RowOrder.stepNs(columns);
    if (stepNs == 0) {
      throw new BadFileException(
          0, "file must have at least two good rows, had %s of %s".formatted(columns.length, rows));
    }
    RowOrder.requireGrid(file.name(), columns, stepNs, problems);
    int badRows = rows - columns.length;
    long firstOpenRaw = columns.openRaw[0];
    SessionFit fit =
        file.assetClass() == AssetClass.STOCK
            ? SessionFit.of(columns, stepNs, calendar)
            : SessionFit.NONE;
    SessionEdges edges =
        file.assetClass() == AssetClass.STOCK && hours != StockHours.ALL
            ? SessionEdges.cut(columns, stepNs, calendar, hours == StockHours.EXTENDED)
            : SessionEdges.NONE;
    if (columns.length == 0) {
      throw new BadFileException(
          0,
          "file must have stock bars that begin inside %s session, had none in %s rows"
              .formatted(hours == StockHours.CORE ? "a core" : "an extended", rows));
    }
    columns.trim();
    FileReport report =
        new FileReport(
            file.name(),
            file.id(),
            rows,
            columns.length,
            0,
            badRows,
            edges.outside(),
            edges.crossingOpenNs(),
            edges.crossingClose(),
            fit);
    return new Read(
        bars(instrument(file, firstOpenRaw, attributes), stepNs, columns),
        report,
        null,
        file.extended(),
        problems);
  }

  private int parse(Columns columns) {
    RowReader rows = new RowReader(file.name(), columns, problems);
    try (Reader reader = open();
        CsvReader<Boolean> csv =
            CsvReader.builder()
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(rows, reader)) {
      csv.forEach(good -> {});
    } catch (UncheckedIOException | CsvParseException wrapped) {
      throw unreadable(wrapped, rows);
    } catch (IOException failed) {
      throw unreadable(failed, rows);
    }
    if (!rows.isHeaderRead()) {
      throw new BadFileException(
          0, "file must begin with the header %s, was empty".formatted(RowReader.HEADER));
    }
    return rows.rows();
  }

  private Reader open() throws IOException {
    InputStream bytes = Files.newInputStream(file.path());
    try {
      boolean zipped = file.name().toLowerCase(Locale.ROOT).endsWith(".gz");
      InputStream plain = zipped ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
      return new InputStreamReader(plain, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      bytes.close();
      throw failed;
    }
  }

  /// The CSV reader wraps what happens below and above it.
  private static BadFileException unreadable(Exception failure, RowReader rows) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof BadFileException)) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case BadFileException bad -> bad;
      case EOFException _ ->
          new BadFileException(
              0,
              "file must be complete gzip, ended too early, after %s rows".formatted(rows.rows()));
      case ZipException broken ->
          new BadFileException(
              0,
              "file must be sound gzip, was broken after %s rows: %s"
                  .formatted(rows.rows(), broken.getMessage()));
      case CsvParseException broken ->
          new BadFileException(0, "file must be well-formed CSV, was not: " + broken.getMessage());
      default ->
          new BadFileException(
              0, "file must be readable, was not after %s rows: %s".formatted(rows.rows(), cause));
    };
  }

  /// What the file of attributes says, and the usual for the rest.
  static Instrument instrument(
      FoundFile file, long firstOpenRaw, InstrumentsFile.@Nullable Entry attributes) {
    InstrumentId id = file.id();
    Instrument usual = UsualInstrument.of(file.assetClass(), id, firstOpenRaw);
    if (attributes == null) {
      return usual;
    }
    @Nullable Long tickRaw = attributes.tickRaw();
    @Nullable Long stepRaw = attributes.stepRaw();
    @Nullable Long minimumRaw = attributes.minimumRaw();
    @Nullable Boolean shortable = attributes.shortable();
    return new Instrument(
        id,
        file.assetClass(),
        tickRaw == null ? usual.tickRaw() : tickRaw,
        stepRaw == null ? usual.stepRaw() : stepRaw,
        minimumRaw == null ? usual.minimum() : new Money(minimumRaw),
        shortable == null ? usual.shortable() : shortable,
        attributes.tags());
  }

  private static Bars bars(Instrument instrument, long stepNs, Columns columns) {
    return new Bars(
        instrument,
        stepNs,
        columns.startNs,
        columns.openRaw,
        columns.highRaw,
        columns.lowRaw,
        columns.closeRaw,
        columns.volumeRaw);
  }
}
