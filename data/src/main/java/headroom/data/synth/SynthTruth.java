package headroom.data.synth;

import headroom.core.market.AssetClass;
import java.util.SplittableRandom;

/// The true parameters of a made-up instrument.
///
/// Ranges are chosen to look like liquid stocks and coins and are fitted to no data.
///
/// @param symbol the canonical name
/// @param assetClass stock or crypto
/// @param startPrice about what the first price is
/// @param dailyVolatility standard deviation of a weekday's continuous moves, as a fraction; of the
///   session for a stock, of 24 hours for a coin
/// @param volatilitySpread standard deviation of the logarithm of the volatility
/// @param volatilityHalfLifeDays after which half of a deviation of the volatility is gone
/// @param marketCorrelation correlation of the continuous moves with the market's
/// @param jumpsPerDay mean number of jumps in a session or in 24 hours
/// @param jumpSize standard deviation of a jump, as a fraction
/// @param overnightVolatility standard deviation of the gap between sessions, as a fraction; 0 for
///   a coin
/// @param weekendFactor what a coin's volatility is multiplied with on Saturday and Sunday; 1 for a
///   stock
/// @param annualDrift expected return of a year, as a fraction; 0 without drift
/// @param reversionShare the part of an instrument's own move that is taken back later; 0 without
///   drift
/// @param reversionHalfLifeMinutes after which half of that part has been taken back
/// @param dailyVolume mean units traded in a weekday
public record SynthTruth(
    String symbol,
    AssetClass assetClass,
    double startPrice,
    double dailyVolatility,
    double volatilitySpread,
    double volatilityHalfLifeDays,
    double marketCorrelation,
    double jumpsPerDay,
    double jumpSize,
    double overnightVolatility,
    double weekendFactor,
    double annualDrift,
    double reversionShare,
    double reversionHalfLifeMinutes,
    double dailyVolume) {

  private static final double STOCK_TURNOVER = 5e8;
  private static final double CRYPTO_TURNOVER = 2e8;

  static SynthTruth stock(String symbol, SplittableRandom chance, boolean driftless) {
    double price = geometric(chance, 20, 500);
    return new SynthTruth(
        symbol,
        AssetClass.STOCK,
        price,
        between(chance, 0.010, 0.025),
        between(chance, 0.25, 0.40),
        between(chance, 2, 6),
        between(chance, 0.45, 0.70),
        between(chance, 0.02, 0.10),
        between(chance, 0.010, 0.020),
        between(chance, 0.005, 0.012),
        1,
        driftless ? 0 : 0.08,
        driftless ? 0 : between(chance, 0.2, 0.4),
        90,
        STOCK_TURNOVER / price);
  }

  static SynthTruth crypto(String symbol, SplittableRandom chance, boolean driftless) {
    double price = geometric(chance, 0.2, 60_000);
    return new SynthTruth(
        symbol,
        AssetClass.CRYPTO,
        price,
        between(chance, 0.022, 0.045),
        between(chance, 0.30, 0.50),
        between(chance, 1, 4),
        between(chance, 0.55, 0.80),
        between(chance, 0.10, 0.40),
        between(chance, 0.010, 0.025),
        0,
        between(chance, 0.60, 0.80),
        driftless ? 0 : 0.20,
        driftless ? 0 : between(chance, 0.2, 0.4),
        90,
        CRYPTO_TURNOVER / price);
  }

  private static double between(SplittableRandom chance, double from, double to) {
    return from + (to - from) * chance.nextDouble();
  }

  private static double geometric(SplittableRandom chance, double from, double to) {
    return from * StrictMath.pow(to / from, chance.nextDouble());
  }
}
