package headroom.data.intents;

import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.calendar.ExchangeCalendar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// A file of intents: CSV with a header, or JSON lines with the same names.
///
/// ```
/// id,symbol,side,quantity,limit,take-profit
/// a1,BTC/USD,buy,0.05,61000,63000
/// ```
///
/// It is read as a whole or not at all: one bad row refuses it, and every bad row is named.
public final class IntentFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private IntentFile() {}

  /// The intents in the order of the file.
  ///
  /// @param file its name ends in `.csv`, `.jsonl`, `.ndjson` or `.json`
  /// @param instruments what can be traded; every symbol must be one of them
  /// @param calendar where the day of a stock ends
  /// @throws BadDataException with every problem of every row
  public static List<DatedIntent> read(
      Path file, SequencedMap<InstrumentId, Instrument> instruments, ExchangeCalendar calendar) {
    Intake intake =
        new Intake(file.toString(), new IntentReader(new Symbols(instruments), calendar));
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      CsvRows.read(text(file), intake);
    } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
      JsonRows.read(text(file), intake);
    } else {
      intake.bad(0, "file must end in .csv, .jsonl, .ndjson or .json, did not");
    }
    return intake.intents();
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
