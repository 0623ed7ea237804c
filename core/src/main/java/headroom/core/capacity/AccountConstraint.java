package headroom.core.capacity;

import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.market.AssetClass;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A limit that the broker sets: Σ value / divisor ≤ multiplier · figure.
///
/// @param name the word used in reports
/// @param figure which figure of the account it is measured against
/// @param multiplier how many times that figure may be used; at least 1
/// @param stockDivisor what the value of stocks is divided by; 0 if stocks do not use it
/// @param cryptoDivisor what the value of crypto is divided by; 0 if crypto does not use it
/// @param countsPositions whether positions use it as orders do; otherwise they are paid out of it
public record AccountConstraint(
    String name,
    Figure figure,
    int multiplier,
    int stockDivisor,
    int cryptoDivisor,
    boolean countsPositions)
    implements Constraint {

  /// A figure of the account.
  public enum Figure {
    EQUITY,
    SETTLED_CASH,
    /// What stocks may be worth because of what the last close left.
    STOCK_POWER
  }

  private static final long WHOLE_PPM = 1_000_000;

  /// Far more than any account has: nothing limits it.
  private static final Money NO_LIMIT = new Money(Long.MAX_VALUE / 4);

  @Override
  public @Nullable Money limitUnder(AccountRead account) {
    Money amount =
        switch (figure) {
          case EQUITY -> account.equity();
          case SETTLED_CASH -> account.settledCash();
          case STOCK_POWER -> account.stockPower() == null ? NO_LIMIT : account.stockPower();
        };
    return amount == null ? null : new Money(Math.multiplyExact(amount.raw(), multiplier));
  }

  @Override
  public boolean isUsedBy(Holder holder) {
    return divisor(holder.assetClass()) > 0;
  }

  @Override
  public long orderUsageRaw(Holder holder, long valueRaw, boolean hasPosition) {
    return usageRaw(holder.assetClass(), valueRaw);
  }

  @Override
  public long positionUsageRaw(Holder holder, long valueRaw) {
    return countsPositions ? usageRaw(holder.assetClass(), valueRaw) : 0;
  }

  @Override
  public long foreignUsageRaw(Stranger stranger) {
    return stranger.isOrder() || countsPositions
        ? usageRaw(stranger.assetClass(), stranger.value().raw())
        : 0;
  }

  @Override
  public boolean isPaidOutOf() {
    return !countsPositions;
  }

  /// What stocks use of which more must be owned than the usual share.
  ///
  /// @param usageRaw what they would use otherwise
  long requiredRaw(long usageRaw, long valueRaw, int ppm) {
    return stockDivisor > 1
        ? Math.max(usageRaw, Fixed.scaled(valueRaw, ppm, WHOLE_PPM, RoundingMode.CEILING))
        : usageRaw;
  }

  private long usageRaw(AssetClass assetClass, long valueRaw) {
    int divisor = divisor(assetClass);
    return divisor == 0 ? 0 : Math.ceilDiv(valueRaw, divisor);
  }

  private int divisor(AssetClass assetClass) {
    return assetClass == AssetClass.STOCK ? stockDivisor : cryptoDivisor;
  }
}
