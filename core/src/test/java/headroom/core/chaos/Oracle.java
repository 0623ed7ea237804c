package headroom.core.chaos;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountRead;
import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Engine;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.IntentState;
import headroom.core.engine.IntentStatus;
import headroom.core.engine.Refusal;
import headroom.core.engine.TradingMode;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps books of its own from what the engine is told and what it asks for, and compares: no
/// promise without capacity, no order without a wish, no position without its exit, nothing lost.
final class Oracle {
  final Told told;
  private final Tally tally;
  private final Nearness nearness;
  private final Judge judge;
  private final List<String> wrong = new ArrayList<>();
  private final Set<Side> servedSides = EnumSet.noneOf(Side.class);
  private List<Long> free = List.of();
  private long nextTimerNs;

  Oracle(Setup setup, Tally tally) {
    this.told = new Told(setup, tally);
    this.tally = tally;
    this.nearness = new Nearness(told, setup.seed());
    this.judge = new Judge(told, nearness, wrong);
  }

  /// Takes in one input and what came of it.
  ///
  /// @return what is wrong, in words; empty if nothing is
  List<String> check(Input input, List<Command> commands, Engine engine) {
    told.nowNs = input.timeNs();
    told.brakes.passes(told.nowNs);
    nextTimerNs = engine.nextTimerNs();
    for (ToldOrder order : told.liveOrders) {
      order.saidOpen = false;
    }
    told.tell(input.event());
    nearness.refresh();
    abandoned(commands, engine);
    judge.judge(commands);
    if (!(input.event() instanceof Event.Woke)) {
      // A timer alone may be for a question, and then nobody is looked at again.
      servedSides.clear();
    }
    judge.served.forEach(one -> servedSides.add(one.intent().side()));
    free = Judge.list(told.free());
    for (ToldIntent one : List.copyOf(told.live)) {
      intent(one, status(engine, one.intent.id()));
    }
    told.live.removeIf(one -> one.over);
    told.holders.removeIf(one -> one.openRaw == 0 && one.exit == null);
    sums(engine);
    history(engine);
    told.holders.forEach(this::position);
    List<String> found = List.copyOf(wrong);
    wrong.clear();
    return found;
  }

  private static IntentStatus status(Engine engine, IntentId id) {
    return engine.status(id).orElseThrow(() -> new IllegalStateException("lost " + id));
  }

  /// Steals that ended without their thief being placed.
  private void abandoned(List<Command> commands, Engine engine) {
    for (ToldIntent one : told.live) {
      if (one.steal == null) {
        continue;
      }
      boolean placed = false;
      for (Command command : commands) {
        placed |=
            command instanceof Command.Place place
                && place.intent().equals(one.intent.id())
                && place.cause() instanceof Cause.Steal;
      }
      if (!placed && status(engine, one.intent.id()).state() != IntentState.STEALING) {
        new Answered(told).aborted(one);
      }
    }
  }

  private void wrong(String what) {
    wrong.add(what);
  }

  // Intents and their orders.

  private void intent(ToldIntent one, IntentStatus status) {
    IntentState state = status.state();
    if (!state.isLive()) {
      ended(one, status);
      return;
    }
    if (one.over) {
      wrong("%s must be over and is %s".formatted(one, state.word()));
    }
    if (status.remainingRaw() != one.remainingRaw) {
      wrong("%s must want %s and wants %s".formatted(one, one.remainingRaw, status.remainingRaw()));
    }
    ToldOrder order = one.order;
    if (!Objects.equals(status.order(), order == null ? null : order.id())) {
      wrong("%s must have %s and has %s".formatted(one, order, status.order()));
    }
    if (order == null) {
      withoutOrder(one, status);
    } else {
      withOrder(one, order, state);
    }
  }

  private void ended(ToldIntent one, IntentStatus status) {
    String end = status.end();
    boolean right =
        one.order == null
            && switch (end == null ? "filled" : end) {
              case "filled", "replaced-was-filled" -> one.remainingRaw == 0;
              case "withdrawn" -> one.withdrawn;
              case "expired" -> told.nowNs >= one.intent.expiresNs();
              case "remainder", "below-minimum" ->
                  told.isBelowMinimum(one, one.intent.limit().raw(), one.remainingRaw);
              case "rejected: chaos" -> one.refusedForGood;
              default -> false;
            };
    if (!right) {
      wrong("%s must not be over: %s %s".formatted(one, status.state().word(), end));
    }
    one.over = true;
    one.steal = null;
  }

