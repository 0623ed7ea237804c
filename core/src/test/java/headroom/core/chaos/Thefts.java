package headroom.core.chaos;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Judges steals: whether the thief may, and whether it takes from the right ones.
final class Thefts {
  private static final Comparator<ToldOrder> OLDEST_FIRST =
      Comparator.<ToldOrder>comparingLong(order -> order.sentNs).thenComparing(ToldOrder::id);

  private final Told told;
  private final Nearness nearness;
  private final List<String> wrong;
  private final List<Judge.Served> served;

  /// @param wrong where complaints go
  /// @param served where thieves go
  Thefts(Told told, Nearness nearness, List<String> wrong, List<Judge.Served> served) {
    this.told = told;
    this.nearness = nearness;
    this.wrong = wrong;
    this.served = served;
  }

  private void wrong(String what) {
    wrong.add(what);
  }

  /// A first victim is cancelled, and the others with it.
  ///
  /// @param rest the commands from this one on
  /// @return how many more of them were judged with it
  int steal(Cause.StolenBy first, List<Command> rest) {
    List<ToldOrder> victims = new ArrayList<>();
    ToldIntent thief = told.intents.get(first.thief());
    if (thief == null) {
      wrong("%s steals and is unknown".formatted(first.thief()));
      return 0;
    }
    for (Command command : rest) {
      if (!(command instanceof Command.Cancel cancel)
          || !(cancel.cause() instanceof Cause.StolenBy stolen)
          || !stolen.thief().equals(first.thief())) {
        break;
      }
      ToldOrder victim = told.orders.get(cancel.order());
      if (victim == null) {
        wrong("%s is stolen and unknown".formatted(cancel.order()));
        continue;
      }
      victims.add(victim);
      if (stolen.victimPpm() != victim.intent.distancePpm
          || stolen.thiefPpm() != thief.distancePpm) {
        wrong(
            "%s must name %s and %s"
                .formatted(stolen, thief.distancePpm, victim.intent.distancePpm));
      }
    }
    mayTake(thief, victims);
    long[] need = told.need(thief);
    long[] earmark = told.free();
    served.add(new Judge.Served(thief, Judge.list(earmark)));
    boolean takesFree = nearness.takesFree(thief);
    for (int c = 0; c < need.length; c++) {
      earmark[c] = takesFree ? Math.min(need[c], Math.max(0, earmark[c])) : 0;
    }
    told.brakes.stole();
    count(thief, victims);
    thief.steal = new ToldSteal(thief, told.nowNs, earmark);
    for (ToldOrder victim : victims) {
      if (nearness.fights(thief, victim.intent)) {
        told.tally.count(Happening.FIGHTING_STEALS);
      }
      victim.stage = ToldOrder.Stage.CANCELS;
      victim.askedNs = told.nowNs;
      victim.cancelAsked = true;
      victim.steal = thief.steal;
      thief.steal.pending.add(victim);
    }
    return victims.size() - 1;
  }

  private void count(ToldIntent thief, List<ToldOrder> victims) {
    if (!nearness.takesFree(thief)) {
      told.tally.count(Happening.STEALS_OF_THE_LAST_TIER);
    }
    for (ToldOrder victim : victims) {
      if (victim.intent.priority < thief.priority) {
        told.tally.count(Happening.STEALS_BY_PRIORITY);
      }
    }
  }

  private void mayTake(ToldIntent thief, List<ToldOrder> victims) {
    if (thief.order != null || thief.steal != null) {
      wrong("%s steals and has %s, %s".formatted(thief, thief.order, thief.steal));
    }
    if (!told.brakes.allowsSteal(victims.size() + 1)) {
      wrong("%s steals with too many messages".formatted(thief));
    }
    String why = nearness.notReady(thief);
    why = why == null ? nearness.mayNotSteal(thief) : why;
    if (why != null) {
      wrong("%s steals although %s".formatted(thief, why));
    }
    long[] need = told.need(thief);
    long[] used = told.used();
    long[] free = told.free();
    boolean takesFree = nearness.takesFree(thief);
    long[] shortfall = new long[need.length];
    long missing = 0;
    for (int c = 0; c < need.length; c++) {
      long taken = takesFree ? free[c] : Math.min(0, free[c]);
      shortfall[c] = need[c] == 0 ? 0 : Math.max(0, need[c] - taken);
      missing += shortfall[c];
      if (need[c] > 0 && (!told.limits.known[c] || used[c] > told.limits.limitRaw[c])) {
        wrong(
            "%s steals although %s is over or unknown"
                .formatted(thief, told.limits.names().get(c)));
      }
    }
    if (missing == 0) {
      wrong("%s steals although it fits".formatted(thief));
    }
    for (ToldOrder victim : victims) {
      String spared = nearness.spared(thief, victim, shortfall);
      if (spared != null) {
        wrong("%s is stolen by %s although %s".formatted(victim, thief, spared));
      }
    }
    List<ToldOrder> right = choose(thief, shortfall);
    if (!right.equals(victims)) {
      wrong("%s must steal %s, not %s".formatted(thief, right, victims));
    }
  }

  /// The cheapest victims, of whom each is needed.
  private List<ToldOrder> choose(ToldIntent thief, long[] shortfall) {
    List<ToldOrder> possible = new ArrayList<>();
    for (ToldOrder order : told.liveOrders) {
      if (nearness.spared(thief, order, shortfall) == null) {
        possible.add(order);
      }
    }
    possible.sort(
        Comparator.<ToldOrder>comparingInt(order -> order.intent.priority)
            .thenComparingLong(order -> nearness.worth(order.intent))
            .thenComparingLong(order -> order.intent.forecastRaw())
            .thenComparingInt(order -> -order.intent.distancePpm)
            .thenComparing(OLDEST_FIRST));
    List<ToldOrder> taken = new ArrayList<>();
    for (ToldOrder order : possible) {
      if (!covers(taken, shortfall)) {
        taken.add(order);
      }
    }
    for (ToldOrder order : List.copyOf(taken).reversed()) {
      List<ToldOrder> fewer = new ArrayList<>(taken);
      fewer.remove(order);
      taken = covers(fewer, shortfall) ? fewer : taken;
    }
    return taken;
  }

  private static boolean covers(List<ToldOrder> taken, long[] shortfall) {
    long[] released = new long[shortfall.length];
    taken.forEach(order -> Told.add(released, order.usage));
    boolean covers = true;
    for (int c = 0; c < released.length; c++) {
      covers &= released[c] >= shortfall[c];
    }
    return covers;
  }
}
