package headroom.sim.account;

import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Mark;
import headroom.core.capacity.AccountRead.Requirement;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the margin rules make of an account.
///
/// Not thread safe; owned by an account.
final class Margin {
  /// One name at this share of all, with this much borrowed, needs half of its value.
  private static final int CONCENTRATED_PPM = 700_000;

  private static final long CONCENTRATED_DEBIT_RAW = 100_000 * Fixed.ONE;
  private static final int CONCENTRATED_NEED_PPM = 500_000;

  private final MarginRule rule;
  private final MarginHistory history;
  private final Requirements requirements = new Requirements();

  Margin(MarginRule rule, MarginHistory history) {
    this.rule = rule;
    this.history = history;
  }

  /// What the engine is told.
  ///
  /// @param instruments in the order of the marks
  AccountRead read(
      LocalDate tradeDate,
      long equityRaw,
      long cashRaw,
      Unsettled unsettled,
      Collection<Holding> holdings,
      List<Instrument> instruments,
      long[] markRaw,
      List<Mark> marks) {
    Money equity = new Money(equityRaw);
    Money cash = new Money(cashRaw);
    long settledRaw = cashRaw - unsettled.sumRaw();
    if (rule == MarginRule.OFF) {
      return new AccountRead(equity, cash, new Money(settledRaw), marks, List.of());
    }
    long initialRaw = initialRaw(holdings, markRaw);
    BuyingPower power = new BuyingPower(equityRaw, settledRaw, initialRaw, 0, 0);
    int multiplier = multiplier(tradeDate, equityRaw);
    // Where nothing is lent, what was bought today is gone although it has not settled.
    long ownRaw = multiplier == 1 ? Math.max(0, cashRaw - unsettled.incomingRaw()) : Long.MAX_VALUE;
    return new AccountRead(
        equity,
        cash,
        new Money(Math.min(power.nonMarginableRaw(), ownRaw)),
        marks,
        List.of(),
        multiplier,
        stockPower(tradeDate, equityRaw, holdings, markRaw),
        requirements(tradeDate, instruments, markRaw));
  }

  /// Why the broker would not let a position be opened; null if it would.
  ///
  /// @param session the number of the trade date among the trading days
  @Nullable String refusesToOpen(
      Instrument instrument, Side side, LocalDate tradeDate, int session, long equityRaw) {
    if (rule == MarginRule.OFF || instrument.isCrypto()) {
      return null;
    }
    if (side == Side.SELL && equityRaw < BuyingPower.LEAST_MARGIN_RAW) {
      return "account is not allowed to short";
    }
    boolean legacy = rule.on(tradeDate) == MarginRule.LEGACY_PDT;
    return legacy && history.isBarred(session)
        ? "trade denied due to pattern day trading protection"
        : null;
  }

  MarginHistory history() {
    return history;
  }

  /// How many times its equity the account may hold in stocks by day; 0 if no rule says.
  private int multiplier(LocalDate tradeDate, long equityRaw) {
    return switch (rule.on(tradeDate)) {
      case INTRADAY_2026 -> equityRaw >= BuyingPower.LEAST_MARGIN_RAW ? 4 : 1;
      case LEGACY_PDT -> {
        boolean day = history.isPattern && history.lastEquityRaw >= BuyingPower.LEAST_PATTERN_RAW;
        yield equityRaw < BuyingPower.LEAST_MARGIN_RAW ? 1 : day ? 4 : 2;
      }
      case BY_DATE, OFF -> 0;
    };
  }

  /// What stocks and orders for them may be worth together because of what the morning left; null
  /// if nothing but the multiplier limits them.
  private @Nullable Money stockPower(
      LocalDate tradeDate, long equityRaw, Collection<Holding> holdings, long[] markRaw) {
    if (rule.on(tradeDate) != MarginRule.LEGACY_PDT || multiplier(tradeDate, equityRaw) != 4) {
      return null;
    }
    long crypto = 0;
    long old = 0;
    long gained = 0;
    for (Holding holding : holdings) {
      long value = Math.abs(holding.valueRaw(markRaw[holding.index]));
      if (holding.instrument.isCrypto()) {
        crypto += value;
      } else if (holding.entered.equals(tradeDate)) {
        gained += value - holding.openAmountRaw();
      } else {
        old += value;
      }
    }
    long overnight = 2 * (equityRaw - crypto);
    long byDay = 4 * (history.lastEquityRaw - history.lastMaintenanceRaw) + old + gained;
    return new Money(Math.max(0, Math.max(overnight, byDay)));
  }

  /// What opening the positions asked for.
  private static long initialRaw(Collection<Holding> holdings, long[] markRaw) {
    long initial = 0;
    for (Holding holding : holdings) {
      long value = Math.abs(holding.valueRaw(markRaw[holding.index]));
      initial += share(value, Requirements.initialPpm(holding.instrument));
    }
    return initial;
  }

  /// What the positions ask for overnight.
  long maintenanceRaw(LocalDate date, Collection<Holding> holdings, long[] markRaw, long cashRaw) {
    requirements.on(date);
    long all = 0;
    long[] ofName = new long[markRaw.length];
    for (Holding holding : holdings) {
      long value = Math.abs(holding.valueRaw(markRaw[holding.index]));
      all += value;
      ofName[holding.index] += value;
    }
    boolean borrows = cashRaw <= -CONCENTRATED_DEBIT_RAW;
    long maintenance = 0;
    for (Holding holding : holdings) {
      long mark = markRaw[holding.index];
      if (mark == 0) {
        continue;
      }
      int ppm = requirements.maintenancePpm(holding.instrument, holding.side, mark);
      boolean concentrated = borrows && ofName[holding.index] >= share(all, CONCENTRATED_PPM);
      ppm = concentrated ? Math.max(ppm, CONCENTRATED_NEED_PPM) : ppm;
      maintenance += share(Math.abs(holding.valueRaw(mark)), ppm);
    }
    return maintenance;
  }

  /// The stocks that need more than half of their value at all times.
  private List<Requirement> requirements(
      LocalDate date, List<Instrument> instruments, long[] markRaw) {
    if (rule == MarginRule.OFF) {
      return List.of();
    }
    requirements.on(date);
    List<Requirement> all = new ArrayList<>();
    for (int i = 0; i < markRaw.length; i++) {
      Instrument instrument = instruments.get(i);
      for (Side side : Side.values()) {
        boolean possible = side == Side.BUY || instrument.shortable();
        if (markRaw[i] > 0 && instrument.isStock() && possible) {
          int ppm = requirements.byDayPpm(instrument, side, markRaw[i]);
          if (ppm > CONCENTRATED_NEED_PPM) {
            all.add(new Requirement(instrument.id(), side, ppm));
          }
        }
      }
    }
    return all;
  }

  private static long share(long valueRaw, int ppm) {
    return Fixed.scaled(valueRaw, ppm, 1_000_000, RoundingMode.CEILING);
  }
}
