package headroom.data.synth;

import headroom.core.market.Bars;
import headroom.data.calendar.ExchangeCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A made-up market: stocks in the sessions of the exchange and coins at all times.
///
/// Prices have a volatility that wanders, jumps, a shape by the time of day, quiet weekends, gaps
/// between sessions, and a common factor. Unless driftless they also drift upwards a little, and
/// take back a part of their own moves, as markets do that are paid for providing liquidity.
///
/// The same settings give the same bars on every machine.
///
/// @param settings what was asked for
/// @param series one per instrument, by name
/// @param truth the parameters of each, in the same order
public record SynthMarket(SynthSettings settings, List<Bars> series, List<SynthTruth> truth) {

  public SynthMarket {
    series = List.copyOf(series);
    truth = List.copyOf(truth);
  }

  /// The market of some settings.
  ///
  /// @throws IllegalArgumentException if the period is not one that the calendar covers, or has no
  ///   bars for what was asked for
  public static SynthMarket of(SynthSettings settings) {
    SynthClock clock = new SynthClock(settings, ExchangeCalendar.nyse());
    if (settings.stocks() > 0 && clock.hours().sessions() == 0) {
      throw new IllegalArgumentException(
          "period must have a session for the stocks, was %s to %s"
              .formatted(settings.from(), settings.to()));
    }
    List<SynthTruth> truth = new ArrayList<>();
    IntStream.rangeClosed(1, settings.stocks())
        .mapToObj(number -> stock(settings, name("STK", number)))
        .forEach(truth::add);
    IntStream.rangeClosed(1, settings.crypto())
        .mapToObj(number -> crypto(settings, name("COIN", number) + "/USD"))
        .forEach(truth::add);
    truth.sort(Comparator.comparing(SynthTruth::symbol));
    List<Bars> series =
        truth.parallelStream()
            .map(one -> new SynthSeries(settings.seed(), one, clock).make())
            .toList();
    return new SynthMarket(settings, series, truth);
  }

  private static SynthTruth stock(SynthSettings settings, String symbol) {
    return SynthTruth.stock(
        symbol, Chance.of(settings.seed(), "truth", symbol), settings.driftless());
  }

  private static SynthTruth crypto(SynthSettings settings, String symbol) {
    return SynthTruth.crypto(
        symbol, Chance.of(settings.seed(), "truth", symbol), settings.driftless());
  }

  private static String name(String prefix, int number) {
    return prefix + (number < 10 ? "0" : "") + number;
  }
}
