package headroom.core.chaos;

import headroom.core.engine.Event;
import headroom.core.intent.Forecast;
import headroom.core.intent.Intent;
import headroom.core.num.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The forecasts that were told: the newest of each instrument and strategy, and whether it is
/// still believed.
final class Published {
  private final Map<String, Newest> newest = new TreeMap<>();

  /// @param held whether it has not been found stale yet
  private record Newest(Forecast forecast, boolean held) {}

  private static String key(String instrument, String strategy) {
    return instrument + " " + strategy;
  }

  private static String key(Intent intent) {
    return key(intent.instrument().value(), intent.strategy());
  }

  void told(Event.Forecasted news, List<ToldIntent> live, long nowNs) {
    String key = key(news.instrument().value(), news.strategy());
    Newest known = newest.get(key);
    if (known == null || known.forecast().asOfNs() <= news.forecast().asOfNs()) {
      newest.put(key, new Newest(news.forecast(), true));
      apply(key, news.forecast(), live, nowNs);
    }
  }

  private static void apply(String key, Forecast forecast, List<ToldIntent> live, long nowNs) {
    for (ToldIntent one : live) {
      if (key(one.intent).equals(key)) {
        one.intent = one.intent.withForecast(value(forecast, one.intent, nowNs));
      }
    }
  }

  private static @Nullable Money value(Forecast forecast, Intent intent, long nowNs) {
    String text = forecast.fields().get(intent.strategy() + "_forecasted_pnl");
    return text == null || isStale(forecast, nowNs) ? null : Money.of(text);
  }

  private static boolean isStale(Forecast forecast, long nowNs) {
    return forecast.maxAgeNs() != Long.MAX_VALUE && nowNs - forecast.asOfNs() > forecast.maxAgeNs();
  }

  /// Timers were heard: what is stale is no longer believed.
  void wake(List<ToldIntent> live, long nowNs) {
    newest.replaceAll((key, known) -> {
      boolean ends = known.held() && isStale(known.forecast(), nowNs);
      if (ends) {
        apply(key, known.forecast(), live, nowNs);
      }
      return new Newest(known.forecast(), known.held() && !ends);
    });
  }

  /// An intent that brings no forecast has the newest one.
  Intent filledIn(Intent intent, long nowNs) {
    Newest known = newest.get(key(intent));
    return known == null || intent.forecast() != null
        ? intent
        : intent.withForecast(value(known.forecast(), intent, nowNs));
  }
}
