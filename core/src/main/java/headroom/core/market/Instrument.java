package headroom.core.market;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.util.List;

/// What can be traded and in which units.
///
/// @param id the canonical name
/// @param assetClass stock or crypto
/// @param tickRaw the smallest price step, in billionths; for a stock the step at 1.00 and above
/// @param stepRaw the smallest quantity step, in billionths of a unit
/// @param minimum the least value of an order, price times quantity
/// @param shortable whether a position may begin with a sale; never true for crypto, which no venue
///   here lends
/// @param tags words by which a cap can name a group
public record Instrument(
    InstrumentId id,
    AssetClass assetClass,
    long tickRaw,
    long stepRaw,
    Money minimum,
    boolean shortable,
    List<String> tags) {

  /// A stock quoted in cents; below 1.00 the tick is a hundredth of it (SEC rule 612).
  public static final long STOCK_TICK_RAW = Fixed.ONE / 100;

  /// The smallest step of a coin: a billionth.
  public static final long CRYPTO_STEP_RAW = 1;

  private static final long SUB_DOLLAR_SHARE = 100;

  public Instrument {
    tags = List.copyOf(tags);
    if (tickRaw <= 0 || stepRaw <= 0 || minimum.raw() < 0) {
      throw new IllegalArgumentException(
          "%s must have a positive tick and step and a minimum of at least 0, was %s, %s and %s"
              .formatted(id, Fixed.text(tickRaw), Fixed.text(stepRaw), minimum));
    }
    if (shortable && assetClass == AssetClass.CRYPTO) {
      throw new IllegalArgumentException(id + " must not be shortable as crypto, was");
    }
  }

  /// A stock that is shortable, or a coin, which is not; without tags.
  public Instrument(
      InstrumentId id, AssetClass assetClass, long tickRaw, long stepRaw, Money minimum) {
    this(id, assetClass, tickRaw, stepRaw, minimum, assetClass == AssetClass.STOCK, List.of());
  }

  /// A stock with whole shares, cents and a minimum of 1.00.
  public static Instrument stock(String id) {
    return new Instrument(
        new InstrumentId(id), AssetClass.STOCK, STOCK_TICK_RAW, Fixed.ONE, Money.of("1"));
  }

  /// A crypto pair with the finest step and a minimum of 10.00.
  public static Instrument crypto(String id, long tickRaw) {
    return new Instrument(
        new InstrumentId(id), AssetClass.CRYPTO, tickRaw, CRYPTO_STEP_RAW, Money.of("10"));
  }

  public boolean isStock() {
    return assetClass == AssetClass.STOCK;
  }

  public boolean isCrypto() {
    return assetClass == AssetClass.CRYPTO;
  }

  /// The price step that holds at a price: a stock below 1.00 is quoted finer.
  public long tickAtRaw(long priceRaw) {
    boolean finer = isStock() && priceRaw < Fixed.ONE && tickRaw == STOCK_TICK_RAW;
    return finer ? tickRaw / SUB_DOLLAR_SHARE : tickRaw;
  }

  /// The nearest price on the tick that is not above `priceRaw`; 0 if there is none.
  public long tickDownRaw(long priceRaw) {
    return Math.floorDiv(priceRaw, tickAtRaw(priceRaw)) * tickAtRaw(priceRaw);
  }

  /// The nearest price on the tick that is not below `priceRaw`.
  public long tickUpRaw(long priceRaw) {
    return Math.multiplyExact(Math.ceilDiv(priceRaw, tickAtRaw(priceRaw)), tickAtRaw(priceRaw));
  }

  /// A limit as the venue would take it: a buy rounded down, a sell rounded up.
  public long limitOnTickRaw(Side side, long priceRaw) {
    return side == Side.BUY ? tickDownRaw(priceRaw) : tickUpRaw(priceRaw);
  }

  /// A quantity rounded down to the step; 0 if less than one step.
  public long quantityOnStepRaw(long quantityRaw) {
    return quantityRaw - Math.floorMod(quantityRaw, stepRaw);
  }
}
