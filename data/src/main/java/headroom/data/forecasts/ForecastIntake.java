package headroom.data.forecasts;

import headroom.core.engine.Event;
import headroom.core.intent.Forecast;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.rows.Row;
import headroom.data.rows.RowTaker;
import headroom.data.rows.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Takes the rows of one file of forecasts, good and bad.
///
/// Not thread safe; owned by the reading of one file.
final class ForecastIntake implements RowTaker {
  private final String place;
  private final Symbols symbols;
  private final List<Event.Forecasted> forecasts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final @Nullable Long asOfNs;
  private final Map<Key, String> seen;
  private boolean hasValues;

  /// Of which there can be only one.
  record Key(InstrumentId instrument, String strategy, long asOfNs) {}

  /// @param place what problems call the file
  /// @param asOfNs when rows were made that do not say so; null if every row must
  /// @param seen where the forecasts are that were read before, also in other files
  ForecastIntake(String place, Symbols symbols, @Nullable Long asOfNs, Map<Key, String> seen) {
    this.place = place;
    this.symbols = symbols;
    this.asOfNs = asOfNs;
    this.seen = seen;
  }

  @Override
  public void row(Row row) {
    Event.@Nullable Forecasted forecast = read(row);
    for (String complaint : row.complaints()) {
      bad(row.line(), complaint);
    }
    if (forecast != null) {
      forecasts.add(forecast);
    }
  }

  @Override
  public void bad(long line, String message) {
    problems.add(new Problem(place, line, message));
  }

  private Event.@Nullable Forecasted read(Row row) {
    @Nullable Instrument instrument = symbols.required(row);
    @Nullable String strategy = row.required("strategy");
    @Nullable Long asOf = asOf(row);
    long maxAgeNs = row.durationNs("max-age", Long.MAX_VALUE);
    SequencedMap<String, String> fields = row.texts(ForecastFile.FORECAST);
    hasValues |= !fields.isEmpty();
    if (instrument == null || strategy == null || asOf == null) {
      return null;
    }
    requireOnce(row, new Key(instrument.id(), strategy, asOf));
    return row.complaints().isEmpty()
        ? new Event.Forecasted(instrument.id(), strategy, new Forecast(fields, asOf, maxAgeNs))
        : null;
  }

  private @Nullable Long asOf(Row row) {
    if (asOfNs != null && row.text("as-of") == null) {
      return asOfNs;
    }
    return row.required("as-of") == null ? null : row.timeNs("as-of");
  }

  private void requireOnce(Row row, Key key) {
    @Nullable String other = seen.putIfAbsent(key, place + " line " + row.line());
    if (other != null) {
      row.complain(
          "symbol, strategy and as-of must occur once together, were in %s too"
              .formatted(
                  other.startsWith(place + " ") ? other.substring(place.length() + 1) : other));
    }
  }

  /// All of them.
  ///
  /// @throws BadDataException if anything was bad
  List<Event.Forecasted> forecasts() {
    if (forecasts.isEmpty() && problems.isEmpty()) {
      bad(0, "file must hold at least one forecast, had none");
    } else if (!hasValues && problems.isEmpty()) {
      bad(
          0,
          "file must have values in a field such as maxdiff_forecasted_pnl or avg_return, had none");
    }
    if (!problems.isEmpty()) {
      throw new BadDataException(problems);
    }
    return List.copyOf(forecasts);
  }
}
