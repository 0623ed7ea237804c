package headroom.core.chaos;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.TradingMode;
import headroom.core.intent.IntentKind;
import headroom.core.num.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges every command by what was told before it.
final class Judge {
  private static final Comparator<ToldOrder> OLDEST_FIRST =
      Comparator.<ToldOrder>comparingLong(order -> order.sentNs).thenComparing(ToldOrder::id);

  private final Told told;
  private final Nearness nearness;
  private final List<String> wrong;

  /// Who was served by the present commands, and what was free before.
  final List<Served> served = new ArrayList<>();

  /// @param free what was free of each constraint just before
  record Served(ToldIntent intent, List<Long> free) {}

  Judge(Told told, Nearness nearness, List<String> wrong) {
    this.told = told;
    this.nearness = nearness;
    this.wrong = wrong;
  }

  private void wrong(String what) {
    wrong.add(what);
  }

  void judge(List<Command> commands) {
    served.clear();
    if (told.dryRun && !commands.isEmpty()) {
      wrong("a dry run sent %s".formatted(commands));
    }
    for (int i = 0; i < commands.size(); i++) {
      switch (commands.get(i)) {
        case Command.Place place when place.purpose() == Command.Purpose.ENTRY -> enter(place);
        case Command.Place place -> exit(place);
        case Command.Replace replace -> replace(replace);
        case Command.Cancel cancel -> i += cancel(cancel, commands.subList(i, commands.size()));
        case Command.Ask ask -> ask(ask);
      }
    }
  }

  // Orders of intents.

  private void enter(Command.Place place) {
    ToldIntent one = intentOf(place);
    if (one == null || !isOwnOrder(place, one)) {
      return;
    }
    told.tally.count(Happening.PLACED);
    long valuePriceRaw = told.valuePriceRaw(one);
    long[] need = told.need(one);
    ToldSteal steal = one.steal;
    if (place.cause() instanceof Cause.Steal) {
      if (steal == null) {
        wrong("%s is placed by a steal that there is not".formatted(place.order()));
      } else if (!steal.pending.isEmpty()) {
        wrong("%s is placed while %s are not confirmed".formatted(place.order(), steal.pending));
      } else if (told.nowNs < steal.againFromNs) {
        wrong("%s is sent again too early".formatted(place.order()));
      }
    } else if (steal != null) {
      wrong("%s is placed while its steal is under way".formatted(place.order()));
    } else {
      served.add(new Served(one, list(free())));
    }
    one.steal = null;
    notAllowed(one, place, "placed");
    notFitting(need, "place " + place.order());
    if (told.isBelowMinimum(one, one.intent.limit().raw(), one.remainingRaw)) {
      wrong("%s is below the minimum".formatted(place.order()));
    }
    ToldOrder order = new ToldOrder(place, one, told.nowNs, valuePriceRaw, need);
    order.inherits = steal;
    one.order = order;
    told.orders.put(place.order(), order);
    told.liveOrders.add(order);
  }

  private @Nullable ToldIntent intentOf(Command.Place place) {
    ToldIntent one = told.intents.get(place.intent());
    if (one == null) {
      wrong("%s is of no intent".formatted(place.order()));
    }
    if (told.orders.containsKey(place.order())) {
      wrong("%s is used twice".formatted(place.order()));
    }
    return one;
  }

  private boolean isOwnOrder(Command.Place place, ToldIntent one) {
    if (one.order != null) {
      wrong("%s has %s and gets %s".formatted(one, one.order, place.order()));
      return false;
    }
    if (place.quantity().raw() != one.remainingRaw) {
      wrong(
          "%s asks for %s and %s is left"
              .formatted(place.order(), place.quantity().raw(), one.remainingRaw));
    }
    if (!one.intent.limit().equals(place.limit()) || one.side() != place.side()) {
      wrong("%s is not what %s wants".formatted(place, one.intent));
    }
    return true;
  }

  private void notAllowed(ToldIntent one, Command command, String done) {
    String why = nearness.notReady(one);
    if (why != null) {
      wrong("%s is %s although %s".formatted(command.order(), done, why));
    }
  }

  /// Whether what is needed fits beside everything used and promised.
  private void notFitting(long[] need, String command) {
    long[] used = told.used();
    long[] promised = told.promised();
    for (int c = 0; c < need.length; c++) {
      if (need[c] == 0) {
        continue;
      }
      String name = told.limits.rules.get(c).name();
      if (!told.limits.known[c]) {
        wrong("%s although %s is unknown".formatted(command, name));
      } else if (used[c] > told.limits.limitRaw[c]) {
        wrong("%s although %s is over its limit".formatted(command, name));
      } else if (used[c] + promised[c] + need[c] > told.limits.limitRaw[c]) {
        wrong(
            "%s needs %s of %s, of which %s are used and %s promised of %s"
                .formatted(command, need[c], name, used[c], promised[c], told.limits.limitRaw[c]));
      }
    }
  }

  // Exits.

  private void exit(Command.Place place) {
    ToldIntent one = intentOf(place);
    if (one == null) {
      return;
    }
    ToldOrder order = new ToldOrder(place, one, told.nowNs, 0, new long[told.limits.size()]);
    if (one.intent.kind() == IntentKind.EXIT) {
      if (!isOwnOrder(place, one)) {
        return;
      }
      notAllowed(one, place, "placed");
      one.order = order;
    } else {
      told.tally.count(Happening.EXITS);
      lotExit(place, one);
      one.exit = order;
    }
    told.orders.put(place.order(), order);
    told.liveOrders.add(order);
  }

