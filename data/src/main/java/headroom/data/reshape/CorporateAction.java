package headroom.data.reshape;

import headroom.core.market.InstrumentId;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Something that a company does to its shares, good from the open of a day of the exchange.
public sealed interface CorporateAction {

  /// Whose shares.
  InstrumentId id();

  /// The first day on which the shares trade without what is given: the ex-date.
  LocalDate date();

  /// More or fewer shares, worth the same together.
  ///
  /// @param ratio new shares for each old one, above 0: 10 for ten to one, 0.1 for a reverse split
  record Split(InstrumentId id, LocalDate date, BigDecimal ratio) implements CorporateAction {}

  /// Cash for those who held the shares before.
  ///
  /// @param amount dollars for each share as it was on the day before, above 0
  record Dividend(InstrumentId id, LocalDate date, BigDecimal amount) implements CorporateAction {}
}