  private void withoutOrder(ToldIntent one, IntentStatus status) {
    IntentState state = status.state();
    if (state.hasOrder()) {
      wrong("%s is %s and has no order".formatted(one, state.word()));
    }
    ToldSteal steal = one.steal;
    if ((state == IntentState.STEALING) != (steal != null)) {
      wrong("%s is %s and its steal is %s".formatted(one, state.word(), steal));
    }
    if (steal != null && steal.pending.isEmpty() && told.nowNs >= steal.againFromNs && isDone()) {
      wrong("%s waits for nobody".formatted(one));
    }
    if (state == IntentState.BLOCKED) {
      blocked(one, status.verdict());
    }
    held(one, status.verdict());
    boolean exits = one.intent.kind() == IntentKind.EXIT && !one.washed;
    if (exits && !told.dryRun && isDone() && nearness.notReady(one) == null) {
      wrong("the exit %s is withheld: %s".formatted(one, status.verdict()));
    }
  }

  /// Nobody is held by a storm that there is not.
  private void held(ToldIntent one, @Nullable Refusal verdict) {
    if (verdict == Refusal.MESSAGE_BUDGET) {
      tally.count(Happening.WITHOUT_MESSAGES);
    } else if (verdict == Refusal.STORM_GUARD) {
      tally.count(Happening.STEALS_HELD);
    } else if (verdict == Refusal.HELD_STORM_GUARD) {
      tally.count(Happening.HELD_IN_STORMS);
      if (!told.dryRun && nearness.notReady(one) == null && !mayHaveBeenExposed(one)) {
        wrong("%s is held and there is no storm".formatted(one));
      }
    }
  }

  /// Whether too much stood in its direction when it was looked at; what was sent since in the
  /// other one counts against that.
  private boolean mayHaveBeenExposed(ToldIntent one) {
    return told.isTooExposed(one)
        || (told.settings.guards().exposurePpm() > 0 && servedSides.contains(one.exitSide()));
  }

  /// Whether everything that is due by now was done.
  private boolean isDone() {
    return nextTimerNs > told.nowNs;
  }

  /// Nobody who fits is blocked, except in a dry run, behind somebody, or after an abort.
  private void blocked(ToldIntent one, @Nullable Refusal verdict) {
    if (told.dryRun || nearness.notReady(one) != null) {
      return;
    }
    boolean served =
        fits(one, free)
            && nearness.takesFree(one)
            && told.brakes.allowsEntry()
            && !mayHaveBeenExposed(one);
    if (verdict != Refusal.STRICT_ORDER && served) {
      wrong("%s fits and is blocked: %s".formatted(one, verdict));
    }
    overtaken(one);
  }

  private boolean fits(ToldIntent one, List<Long> free) {
    long[] need = told.need(one);
    boolean fits = true;
    for (int c = 0; c < need.length; c++) {
      fits &= need[c] == 0 || (told.limits.known[c] && need[c] <= free.get(c));
    }
    return fits;
  }

  /// Nobody is served before one who comes first and would have fitted; with strict order, nobody
  /// at all.
  private void overtaken(ToldIntent one) {
    if (told.settings.policy().name().equals("FirstCome")) {
      return;
    }
    boolean strict = told.settings.steals().strictOrder();
    if (mayHaveBeenExposed(one) || (!strict && !nearness.takesFree(one))) {
      return;
    }
    for (Judge.Served served : judge.served) {
      boolean first = nearness.precedes(one, served.intent());
      if (first && (strict || fits(one, served.free()))) {
        wrong("%s is served before %s".formatted(served.intent(), one));
      }
    }
  }

