package headroom.sim.run;

import headroom.core.calendar.TradingHours;
import headroom.core.num.Money;
import headroom.sim.account.Account;
import headroom.sim.account.MarketDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Closes the days of a run, in New York, and keeps what the account was worth at the end of each.
///
/// Not thread safe; owned by one run.
final class DayEnds {
  private static final long HALF_DAY_NS = 43_200_000_000_000L;

  private final Period period;
  private final TradingHours hours;
  private final Account account;
  private final Account reported;
  private final List<DayEnd> ended = new ArrayList<>();
  private DayEnd.@Nullable Overnight overnight;
  private int next;

  /// @param reported what the engine knows of the account
  DayEnds(Period period, TradingHours hours, Account account, Account reported) {
    this.period = period;
    this.hours = hours;
    this.account = account;
    this.reported = reported;
  }

  /// When the next day ends; `Long.MAX_VALUE` if none does any more.
  long nextNs() {
    List<Long> ends = period.dayEndsNs();
    return next < ends.size() ? ends.get(next) : Long.MAX_VALUE;
  }

  /// When the last day ended; the start of the run if none has.
  long lastEndNs() {
    return next == 0 ? period.fromNs() : period.dayEndsNs().get(next - 1);
  }

  /// The exchange closes: what is held now is held overnight.
  void sessionCloses(long nowNs) {
    overnight = overnight();
    account.close(nowNs);
  }

  /// A stock was entered by an order that works outside of the core session too. What is entered in
  /// the evening after a close is held overnight.
  void entered(long nowNs) {
    DayEnd.Overnight before = overnight;
    if (before == null || hours.isOpen(nowNs) || !hours.extended().isOpen(nowNs)) {
      return;
    }
    boolean evening = hours.extended().sessionAt(nowNs) == hours.sessionAt(nowNs);
    DayEnd.Overnight now = overnight();
    if (evening && now.ratio() > before.ratio()) {
      overnight = now;
    }
  }

  /// Closes the next day.
  ///
  /// @return when it ended
  long end() {
    long endNs = nextNs();
    next++;
    reported.follow(account.endDay(endNs), endNs);
    keep(endNs);
    return endNs;
  }

  /// Closes the last day, which the end of the run may have cut short.
  void endCutShort(long runEndNs) {
    account.bookFees(runEndNs);
    keep(Math.max(runEndNs, lastEndNs() + HALF_DAY_NS + 1));
  }

  private void keep(long endNs) {
    LocalDate date = MarketDays.endingAt(endNs);
    int number = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    int session = hours.sessionAt(endNs - 1);
    boolean trading = session >= 0 && hours.date(session) == number;
    ended.add(
        new DayEnd(
            date,
            trading,
            new Money(account.equityRaw()),
            account.cash(),
            new Money(account.exposureRaw(true)),
            new Money(account.exposureRaw(false)),
            overnight == null ? overnight() : overnight));
  }

  private DayEnd.Overnight overnight() {
    return new DayEnd.Overnight(
        new Money(account.equityRaw()), new Money(account.exposureRaw(true)));
  }

  /// The days that are closed, in order.
  List<DayEnd> ended() {
    return List.copyOf(ended);
  }
}
