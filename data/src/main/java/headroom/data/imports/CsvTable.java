package headroom.data.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of rows separated by commas, semicolons, tabs or bars, with or without a header.
final class CsvTable implements Table {

  /// A bar has six fields; decimal commas are no separators where another sign is one.
  private static final int LEAST_SEPARATORS = 4;

  private static final String SEPARATORS = "\t;|,";

  private final Path file;
  private final String first;
  private final char separator;

  /// @throws IllegalArgumentException if it is empty
  CsvTable(Path file) throws IOException {
    this.file = file;
    first = firstLine(file);
    separator = separator(first);
  }

  private static String firstLine(Path file) throws IOException {
    try (BufferedReader lines = reader(file)) {
      @Nullable String line = lines.readLine();
      while (line != null && line.isBlank()) {
        line = lines.readLine();
      }
      if (line == null) {
        throw new IllegalArgumentException("file must hold rows, was empty");
      }
      return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
  }

  private static char separator(String line) {
    for (int at = 0; at < SEPARATORS.length(); at++) {
      char one = SEPARATORS.charAt(at);
      if (line.chars().filter(c -> c == one).count() >= LEAST_SEPARATORS) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        "rows must have fields separated by commas, semicolons, tabs or '|', was '%s'"
            .formatted(line.length() > 60 ? line.substring(0, 60) + "…" : line));
  }

  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(new InputStreamReader(Opened.bytes(file), StandardCharsets.UTF_8));
  }

  @Override
  public String what() {
    String name = separator == '\t' ? "tabs" : "'" + separator + "'";
    return "CSV separated by %s, %s".formatted(name, header().isEmpty() ? "no header" : "header");
  }

  @Override
  public List<String> header() {
    List<String> fields = fields(first);
    boolean numbers =
        fields.stream().skip(1).limit(LEAST_SEPARATORS).allMatch(NumberForm::isNumber);
    return numbers ? List.of() : fields.stream().map(String::strip).toList();
  }

  private List<String> fields(String line) {
    try (CsvReader<CsvRecord> one = builder().ofCsvRecord(line)) {
      return one.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  @Override
  public void read(Taker taker) throws IOException {
    boolean[] skip = {!header().isEmpty()};
    long[] line = {0};
    try (BufferedReader reader = reader(file);
        CsvReader<CsvRecord> rows = builder().ofCsvRecord(reader)) {
      for (CsvRecord row : rows) {
        line[0] = row.getStartingLineNumber();
        if (!skip[0]) {
          taker.row(line[0], row.getFields());
        }
        skip[0] = false;
      }
    } catch (UncheckedIOException | CsvParseException | IOException broken) {
      throw new IllegalArgumentException(
          "file must be sound, was not behind line %s: %s".formatted(line[0], cause(broken)),
          broken);
    }
  }

  private static String cause(Throwable broken) {
    Throwable cause = broken;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
