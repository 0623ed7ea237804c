package headroom.core.intent;

import headroom.core.num.Money;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One row of a snapshot of forecasts.
///
/// @param fields the texts of the row by the name of their field; see [ForecastFields]
/// @param asOfNs when it was made
/// @param maxAgeNs for how long it holds; `Long.MAX_VALUE` for ever
public record Forecast(SequencedMap<String, String> fields, long asOfNs, long maxAgeNs) {
  public Forecast {
    fields = Collections.unmodifiableSequencedMap(new TreeMap<>(fields));
    if (maxAgeNs < 1) {
      throw new IllegalArgumentException("max-age must be above 0 ns, was " + maxAgeNs);
    }
  }

  /// A plain value for one strategy, good for ever.
  public static Forecast of(String strategy, Money value, long asOfNs) {
    SequencedMap<String, String> fields = new TreeMap<>();
    fields.put(ForecastFields.ofStrategy(strategy), value.toString());
    return new Forecast(fields, asOfNs, Long.MAX_VALUE);
  }

  /// The first instant at which it is stale; `Long.MAX_VALUE` if never.
  public long staleFromNs() {
    long fromNs = asOfNs + maxAgeNs + 1;
    return maxAgeNs == Long.MAX_VALUE || fromNs < asOfNs ? Long.MAX_VALUE : fromNs;
  }

  /// What an intent is expected to earn; null if it is unknown, because no field says so or because
  /// the snapshot is stale.
  public @Nullable Money valueOf(Intent intent, long nowNs) {
    if (nowNs >= staleFromNs()) {
      return null;
    }
    Money notional = Money.toReserve(intent.limit(), intent.quantity());
    return ForecastFields.find(fields, intent.strategy(), notional)
        .map(ForecastFields.Found::value)
        .orElse(null);
  }
}
