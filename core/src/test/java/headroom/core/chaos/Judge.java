package headroom.core.chaos;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.TradingMode;
import headroom.core.intent.IntentKind;
import headroom.core.num.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges every command by what was told before it.
final class Judge {
  private final Told told;
  private final Nearness nearness;
  private final List<String> wrong;
  private final Thefts thefts;

  /// Who was served by the present commands, and what was free before.
  final List<Served> served = new ArrayList<>();

  /// @param free what was free of each constraint just before
  record Served(ToldIntent intent, List<Long> free) {}

  Judge(Told told, Nearness nearness, List<String> wrong) {
    this.told = told;
    this.nearness = nearness;
    this.wrong = wrong;
    this.thefts = new Thefts(told, nearness, wrong, served);
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
      int more = 0;
      switch (commands.get(i)) {
        case Command.Place place when place.purpose() == Command.Purpose.ENTRY -> enter(place);
        case Command.Place place -> exit(place);
        case Command.Replace replace -> replace(replace);
        case Command.Cancel cancel -> more = cancel(cancel, commands.subList(i, commands.size()));
        case Command.Ask ask -> ask(ask);
      }
      told.brakes.sent(1 + more);
      i += more;
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
      free(one, place);
    }
    if (told.isTooExposed(one)) {
      wrong("%s brings too much into one direction".formatted(place.order()));
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

  private void free(ToldIntent one, Command.Place place) {
    if (!nearness.takesFree(one)) {
      wrong("%s takes what is free and may only steal".formatted(place.order()));
    }
    if (!told.brakes.allowsEntry()) {
      wrong("%s is one message too many".formatted(place.order()));
    }
    served.add(new Served(one, list(told.free())));
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
    worksWhenItShould(one, place);
    if (!one.intent.limit().equals(place.limit()) || one.side() != place.side()) {
      wrong("%s is not what %s wants".formatted(place, one.intent));
    }
    return true;
  }

  /// Limits of intents that may trade before and after the session do, and nothing else does.
  private void worksWhenItShould(ToldIntent one, Command.Place place) {
    boolean should =
        told.setup.isExtended()
            && one.intent.extendedHours()
            && one.instrument().isStock()
            && place.limit() != null;
    if (place.timeInForce().isExtended() != should) {
      wrong("%s works as %s".formatted(place.order(), place.timeInForce()));
    }
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
    worksWhenItShould(one, place);
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
        return thefts.steal(stolen, rest);
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
      case Cause.Free _, Cause.Steal _, Cause.Split _, Cause.Deleverage _ ->
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

  static List<Long> list(long[] amounts) {
    return Arrays.stream(amounts).boxed().toList();
  }
}