  private void lotExit(Command.Place place, ToldIntent one) {
    if (one.exit != null) {
      wrong("%s is closed by %s and gets %s".formatted(one, one.exit, place.order()));
    }
    if (place.quantity().raw() != one.openRaw || one.openRaw == 0) {
      wrong("%s closes %s of %s".formatted(place.order(), place.quantity().raw(), one.openRaw));
    }
    if (told.nowNs < one.exitFromNs) {
      wrong("%s is sent again too early".formatted(place.order()));
    }
    Price profit = one.intent.exit().takeProfit();
    boolean right =
        one.closing ? place.limit() == null : profit != null && profit.equals(place.limit());
    if (!right || place.side() != one.exitSide()) {
      wrong("%s does not close as planned: %s".formatted(place.order(), one.intent.exit()));
    }
  }

  private void replace(Command.Replace replace) {
    told.tally.count(Happening.REPLACES);
    ToldOrder order = told.orders.get(replace.order());
    if (order == null || !order.closesLot() || order.stage != ToldOrder.Stage.RESTS) {
      wrong(
          "%s is resized and is %s"
              .formatted(replace.order(), order == null ? "unknown" : order.stage));
      return;
    }
    long wanted = order.filledRaw + order.intent.openRaw;
    if (replace.quantity().raw() != wanted || order.askedRaw != 0 || order.intent.exit != order) {
      wrong("%s is resized to %s, not %s".formatted(order, replace.quantity().raw(), wanted));
    }
    order.askedRaw = replace.quantity().raw();
    order.askedNs = told.nowNs;
  }

  // Cancels and questions.

  /// @param rest the commands from this one on
  /// @return how many more of them were judged with it
  private int cancel(Command.Cancel cancel, List<Command> rest) {
    ToldOrder order = told.orders.get(cancel.order());
    if (order == null || !order.isLive()) {
      wrong(
          "%s is cancelled and is %s"
              .formatted(cancel.order(), order == null ? "unknown" : "over"));
      return 0;
    }
    if (order.stage == ToldOrder.Stage.CANCELS) {
      told.tally.count(Happening.CANCELS_SENT_AGAIN);
      if (!order.saidOpen) {
        wrong("%s is cancelled again for nothing".formatted(order));
      }
      return 0;
    }
    if (order.stage == ToldOrder.Stage.SENT) {
      wrong("%s is cancelled before it is known to rest".formatted(order));
    }
    ToldIntent one = order.intent;
    switch (cancel.cause()) {
      case Cause.StolenBy stolen -> {
        return steal(stolen, rest);
      }
      case Cause.Expired() -> {
        if (told.nowNs < one.intent.expiresNs()) {
          wrong("%s is cancelled before its time is over".formatted(order));
        }
      }
      case Cause.Withdrawn() -> {
        if (!one.withdrawn && order.remainingRaw() <= one.remainingRaw) {
          wrong("%s is cancelled and still wanted".formatted(order));
        }
      }
      case Cause.Kill() -> {
        if (told.mode != TradingMode.KILLED || !order.isEntry()) {
          wrong("%s is killed in mode %s".formatted(order, told.mode));
        }
      }
      case Cause.Exit _ -> {
        if (!order.closesLot() || (!one.closing && one.openRaw > 0)) {
          wrong("%s is cancelled as an exit for nothing".formatted(order));
        }
      }
      case Cause.Free _, Cause.Steal _, Cause.Deleverage _ ->
          wrong("%s is cancelled because of %s".formatted(order, cancel.cause()));
    }
    order.stage = ToldOrder.Stage.CANCELS;
    order.askedNs = told.nowNs;
    order.cancelAsked = true;
    order.steal = null;
    return 0;
  }

  private void ask(Command.Ask ask) {
    told.tally.count(Happening.QUESTIONS);
    ToldOrder order = told.orders.get(ask.order());
    if (order == null || !order.isLive()) {
      wrong(
          "%s is asked about and is %s".formatted(ask.order(), order == null ? "unknown" : "over"));
    }
  }

  // Steals.

  private int steal(Cause.StolenBy first, List<Command> rest) {
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
    long[] earmark = free();
    served.add(new Served(thief, list(earmark)));
    for (int c = 0; c < need.length; c++) {
      earmark[c] = Math.min(need[c], Math.max(0, earmark[c]));
    }
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

  static List<Long> list(long[] amounts) {
    return Arrays.stream(amounts).boxed().toList();
  }

  private void mayTake(ToldIntent thief, List<ToldOrder> victims) {
    if (thief.order != null || thief.steal != null) {
      wrong("%s steals and has %s, %s".formatted(thief, thief.order, thief.steal));
    }
    String why = nearness.notReady(thief);
    why = why == null ? nearness.mayNotSteal(thief) : why;
    if (why != null) {
      wrong("%s steals although %s".formatted(thief, why));
    }
    long[] need = told.need(thief);
    long[] used = told.used();
    long[] free = free();
    long[] shortfall = new long[need.length];
    long missing = 0;
    for (int c = 0; c < need.length; c++) {
      shortfall[c] = need[c] == 0 ? 0 : Math.max(0, need[c] - free[c]);
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

  /// What is neither used nor promised.
  long[] free() {
    long[] free = told.limits.limitRaw.clone();
    long[] used = told.used();
    long[] promised = told.promised();
    for (int c = 0; c < free.length; c++) {
      free[c] -= used[c] + promised[c];
    }
    return free;
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
        Comparator.<ToldOrder>comparingLong(order -> nearness.worth(order.intent))
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
