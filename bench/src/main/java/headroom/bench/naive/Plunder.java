package headroom.bench.naive;

import headroom.core.intent.IntentKind;
import headroom.core.num.Price;
import headroom.core.steal.StealPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Whose orders to cancel for a thief.
final class Plunder {
  private static final Comparator<Order> FIRST_VICTIM_FIRST =
      Comparator.<Order>comparingLong(order -> order.want.worth)
          .thenComparingLong(order -> order.want.forecastRaw())
          .thenComparingInt(order -> -order.want.distancePpm)
          .thenComparingLong(order -> order.sentNs)
          .thenComparing(order -> order.id);

  private final Ledger ledger;
  private final StealPolicy policy;

  Plunder(Ledger ledger) {
    this.ledger = ledger;
    this.policy = ledger.settings.policy();
  }

  /// The victims; empty if there are not enough.
  List<Order> victims(Want thief, long[] need) {
    long[] missing = new long[need.length];
    for (int c = 0; c < need.length; c++) {
      missing[c] = need[c] > 0 ? Math.max(0, need[c] - ledger.freeRaw(c)) : 0;
    }
    List<Order> possible = new ArrayList<>();
    for (Order order : ledger.entries) {
      if (isPossible(thief, order, missing)) {
        possible.add(order);
      }
    }
    possible.sort(FIRST_VICTIM_FIRST);
    List<Order> victims = new ArrayList<>();
    for (Order order : possible) {
      if (covers(victims, missing)) {
        break;
      }
      victims.add(order);
    }
    if (possible.isEmpty() || !covers(victims, missing)) {
      return List.of();
    }
    for (int i = victims.size() - 1; i >= 0; i--) {
      List<Order> fewer = new ArrayList<>(victims);
      fewer.remove(i);
      if (covers(fewer, missing)) {
        victims = fewer;
      }
    }
    return victims;
  }

  private boolean covers(List<Order> victims, long[] missing) {
    for (int c = 0; c < missing.length; c++) {
      long released = 0;
      for (Order victim : victims) {
        released += ledger.held(victim)[c];
      }
      if (released < missing[c]) {
        return false;
      }
    }
    return true;
  }

  private boolean isPossible(Want thief, Order order, long[] missing) {
    Want want = order.want;
    boolean shielded =
        want.intent.kind() == IntentKind.PROBE
            || want.instrument.id().equals(thief.instrument.id())
            || order.state != Order.State.RESTING
            || want.atOnce
            || want.intent.vip();
    if (shielded || !uses(ledger.held(order), missing)) {
      return false;
    }
    if (isOnCooldown(want) || isOnCooldown(thief)) {
      return false;
    }
    boolean near = want.distancePpm <= ledger.settings.tolerances().protectPpm();
    boolean young = ledger.nowNs - order.sentNs < ledger.settings.steals().minRestNs();
    if (near || young || isFilledEnough(order)) {
      return false;
    }
    want.worth = policy.worth(want);
    boolean better = thief.forecastRaw() > want.forecastRaw();
    return thief.worth > want.worth && (better || !isFighting(thief, want));
  }

  boolean isOnCooldown(Want want) {
    return ledger.history.isOnCooldown(want.intent.instrument(), ledger.nowNs);
  }

  private boolean isFighting(Want thief, Want victim) {
    return !ledger.settings.fights().isExempt(thief.instrument, victim.instrument)
        && ledger.history.isFighting(
            thief.intent.instrument(), victim.intent.instrument(), ledger.nowNs);
  }

  private static boolean uses(long[] usage, long[] missing) {
    for (int c = 0; c < usage.length; c++) {
      if (usage[c] > 0 && missing[c] > 0) {
        return true;
      }
    }
    return false;
  }

  /// A part was filled that the venue would take an exit for only together with the rest.
  private boolean isFilledEnough(Order order) {
    Holding holding = order.want.holding;
    if (order.filledRaw == 0 || holding == null || holding.openRaw == 0) {
      return false;
    }
    Price takeProfit = order.want.intent.exit().takeProfit();
    long exitRaw = takeProfit == null ? order.want.limitRaw() : takeProfit.raw();
    return !order.want.intent.exit().isNone()
        && ledger.isBelowMinimum(order.want.instrument, exitRaw, holding.openRaw);
  }
}
