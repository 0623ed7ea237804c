package headroom.bench.naive;

import headroom.core.engine.Cause;
import headroom.core.engine.Cause.ExitReason;
import headroom.core.engine.Command;
import headroom.core.engine.Command.Purpose;
import headroom.core.engine.TimeInForce;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.OrderId;
import headroom.core.market.Quote;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How positions are closed again.
final class Closing {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final Ledger ledger;

  Closing(Ledger ledger) {
    this.ledger = ledger;
  }

  void entered(Want want, long tradedRaw, Price price) {
    Holding holding = want.holding;
    if (holding == null) {
      ExitPlan plan = want.intent.exit();
      ExitReason reason = plan.sessionEnd() ? ExitReason.SESSION_END : ExitReason.MAX_HOLD;
      holding = new Holding(want, dueNs(want, plan), reason);
      want.holding = holding;
      ledger.everHeld.add(holding);
    }
    if (!ledger.holdings.contains(holding)) {
      ledger.holdings.add(holding);
    }
    holding.openRaw += tradedRaw;
    Ticker ticker = ledger.ticker(want);
    if (ticker.markRaw == 0) {
      ticker.markRaw = price.raw();
    }
  }

  private long dueNs(Want want, ExitPlan plan) {
    if (!plan.sessionEnd() && plan.maxHoldDays() < 0) {
      return Long.MAX_VALUE;
    }
    int days = plan.sessionEnd() ? 0 : plan.maxHoldDays();
    long leadNs = ledger.settings.pauses().exitLeadNs();
    if (!want.instrument.isStock()) {
      return (Math.floorDiv(ledger.nowNs, DAY_NS) + 1 + days) * DAY_NS - leadNs;
    }
    int session = Math.max(ledger.hours.sessionAt(ledger.nowNs), 0) + days;
    return session < ledger.hours.sessions()
        ? ledger.hours.closesNs(session) - leadNs
        : Long.MAX_VALUE;
  }

  void due() {
    for (Holding holding : ledger.everHeld) {
      if (holding.closing == null && ledger.nowNs >= holding.dueNs) {
        holding.closing = holding.reasonWhenDue;
      }
    }
  }

  void stops(Quote quote) {
    for (Holding holding : ledger.holdings) {
      Want want = holding.want;
      Price stop = want.intent.exit().stop();
      boolean watched = holding.openRaw > 0 && holding.closing == null;
      if (stop != null && watched && want.intent.instrument().equals(quote.instrument())) {
        long reference = ledger.referenceRaw(want, Side.SELL);
        if (reference != 0 && reference <= stop.raw()) {
          holding.closing = ExitReason.STOP;
        }
      }
    }
  }

  void settle() {
    for (Holding holding : List.copyOf(ledger.holdings)) {
      Order exit = holding.exit;
      if (exit != null) {
        adjust(holding, exit);
      } else if (holding.openRaw > 0 && ledger.nowNs >= holding.retryFromNs) {
        open(holding);
      }
    }
  }

  private void open(Holding holding) {
    Want want = holding.want;
    Price takeProfit = want.intent.exit().takeProfit();
    ExitReason reason = holding.closing;
    Quote quote = ledger.ticker(want).quote;
    if (reason != null) {
      if (!ledger.isClosedFor(want)) {
        send(holding, null, quote == null ? 0 : quote.referenceRaw(Side.SELL), reason);
      }
    } else if (takeProfit != null) {
      send(holding, takeProfit, takeProfit.raw(), ExitReason.TAKE_PROFIT);
    }
  }

  private void adjust(Holding holding, Order exit) {
    if (exit.state != Order.State.RESTING || exit.limit == null) {
      return;
    }
    Want want = holding.want;
    ExitReason closing = holding.closing;
    if (closing != null || holding.openRaw == 0) {
      exit.state = Order.State.CANCELING;
      ledger.commands.add(
          new Command.Cancel(
              exit.id,
              want.intent.id(),
              want.intent.instrument(),
              Side.SELL,
              new Quantity(exit.restRaw()),
              exit.limit,
              new Cause.Exit(closing == null ? ExitReason.TAKE_PROFIT : closing)));
    } else if (exit.replacingRaw == 0 && exit.restRaw() != holding.openRaw) {
      exit.replacingRaw = exit.filledRaw + holding.openRaw;
      ledger.commands.add(
          new Command.Replace(
              exit.id,
              want.intent.id(),
              want.intent.instrument(),
              Side.SELL,
              new Quantity(exit.replacingRaw),
              exit.limit,
              new Cause.Exit(ExitReason.TAKE_PROFIT)));
    }
  }

  private void send(Holding holding, @Nullable Price limit, long priceRaw, ExitReason reason) {
    Want want = holding.want;
    if (ledger.isBelowMinimum(want.instrument, priceRaw, holding.openRaw)) {
      return;
    }
    holding.exits++;
    Order exit =
        new Order(
            OrderId.exit(want.intent.id(), holding.exits),
            want,
            holding,
            Side.SELL,
            limit,
            holding.openRaw,
            ledger.nowNs);
    holding.exit = exit;
    ledger.orders.put(exit.id, exit);
    ledger.commands.add(
        new Command.Place(
            exit.id,
            want.intent.id(),
            want.intent.instrument(),
            Side.SELL,
            new Quantity(holding.openRaw),
            limit,
            Purpose.EXIT,
            TimeInForce.of(Purpose.EXIT, want.instrument, holding.openRaw),
            new Cause.Exit(reason)));
  }

  void traded(Holding holding, Order exit, long tradedRaw) {
    holding.openRaw = Math.max(0, holding.openRaw - tradedRaw);
    exit.quantityRaw = Math.max(exit.quantityRaw, exit.filledRaw);
    endIfComplete(holding, exit);
    forgetIfClosed(holding);
  }

  void replaced(Holding holding, Order exit, long quantityRaw) {
    exit.replacingRaw = 0;
    if (exit.state != Order.State.OVER) {
      exit.quantityRaw = Math.max(quantityRaw, exit.filledRaw);
      endIfComplete(holding, exit);
    }
  }

  private void endIfComplete(Holding holding, Order exit) {
    if (exit.fillableRaw() == 0 && exit.state != Order.State.OVER) {
      over(holding, exit);
    }
  }

  void over(Holding holding, Order exit) {
    exit.state = Order.State.OVER;
    if (holding.exit == exit) {
      holding.exit = null;
    }
    forgetIfClosed(holding);
  }

  void rejected(Holding holding, Order exit) {
    over(holding, exit);
    holding.retryFromNs = ledger.nowNs + ledger.settings.pauses().rejectRetryNs();
  }

  private void forgetIfClosed(Holding holding) {
    if (holding.openRaw == 0 && holding.exit == null) {
      ledger.holdings.remove(holding);
    }
  }
}
