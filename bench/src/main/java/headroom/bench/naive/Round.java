package headroom.bench.naive;

import headroom.core.calendar.Regime;
import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Command.Purpose;
import headroom.core.engine.TimeInForce;
import headroom.core.intent.OrderId;
import headroom.core.market.Side;
import headroom.core.num.Quantity;
import headroom.core.tolerance.Distance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The one look at every intent after an input.
final class Round {
  private static final Comparator<Want> WORTHIEST_FIRST =
      Comparator.<Want>comparingInt(want -> want.atOnce ? 0 : 1)
          .thenComparingInt(want -> want.atOnce && want.rank > 0 ? want.rank : Integer.MAX_VALUE)
          .thenComparing(Comparator.<Want>comparingLong(want -> want.worth).reversed())
          .thenComparing(Comparator.<Want>comparingLong(Want::forecastRaw).reversed())
          .thenComparingLong(want -> want.appearedNs)
          .thenComparing(want -> want.intent.id());

  private static final Comparator<Want> BEST_FORECAST_FIRST =
      Comparator.<Want>comparingLong(want -> -want.forecastRaw())
          .thenComparing(want -> want.intent.instrument())
          .thenComparing(want -> want.intent.id());

  private final Ledger ledger;
  private final Closing closing;
  private final Endings endings;
  private final Plunder plunder;

  Round(Ledger ledger, Closing closing, Endings endings) {
    this.ledger = ledger;
    this.closing = closing;
    this.endings = endings;
    this.plunder = new Plunder(ledger);
  }

  void settle() {
    rank();
    ledger.live().forEach(this::refresh);
    closing.settle();
    for (Theft theft : List.copyOf(ledger.thefts)) {
      if (theft.pending.isEmpty()) {
        inherit(theft);
      }
    }
    List<Want> contenders = new ArrayList<>();
    for (Want want : ledger.live()) {
      boolean free = want.order == null && want.theft == null && !want.isOver(ledger.nowNs);
      if (free && !isHeld(want)) {
        want.worth = ledger.settings.policy().worth(want);
        contenders.add(want);
      }
    }
    contenders.sort(WORTHIEST_FIRST);
    contenders.forEach(this::admit);
  }

  private void rank() {
    List<Want> ranked = new ArrayList<>();
    for (Want want : ledger.live()) {
      want.rank = 0;
      boolean known = want.intent.forecast() != null;
      if (want.instrument.isCrypto() && known && !want.isOver(ledger.nowNs)) {
        ranked.add(want);
      }
    }
    ranked.sort(BEST_FORECAST_FIRST);
    for (int i = 0; i < ranked.size(); i++) {
      ranked.get(i).rank = i + 1;
    }
  }

  private void refresh(Want want) {
    long reference = ledger.referenceRaw(want, Side.BUY);
    want.distancePpm = reference == 0 ? -1 : Distance.ppm(Side.BUY, reference, want.limitRaw());
    boolean ranked =
        want.rank > 0
            && want.rank <= ledger.settings.atOnceRanks()
            && ledger.regime() == Regime.OUT_OF_HOURS;
    boolean over = want.isOver(ledger.nowNs);
    want.atOnce = !over && (want.intent.atOnce() || ranked);
    boolean near = want.atOnce || want.distancePpm <= ledger.entryPpm(want);
    boolean ready = reference != 0 && near && !over;
    if (ready && !want.ready) {
      want.readySinceNs = ledger.nowNs;
    }
    want.ready = ready;
  }

  private boolean isHeld(Want want) {
    return ledger.isClosedFor(want)
        || ledger.nowNs < want.retryFromNs
        || ledger.ticker(want).count <= want.needsPriceAfter
        || !want.ready;
  }

  /// All victims of a theft are over.
  private void inherit(Theft theft) {
    Want thief = theft.thief;
    if (thief.isOver(ledger.nowNs)) {
      endings.expire(thief);
      return;
    }
    if (ledger.isBelowMinimum(thief.instrument, thief.limitRaw(), thief.remainingRaw)) {
      endings.abort(theft);
      thief.live = false;
      return;
    }
    long[] need = ledger.orderUsage(thief, thief.remainingRaw);
    if (isHeld(thief) || isUnknown(need) || !ledger.fits(need, theft.earmark)) {
      endings.abort(theft);
      return;
    }
    ledger.thefts.remove(theft);
    thief.theft = null;
    enter(thief, new Cause.Steal(thief.distancePpm)).inherits = theft;
  }

  private boolean isUnknown(long[] need) {
    for (int c = 0; c < need.length; c++) {
      if (need[c] > 0 && !ledger.isLimitKnown(c)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOverLimit(long[] need) {
    for (int c = 0; c < need.length; c++) {
      if (need[c] > 0 && ledger.isLimitKnown(c) && ledger.usedRaw(c) > ledger.limitRaw(c)) {
        return true;
      }
    }
    return false;
  }

  private void admit(Want want) {
    if (ledger.isBelowMinimum(want.instrument, want.limitRaw(), want.remainingRaw)) {
      want.live = false;
      return;
    }
    long[] need = ledger.orderUsage(want, want.remainingRaw);
    if (isOverLimit(need) || isUnknown(need)) {
      return;
    }
    if (ledger.fits(need, new long[need.length])) {
      enter(want, new Cause.Free(want.distancePpm));
      return;
    }
    boolean maySteal =
        ledger.settings.policy().steals()
            && ledger.settings.steals().enabled()
            && want.distancePpm <= ledger.stealPpm(want)
            && !plunder.isOnCooldown(want)
            && ledger.nowNs >= want.stealFromNs;
    if (maySteal) {
      List<Order> victims = plunder.victims(want, need);
      if (!victims.isEmpty()) {
        steal(want, need, victims);
      }
    }
  }

  private void steal(Want thief, long[] need, List<Order> victims) {
    long[] earmark = new long[need.length];
    for (int c = 0; c < need.length; c++) {
      earmark[c] = need[c] > 0 ? Math.min(Math.max(ledger.freeRaw(c), 0), need[c]) : 0;
    }
    Theft theft = new Theft(thief, earmark);
    ledger.thefts.add(theft);
    thief.theft = theft;
    for (Order victim : victims) {
      victim.thief = theft;
      theft.pending.add(victim);
      endings.cancel(
          victim,
          new Cause.StolenBy(thief.intent.id(), thief.distancePpm, victim.want.distancePpm));
    }
  }

  private Order enter(Want want, Cause cause) {
    want.orders++;
    Order order =
        new Order(
            OrderId.entry(want.intent.id(), want.orders),
            want,
            null,
            Side.BUY,
            want.intent.limit(),
            want.remainingRaw,
            ledger.nowNs);
    want.order = order;
    ledger.orders.put(order.id, order);
    ledger.entries.add(order);
    ledger.commands.add(
        new Command.Place(
            order.id,
            want.intent.id(),
            want.intent.instrument(),
            Side.BUY,
            new Quantity(want.remainingRaw),
            want.intent.limit(),
            Purpose.ENTRY,
            TimeInForce.of(Purpose.ENTRY, want.instrument, want.remainingRaw),
            cause));
    return order;
  }
}
