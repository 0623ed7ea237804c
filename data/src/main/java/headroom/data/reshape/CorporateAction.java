package headroom.data.reshape;

import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import java.time.LocalDate;

/// Something that a company does to its shares, good from the open of a day of the exchange.
public sealed interface CorporateAction {

  /// Whose shares.
  InstrumentId id();

  /// The first day on which the shares trade without what is given: the ex-date.
  LocalDate date();

  /// More or fewer shares, worth the same together; without a common divisor.
  ///
  /// @param newShares how many there are for `oldShares` of before, 1 to a million: 10 in a split
  ///   of ten for one
  /// @param oldShares 1 to a million: 10 in a reverse split of one for ten
  record Split(InstrumentId id, LocalDate date, long newShares, long oldShares)
      implements CorporateAction {}

  /// Cash for those who held the shares before.
  ///
  /// @param payableDate when it is paid, not before the ex-date
  /// @param rate dollars for each share as it was on the day before, above 0
  record Dividend(InstrumentId id, LocalDate date, LocalDate payableDate, Money rate)
      implements CorporateAction {}
}
