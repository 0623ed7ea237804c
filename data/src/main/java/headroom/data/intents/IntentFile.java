package headroom.data.intents;

import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BadDataException;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.rows.RowFile;
import headroom.data.rows.Symbols;
import java.nio.file.Path;
import java.util.List;
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
    RowFile.read(file, IntentFields.ALL, intake);
    return intake.intents();
  }
}
