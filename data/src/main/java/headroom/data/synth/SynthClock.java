package headroom.data.synth;

import headroom.core.calendar.TradingHours;
import headroom.core.market.AssetClass;
import headroom.data.calendar.ExchangeCalendar;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// When bars begin, how they are divided, and how the market as a whole moves meanwhile.
///
/// The market's moves are drawn once for every sub-step of the period, day and night; an instrument
/// takes those of the time in which it trades.
final class SynthClock {

  static final long SECOND_NS = 1_000_000_000L;
  static final long DAY_NS = 86_400 * SECOND_NS;

  private static final int SUB_STEPS_A_MINUTE = 6;
  private static final int FEWEST_SUB_STEPS = 12;

  private final long fromNs;
  private final long toNs;
  private final long stepNs;
  private final int subSteps;
  private final TradingHours hours;
  private final int[] market;

  SynthClock(SynthSettings settings, ExchangeCalendar calendar) {
    fromNs = midnightNs(settings.from());
    toNs = midnightNs(settings.to().plusDays(1));
    stepNs = settings.stepMinutes() * 60L * SECOND_NS;
    subSteps = Math.max(FEWEST_SUB_STEPS, SUB_STEPS_A_MINUTE * settings.stepMinutes());
    hours = calendar.tradingHours(settings.from(), settings.to());
    SplittableRandom chance = Chance.of(settings.seed(), "market", "");
    market = chance.ints((toNs - fromNs) / subStepNs()).toArray();
  }

  long stepNs() {
    return stepNs;
  }

  /// How many moves make a whole bar.
  int subSteps() {
    return subSteps;
  }

  long subStepNs() {
    return stepNs / subSteps;
  }

  TradingHours hours() {
    return hours;
  }

  /// The market's move, mean 0 and deviation 1, in the sub-step that begins at a time.
  double market(long timeNs) {
    return Chance.symmetric(market[(int) ((timeNs - fromNs) / subStepNs())]);
  }

  /// The periods without interruption in which a class trades: sessions, or all of the time.
  long[][] periods(AssetClass assetClass) {
    if (assetClass == AssetClass.CRYPTO) {
      return new long[][] {{fromNs, toNs}};
    }
    long[][] periods = new long[hours.sessions()][];
    for (int session = 0; session < periods.length; session++) {
      periods[session] = new long[] {hours.opensNs(session), hours.closesNs(session)};
    }
    return periods;
  }

  private static long midnightNs(LocalDate date) {
    return date.toEpochDay() * DAY_NS;
  }
}
