package headroom.sim.account;

import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Who is owed dividends, from the close before the ex-date to the day of payment.
///
/// Not thread safe; owned by an account.
final class Dividends {
  private final List<Dividend> all;
  private final List<Due> due = new ArrayList<>();

  /// @param amountRaw what is received; negative if it is to be paid
  record Due(InstrumentId instrument, LocalDate payableDate, long amountRaw) {}

  Dividends(List<Dividend> all) {
    this.all = List.copyOf(all);
  }

  /// What is held after the close of a trading day decides on what is ex before the next one is
  /// over.
  void recordAt(LocalDate date, LocalDate next, Collection<Holding> holdings) {
    for (Dividend one : all) {
      if (!one.exDate().isAfter(date) || one.exDate().isAfter(next)) {
        continue;
      }
      long units = 0;
      for (Holding holding : holdings) {
        boolean own = holding.instrument.id().equals(one.instrument());
        units += own ? holding.signedRaw() : 0;
      }
      if (units != 0) {
        // Against us, where a billionth is in doubt.
        long amount = Fixed.product(one.rate().raw(), units, RoundingMode.FLOOR);
        due.add(new Due(one.instrument(), one.payableDate(), amount));
      }
    }
  }

  /// What is paid on a day that begins, or should have been before; once.
  List<Due> payable(LocalDate date) {
    List<Due> payable = due.stream().filter(owed -> !owed.payableDate().isAfter(date)).toList();
    due.removeAll(payable);
    return payable;
  }
}
