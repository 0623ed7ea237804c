package headroom.data.forecasts;

import headroom.core.engine.Event;
import headroom.core.intent.ForecastFields;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BadDataException;
import headroom.data.rows.Fields;
import headroom.data.rows.RowFile;
import headroom.data.rows.Symbols;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// A file of forecasts: CSV with a header, or JSON lines with the same names.
///
/// ```
/// symbol,strategy,as-of,max-age,maxdiff_forecasted_pnl
/// BTC/USD,maxdiff,2025-03-10T00:00:00Z,12h,42.50
/// ```
///
/// It is read as a whole or not at all: one bad row refuses it, and every bad row is named. What
/// stands in a field of a forecast is never bad: what is no number is passed over.
public final class ForecastFile {

  /// The fields that hold forecasts; which of them counts for an intent, [ForecastFields] says.
  static final Pattern FORECAST = Pattern.compile(".+_forecasted_pnl|avg_return");

  /// The columns and keys besides further fields of [#FORECAST].
  static final Fields FIELDS =
      new Fields(
          List.of("symbol", "strategy", "as-of"),
          List.of(),
          List.of(
              "symbol",
              "strategy",
              "as-of",
              "max-age",
              ForecastFields.ofStrategy("maxdiff"),
              ForecastFields.ofStrategy("maxdiffalwayson"),
              ForecastFields.ofStrategy("highlow"),
              ForecastFields.ofStrategy("all_signals"),
              "avg_return"),
          List.of(),
          FORECAST);

  private ForecastFile() {}

  /// The forecasts in the order of the file, each good from the time at which it was made.
  ///
  /// @param file its name ends in `.csv`, `.jsonl`, `.ndjson` or `.json`
  /// @param instruments what can be traded; every symbol must be one of them
  /// @throws BadDataException with every problem of every row
  public static List<Event.Forecasted> read(
      Path file, SequencedMap<InstrumentId, Instrument> instruments) {
    ForecastIntake intake = new ForecastIntake(file.toString(), new Symbols(instruments));
    RowFile.read(file, FIELDS, intake);
    return intake.forecasts();
  }
}
