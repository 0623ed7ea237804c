package headroom.data.bars;

import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;

/// The attributes of an instrument about which nothing is said.
public final class UsualInstrument {

  /// The least number of ticks that has six digits.
  private static final long SIX_DIGITS = 100_000;

  private UsualInstrument() {}

  /// A stock in cents and whole shares, or a coin in ticks that follow from its price.
  ///
  /// @param firstOpenRaw the first open of its series, in billionths
  public static Instrument of(AssetClass assetClass, InstrumentId id, long firstOpenRaw) {
    return switch (assetClass) {
      case STOCK -> Instrument.stock(id.value());
      case CRYPTO -> Instrument.crypto(id.value(), cryptoTickRaw(firstOpenRaw));
    };
  }

  /// The power of ten that leaves a price five significant digits; never below a billionth.
  static long cryptoTickRaw(long priceRaw) {
    long tickRaw = 1;
    while (priceRaw / tickRaw >= SIX_DIGITS) {
      tickRaw *= 10;
    }
    return tickRaw;
  }
}
