package headroom.data.rows;

import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.columnar.Columnar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A file of rows with named fields: CSV with a header, or JSON lines with the same names.
public final class RowFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private RowFile() {}

  /// Takes a file apart.
  ///
  /// @param file its name ends in `.csv`, `.jsonl`, `.ndjson`, `.json` or `.parquet`
  /// @throws BadDataException if it cannot be read at all
  public static void read(Path file, Fields fields, RowTaker taker) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      CsvRows.read(text(file), fields, taker);
    } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
      JsonRows.read(text(file), fields, taker);
    } else if (Columnar.is(file)) {
      ColumnarRows.read(file, fields, taker);
    } else {
      taker.bad(0, "file must end in .csv, .jsonl, .ndjson, .json or .parquet, did not");
    }
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return marked ? text.substring(1) : text;
    } catch (NoSuchFileException _) {
      throw bad(file, "file must exist, was missing");
    } catch (CharacterCodingException _) {
      throw bad(file, "file must be text in UTF-8, was not");
    } catch (IOException unreadable) {
      throw bad(
          file,
          Files.isDirectory(file)
              ? "file must be a file, was a folder"
              : "file must be readable, was not: " + unreadable.getMessage());
    }
  }

  private static BadDataException bad(Path file, String message) {
    return new BadDataException(List.of(new Problem(file.toString(), 0, message)));
  }
}
