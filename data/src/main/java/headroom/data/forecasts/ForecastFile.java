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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
  static final Fields FIELDS = fields("symbol", "strategy", "as-of");

  /// The same where the name of the file says when its forecasts were made.
  private static final Fields DATED_FIELDS = fields("symbol", "strategy");

  private ForecastFile() {}

  private static Fields fields(String... required) {
    return new Fields(
        List.of(required),
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
  }

  /// The forecasts in the order of the file, each good from the time at which it was made.
  ///
  /// @param file its name ends in `.csv`, `.jsonl`, `.ndjson` or `.json`
  /// @param instruments what can be traded; every symbol must be one of them
  /// @throws BadDataException with every problem of every row
  public static List<Event.Forecasted> read(
      Path file, SequencedMap<InstrumentId, Instrument> instruments) {
    return intake(file, new Symbols(instruments), null, new HashMap<>()).forecasts();
  }

  /// What a file holds, good and bad.
  ///
  /// @param asOfNs when rows were made that do not say so; null if every row must
  /// @param seen where the forecasts are that were read before
  static ForecastIntake intake(
      Path file, Symbols symbols, @Nullable Long asOfNs, Map<ForecastIntake.Key, String> seen) {
    ForecastIntake intake = new ForecastIntake(file.toString(), symbols, asOfNs, seen);
    RowFile.read(file, asOfNs == null ? FIELDS : DATED_FIELDS, intake);
    return intake;
  }
}
