package headroom.data.synth;

import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.data.bars.UsualInstrument;
import java.util.SplittableRandom;

/// Makes the bars of one instrument.
///
/// Not thread safe; owned by the making of one market.
final class SynthSeries {

  private static final double DAYS_A_YEAR = 365;
  private static final double SESSIONS_A_YEAR = 252;
  private static final long SESSION_NS = 23_400 * SynthClock.SECOND_NS;
  private static final double VOLUME_SPREAD = 0.5;
  private static final long CRYPTO_VOLUME_STEP_RAW = Fixed.ONE / 10_000;

  private final SynthClock clock;
  private final SynthTruth truth;
  private final SynthSeason season;
  private final SynthWalk walk;
  private final Instrument instrument;
  private final SplittableRandom volatility;
  private final SplittableRandom jumps;
  private final SplittableRandom volumes;

  /// Sub-steps in a day of this instrument.
  private final double subStepsADay;

  /// The logarithm of the volatility, as a deviation from its mean.
  private double logVolatility;

  SynthSeries(long seed, SynthTruth truth, SynthClock clock) {
    this.clock = clock;
    this.truth = truth;
    this.season = new SynthSeason(truth);
    String name = truth.symbol();
    long startRaw = fiveDigitsRaw(truth.startPrice());
    this.instrument = UsualInstrument.of(truth.assetClass(), new InstrumentId(name), startRaw);
    startRaw = instrument.tickDownRaw(startRaw);
    this.walk = new SynthWalk(truth, instrument, startRaw, Chance.of(seed, "moves", name));
    this.volatility = Chance.of(seed, "volatility", name);
    this.jumps = Chance.of(seed, "jumps", name);
    this.volumes = Chance.of(seed, "volumes", name);
    long dayNs = truth.assetClass() == AssetClass.STOCK ? SESSION_NS : SynthClock.DAY_NS;
    this.subStepsADay = (double) dayNs / clock.subStepNs();
    this.logVolatility = truth.volatilitySpread() * Chance.symmetric(volatility.nextInt());
  }

  Bars make() {
    long[][] periods = clock.periods(truth.assetClass());
    int length = 0;
    for (long[] period : periods) {
      length += Math.toIntExact(Math.ceilDiv(period[1] - period[0], clock.stepNs()));
    }
    long[][] columns = new long[6][length];
    int bar = 0;
    for (int period = 0; period < periods.length; period++) {
      if (period > 0) {
        walk.jump(truth.overnightVolatility());
      }
      long openNs = periods[period][0];
      long closeNs = periods[period][1];
      for (long startNs = openNs; startNs < closeNs; startNs += clock.stepNs()) {
        makeBar(columns, bar++, startNs, openNs, closeNs);
      }
    }
    return new Bars(
        instrument,
        clock.stepNs(),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  private void makeBar(long[][] columns, int bar, long startNs, long openNs, long closeNs) {
    long endNs = Math.min(startNs + clock.stepNs(), closeNs);
    double lively = season.factor(openNs, closeNs, startNs + (endNs - startNs) / 2);
    double sigma = sigma(lively);
    double drift = drift();
    double reversion = reversion();
    int subSteps = Math.toIntExact((endNs - startNs) / clock.subStepNs());
    int jumpAt = jumpAt(subSteps);
    long openRaw = walk.priceRaw();
    long highRaw = openRaw;
    long lowRaw = openRaw;
    for (int i = 0; i < subSteps; i++) {
      if (i == jumpAt) {
        walk.jump(truth.jumpSize());
      }
      walk.move(sigma, clock.market(startNs + i * clock.subStepNs()), drift, reversion);
      highRaw = Math.max(highRaw, walk.priceRaw());
      lowRaw = Math.min(lowRaw, walk.priceRaw());
    }
    columns[0][bar] = startNs;
    columns[1][bar] = openRaw;
    columns[2][bar] = highRaw;
    columns[3][bar] = lowRaw;
    columns[4][bar] = walk.priceRaw();
    columns[5][bar] = volumeRaw(lively, subSteps, (double) (highRaw - lowRaw) / openRaw / sigma);
  }

  /// The deviation of one sub-step; the volatility moves on by one bar.
  private double sigma(double lively) {
    double spread = truth.volatilitySpread();
    double barsADay = subStepsADay / clock.subSteps();
    double kept = StrictMath.pow(0.5, 1 / (truth.volatilityHalfLifeDays() * barsADay));
    logVolatility =
        kept * logVolatility
            + spread * Math.sqrt(1 - kept * kept) * Chance.symmetric(volatility.nextInt());
    // Minus the variance, so that the mean square is that of the truth.
    double factor = StrictMath.exp(logVolatility - spread * spread);
    return truth.dailyVolatility() / Math.sqrt(subStepsADay) * factor * lively;
  }

  private double drift() {
    double days = truth.assetClass() == AssetClass.STOCK ? SESSIONS_A_YEAR : DAYS_A_YEAR;
    return truth.annualDrift() / days / subStepsADay;
  }

  private double reversion() {
    double subStepsAHalfLife =
        truth.reversionHalfLifeMinutes() * 60 * SynthClock.SECOND_NS / clock.subStepNs();
    return 1 - StrictMath.pow(0.5, 1 / subStepsAHalfLife);
  }

  /// The sub-step before which the price jumps; −1 if it does not.
  private int jumpAt(int subSteps) {
    long bits = jumps.nextLong();
    boolean jumping = Chance.uniform((int) bits) < truth.jumpsPerDay() * subSteps / subStepsADay;
    return jumping ? (int) (Chance.uniform((int) (bits >>> 32)) * subSteps) : -1;
  }

  /// More in lively times and in wide bars; never nothing.
  private long volumeRaw(double lively, int subSteps, double width) {
    double noise = VOLUME_SPREAD * Chance.symmetric(volumes.nextInt());
    double units =
        truth.dailyVolume()
            * (subSteps / subStepsADay)
            * lively
            * (0.5 + 0.5 * width / Math.sqrt(subSteps))
            * StrictMath.exp(noise - VOLUME_SPREAD * VOLUME_SPREAD / 2);
    long stepRaw = instrument.isStock() ? Fixed.ONE : CRYPTO_VOLUME_STEP_RAW;
    return Math.max(1, (long) (units * Fixed.ONE / stepRaw)) * stepRaw;
  }

  /// A price with five significant digits.
  private static long fiveDigitsRaw(double price) {
    long raw = (long) (price * Fixed.ONE);
    long step = 1;
    while (raw / step >= 100_000) {
      step *= 10;
    }
    return raw / step * step;
  }
}
