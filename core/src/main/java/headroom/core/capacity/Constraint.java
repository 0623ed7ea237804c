package headroom.core.capacity;

import headroom.core.market.AssetClass;
import headroom.core.num.Money;
import org.jspecify.annotations.Nullable;

/// One linear limit on what orders and positions may use: Σ value / divisor ≤ multiplier · limit.
///
/// @param name the word used in reports
/// @param limit which figure of the account it is measured against
/// @param multiplier how many times that figure may be used; at least 1
/// @param stockDivisor what the value of stocks is divided by; 0 if stocks do not use it
/// @param cryptoDivisor what the value of crypto is divided by; 0 if crypto does not use it
/// @param countsPositions whether positions use it as orders do
public record Constraint(
    String name,
    Limit limit,
    int multiplier,
    int stockDivisor,
    int cryptoDivisor,
    boolean countsPositions) {

  /// A figure of the account.
  public enum Limit {
    EQUITY,
    SETTLED_CASH
  }

  public boolean isUsedBy(AssetClass assetClass) {
    return divisor(assetClass) > 0;
  }

  /// What a value uses, in billionths, rounded up; 0 if its class does not use this constraint.
  public long usageRaw(AssetClass assetClass, long valueRaw) {
    int divisor = divisor(assetClass);
    return divisor == 0 ? 0 : Math.ceilDiv(valueRaw, divisor);
  }

  /// The limit in force under an account; null while the figure is unknown.
  @Nullable Money limitUnder(AccountRead account) {
    Money figure = limit == Limit.EQUITY ? account.equity() : account.settledCash();
    return figure == null ? null : new Money(Math.multiplyExact(figure.raw(), multiplier));
  }

  private int divisor(AssetClass assetClass) {
    return assetClass == AssetClass.STOCK ? stockDivisor : cryptoDivisor;
  }
}
