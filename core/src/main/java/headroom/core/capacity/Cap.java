package headroom.core.capacity;

import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A limit that the account's holder sets on a part of what Headroom may hold: the quota of an
/// owner, the most of one instrument or of a group, a number of orders or positions.
///
/// Orders and positions of strangers do not count: a cap rations what is placed here.
///
/// @param scope whose orders and positions count
/// @param member the instrument, the tag or the owner; empty for [Scope#ALL]
/// @param measure what is counted
/// @param amount the most: billionths of money, parts per million of equity, or a number
public record Cap(Scope scope, String member, Measure measure, long amount) implements Constraint {
  private static final long WHOLE_PPM = 1_000_000;

  /// Whose orders and positions count.
  public enum Scope {
    ALL,
    INSTRUMENT,
    TAG,
    OWNER
  }

  /// What is counted.
  public enum Measure {
    /// The value of orders and positions, in money.
    VALUE,
    /// Their value as a share of equity.
    SHARE,
    /// Open entry orders.
    ORDERS,
    /// Positions, and orders that may become one: an intent counts once.
    POSITIONS
  }

  public Cap {
    if (amount < 0 || (scope == Scope.ALL) != member.isEmpty()) {
      throw new IllegalArgumentException(
          "a cap must be at least 0 and name whom it is for, was %s of '%s'"
              .formatted(amount, member));
    }
  }

  @Override
  public String name() {
    String who =
        switch (scope) {
          case ALL -> "all";
          case INSTRUMENT -> "symbol:" + member;
          case TAG -> "tag:" + member;
          case OWNER -> "owner:" + member;
        };
    return switch (measure) {
      case VALUE, SHARE -> who;
      case ORDERS -> who + ":orders";
      case POSITIONS -> who + ":positions";
    };
  }

  @Override
  public @Nullable Money limitUnder(AccountRead account) {
    return switch (measure) {
      case VALUE -> new Money(amount);
      case SHARE -> shareOf(account.equity());
      case ORDERS, POSITIONS -> new Money(Math.multiplyExact(amount, Fixed.ONE));
    };
  }

  private @Nullable Money shareOf(@Nullable Money equity) {
    return equity == null
        ? null
        : new Money(Fixed.scaled(equity.raw(), amount, WHOLE_PPM, RoundingMode.FLOOR));
  }

  @Override
  public boolean isUsedBy(Holder holder) {
    return switch (scope) {
      case ALL -> true;
      case INSTRUMENT -> holder.instrument().value().equals(member);
      case TAG -> holder.tags().contains(member);
      case OWNER -> holder.owner().equals(member);
    };
  }

  @Override
  public long orderUsageRaw(Holder holder, long valueRaw, boolean hasPosition) {
    if (!isUsedBy(holder)) {
      return 0;
    }
    return switch (measure) {
      case VALUE, SHARE -> valueRaw;
      case ORDERS -> Fixed.ONE;
      case POSITIONS -> hasPosition ? 0 : Fixed.ONE;
    };
  }

  @Override
  public long positionUsageRaw(Holder holder, long valueRaw) {
    if (!isUsedBy(holder)) {
      return 0;
    }
    return switch (measure) {
      case VALUE, SHARE -> valueRaw;
      case ORDERS -> 0;
      case POSITIONS -> Fixed.ONE;
    };
  }

  @Override
  public long foreignUsageRaw(Stranger stranger) {
    return 0;
  }

  @Override
  public boolean isPaidOutOf() {
    return false;
  }
}
