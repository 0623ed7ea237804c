package headroom.core.engine;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which positions are reduced, and by how much, so that stocks lose a given value.
///
/// What promises least per money goes first, then what is larger. Whole shares are sold, rounded
/// up, and never more than there is; so a position of one share is in nobody's way.
final class Reductions {
  private Reductions() {}

  /// A position that may be reduced.
  ///
  /// @param forecastRaw what its intent promises in all; 0 if unknown
  /// @param notionalRaw what the intent is worth in all, above 0
  /// @param availableRaw how many units nothing sells yet
  /// @param priceRaw what a unit is worth, above 0
  record Position(Lot lot, long forecastRaw, long notionalRaw, long availableRaw, long priceRaw) {
    long valueRaw() {
      return Fixed.product(priceRaw, availableRaw, RoundingMode.CEILING);
    }
  }

  /// A part of a position.
  record Slice(Lot lot, long quantityRaw) {}

  private static final Comparator<Position> ORDER =
      ((Comparator<Position>) Reductions::compareForecasts)
          .thenComparing(Comparator.comparingLong(Position::valueRaw).reversed())
          .thenComparing(position -> position.lot().watch.intent.id());

  /// By forecast per money, exactly.
  private static int compareForecasts(Position one, Position other) {
    BigInteger left =
        BigInteger.valueOf(one.forecastRaw()).multiply(BigInteger.valueOf(other.notionalRaw()));
    BigInteger right =
        BigInteger.valueOf(other.forecastRaw()).multiply(BigInteger.valueOf(one.notionalRaw()));
    return left.compareTo(right);
  }

  /// @param excessRaw what is to go, in billionths of money
  /// @param leastRaw a slice below this is left for later
  static List<Slice> choose(List<Position> positions, long excessRaw, long leastRaw) {
    List<Position> inOrder = new ArrayList<>(positions);
    inOrder.sort(ORDER);
    List<Slice> slices = new ArrayList<>();
    long left = excessRaw;
    for (Position position : inOrder) {
      if (left <= 0) {
        break;
      }
      long exactly = Fixed.scaled(left, Fixed.ONE, position.priceRaw(), RoundingMode.CEILING);
      long whole = Math.ceilDiv(exactly, Fixed.ONE) * Fixed.ONE;
      long quantity = Math.min(whole, position.availableRaw());
      long value = Fixed.product(position.priceRaw(), quantity, RoundingMode.FLOOR);
      if (quantity > 0 && value >= leastRaw) {
        slices.add(new Slice(position.lot(), quantity));
        left -= value;
      }
    }
    return slices;
  }

  /// The first limit of a reduction is on our side of the market, the last one through it.
  ///
  /// @param progressPpm how much of the window is over
  static int offsetPpm(Deleveraging rules, long progressPpm) {
    long way = rules.passivePpm() + (long) rules.crossingPpm();
    return (int) (rules.passivePpm() - way * progressPpm / 1_000_000);
  }

  /// The exposure that is still right: it goes from what there was at the start to the limit.
  static long targetRaw(long limitRaw, long startRaw, long progressPpm) {
    long excess = Math.max(0, startRaw - limitRaw);
    return limitRaw + Fixed.scaled(excess, 1_000_000 - progressPpm, 1_000_000, RoundingMode.FLOOR);
  }

  /// @param least what a slice must be worth before the end
  static long leastRaw(Money least, boolean isEnd) {
    return isEnd ? 0 : least.raw();
  }
}
