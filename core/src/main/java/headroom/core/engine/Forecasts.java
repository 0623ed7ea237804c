package headroom.core.engine;

import headroom.core.intent.Forecast;
import headroom.core.intent.Intent;
import headroom.core.market.InstrumentId;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The forecasts published last, and for how long they hold.
///
/// Not thread safe; owned by the engine.
final class Forecasts {
  private final Book book;
  private final Ranks ranks;
  private final SequencedMap<Key, Forecast> newest = new TreeMap<>();

  Forecasts(Book book, Ranks ranks) {
    this.book = book;
    this.ranks = ranks;
  }

  /// Whose forecast.
  private record Key(InstrumentId instrument, String strategy) implements Comparable<Key> {
    boolean isOf(Intent intent) {
      return intent.instrument().equals(instrument) && intent.strategy().equals(strategy);
    }

    @Override
    public int compareTo(Key other) {
      int byInstrument = instrument.compareTo(other.instrument);
      return byInstrument != 0 ? byInstrument : strategy.compareTo(other.strategy);
    }
  }

  void published(Event.Forecasted forecasted) {
    Forecast forecast = forecasted.forecast();
    Key key = new Key(forecasted.instrument(), forecasted.strategy());
    Forecast known = newest.get(key);
    if (known != null && known.asOfNs() > forecast.asOfNs()) {
      return;
    }
    newest.put(key, forecast);
    apply(key, forecast);
    book.timers.at(forecast.staleFromNs(), Timers.Kind.FORECAST, () -> stale(key, forecast));
  }

  private void apply(Key key, Forecast forecast) {
    for (Watch watch : book.live) {
      if (key.isOf(watch.intent)) {
        watch.intent = watch.intent.withForecast(forecast.valueOf(watch.intent, book.nowNs));
        book.changes.touch(watch);
      }
    }
    ranks.touch();
    book.changes.everyVerdict();
  }

  private boolean stale(Key key, Forecast forecast) {
    if (!forecast.equals(newest.get(key))) {
      return false;
    }
    for (Watch watch : book.live) {
      if (key.isOf(watch.intent) && watch.knowsForecast()) {
        book.counters.count(Counter.STALE_FORECASTS);
      }
    }
    apply(key, forecast);
    return true;
  }

  /// An intent that brings no forecast has the one published last.
  Intent filledIn(Intent intent) {
    Forecast known = newest.get(new Key(intent.instrument(), intent.strategy()));
    return known == null || intent.forecast() != null
        ? intent
        : intent.withForecast(known.valueOf(intent, book.nowNs));
  }
}
