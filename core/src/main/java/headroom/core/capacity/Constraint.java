package headroom.core.capacity;

import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.num.Money;
import org.jspecify.annotations.Nullable;

/// One linear limit on what orders and positions may use together. Usage is a sum of billionths: of
/// money, or of ones where orders or positions are counted.
public sealed interface Constraint permits AccountConstraint, Cap {

  /// The word used in reports.
  String name();

  /// The limit in force under an account; null while the figure it is measured against is unknown.
  @Nullable Money limitUnder(AccountRead account);

  /// Whether orders of `holder` use it at all.
  boolean isUsedBy(Holder holder);

  /// What an order uses, rounded up.
  ///
  /// @param valueRaw its value in billionths, above 0
  /// @param hasPosition whether its intent already has a position
  long orderUsageRaw(Holder holder, long valueRaw, boolean hasPosition);

  /// What a position uses, rounded up.
  ///
  /// @param valueRaw its value in billionths, above 0
  long positionUsageRaw(Holder holder, long valueRaw);

  /// What an order or a position that the engine did not cause uses.
  long foreignUsageRaw(Stranger stranger);

  /// Whether a position has been paid for out of the figure itself, so that only the next fact
  /// about the account shows what it has cost.
  boolean isPaidOutOf();
}