  private void withOrder(ToldIntent one, ToldOrder order, IntentState state) {
    IntentState right =
        switch (order.stage) {
          case SENT -> IntentState.PLACING;
          case RESTS -> IntentState.RESTING;
          case CANCELS -> IntentState.CANCELING;
          case OVER -> IntentState.DONE;
        };
    if (state != right) {
      wrong("%s must be %s and is %s".formatted(one, right.word(), state.word()));
    }
    if (order.filledRaw > order.quantityRaw) {
      wrong("%s filled %s of %s".formatted(order, order.filledRaw, order.quantityRaw));
    }
    TradingHours own = told.setup.hoursOf(order.place.timeInForce().isExtended());
    boolean toTheClose =
        one.opens()
            && one.instrument().isStock()
            && one.intent.expiresNs() >= own.closesNs(own.sessionAt(order.sentNs));
    boolean unwanted =
        one.withdrawn
            || (order.isEntry() && told.mode == TradingMode.KILLED)
            || (told.nowNs >= one.intent.expiresNs() && !toTheClose)
            || order.remainingRaw() > one.remainingRaw;
    boolean rests = order.stage == ToldOrder.Stage.RESTS && told.nowNs >= order.sparedUntilNs;
    if (unwanted && rests && !told.dryRun && isDone()) {
      wrong("%s rests and nobody wants it".formatted(order));
    }
  }

  // Sums.

  private void sums(Engine engine) {
    long[] used = told.used();
    long[] promised = told.promised();
    boolean over = false;
    for (int c = 0; c < used.length; c++) {
      if (told.limits.rules.get(c).cap() != null && used[c] + promised[c] == limit(c)) {
        tally.count(Happening.CAPS_REACHED);
      }
      String name = told.limits.rules.get(c).name();
      Money free = engine.free(name);
      Money right =
          told.limits.known[c] ? new Money(told.limits.limitRaw[c] - used[c] - promised[c]) : null;
      if (!Objects.equals(free, right)) {
        wrong("free of %s must be %s and is %s".formatted(name, right, free));
      }
      over |= right != null && used[c] > told.limits.limitRaw[c];
    }
    if (over) {
      tally.count(Happening.OVER_LIMIT);
    }
  }

  private long limit(int c) {
    return told.limits.known[c] ? told.limits.limitRaw[c] : Long.MAX_VALUE;
  }

  private void history(Engine engine) {
    if (engine.history().recorded() != told.feuds.count) {
      wrong(
          "%s steals are on record, not %s"
              .formatted(engine.history().recorded(), told.feuds.count));
    }
    for (Map.Entry<InstrumentId, Long> end : told.feuds.endsNs.entrySet()) {
      if (engine.history().cooldownEndNs(end.getKey()) != end.getValue()) {
        wrong("the cooldown of %s must end at %s".formatted(end.getKey(), end.getValue()));
      }
    }
  }

  // Positions.

  private void position(ToldIntent one) {
    ToldOrder exit = one.exit;
    boolean unsure = exit != null && exit.isUnsure();
    if (exit != null && exit.remainingRaw() > one.openRaw && !unsure && !one.breached) {
      wrong("%s closes %s of %s".formatted(exit, exit.remainingRaw(), one.openRaw));
    }
    boolean settled = isDone() && !told.dryRun;
    if (!settled || one.openRaw == 0) {
      return;
    }
    if (exit == null) {
      String why = withoutExit(one);
      if (why == null) {
        wrong("the position of %s has no exit and no reason".formatted(one));
      }
    } else if (exit.stage == ToldOrder.Stage.RESTS
        && exit.place.limit() != null
        && told.nowNs >= exit.sparedUntilNs) {
      if (one.closing) {
        wrong("%s must give way and rests".formatted(exit));
      } else if (exit.askedRaw == 0
          && (exit.doubtedRaw != 0 || exit.remainingRaw() != one.openRaw)) {
        wrong("%s must be resized to %s".formatted(exit, one.openRaw));
      }
    }
  }

  /// Why a position may have no exit; null if it may not.
  private @Nullable String withoutExit(ToldIntent one) {
    Price profit = one.intent.exit().takeProfit();
    if (profit == null && !one.closing) {
      return "none is planned yet";
    } else if (told.nowNs < one.exitFromNs) {
      return "it was rejected";
    } else if (one.closing && one.instrument().isStock() && !Setup.HOURS.isOpen(told.nowNs)) {
      return "the session is closed";
    }
    long priceRaw =
        one.closing || profit == null ? one.market.lastRaw(one.exitSide()) : profit.raw();
    return told.isBelowMinimum(one, priceRaw, one.openRaw) ? "it is too small" : null;
  }

  /// Counts a fact that leaves a limit unknown.
  void account(AccountRead read) {
    if (read.equity() == null || read.settledCash() == null) {
      tally.count(Happening.LIMITS_UNKNOWN);
    }
  }
}
