package headroom.cli.explain;

import headroom.core.engine.Cause;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.num.Money;
import headroom.core.num.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What things are, in words.
final class Facts {
  private Facts() {}

  /// An intent.
  static List<String> of(Intent intent) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "%s %s %s at %s, %s in all"
            .formatted(
                intent.side().word(),
                intent.quantity(),
                intent.instrument(),
                intent.limit(),
                Words.money(Money.toReserve(intent.limit(), intent.quantity()).raw())));
    List<String> flags = new ArrayList<>();
    flags.add("owner " + intent.owner());
    flags.add("strategy " + intent.strategy());
    if (intent.kind() != IntentKind.ENTRY) {
      flags.add(intent.kind().word());
    }
    if (intent.atOnce()) {
      flags.add("at once");
    }
    if (intent.vip()) {
      flags.add("VIP");
    }
    Integer tolerance = intent.entryTolerancePpm();
    if (tolerance != null) {
      flags.add("entry tolerance of its own " + Words.distance(tolerance));
    }
    Money forecast = intent.forecast();
    flags.add("forecast " + (forecast == null ? "unknown" : Words.money(forecast.raw())));
    facts.add(String.join(", ", flags));
    facts.add("exit: " + exit(intent.exit()));
    facts.add("expires " + Words.time(intent.expiresNs()));
    return facts;
  }

  private static String exit(ExitPlan plan) {
    List<String> parts = new ArrayList<>();
    Price takeProfit = plan.takeProfit();
    if (takeProfit != null) {
      parts.add("take-profit at " + takeProfit);
    }
    Price stop = plan.stop();
    if (stop != null) {
      parts.add("stop at " + stop);
    }
    if (plan.maxHoldDays() >= 0) {
      parts.add("held at most " + Words.count(plan.maxHoldDays(), "further day"));
    }
    if (plan.sessionEnd()) {
      parts.add("closed at the end of the session");
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  /// Why a command was given.
  static String cause(Cause cause) {
    return switch (cause) {
      case Cause.Free _ -> "free capacity suffices";
      case Cause.Steal _ -> "its victims are over";
      case Cause.StolenBy(IntentId thief, int thiefPpm, int victimPpm) ->
          "%s is nearer, %s against %s".formatted(thief, Words.ppm(thiefPpm), Words.ppm(victimPpm));
      case Cause.Expired _ -> "its time is over";
      case Cause.Withdrawn _ -> "withdrawn or replaced by its owner";
      case Cause.Kill _ -> "the kill switch";
      case Cause.Split _ -> "its shares are split";
      case Cause.Deleverage _ -> "stocks must fit what may be held overnight";
      case Cause.Exit(Cause.ExitReason reason) ->
          switch (reason) {
            case TAKE_PROFIT -> "take-profit";
            case STOP -> "stop";
            case MAX_HOLD -> "longest holding time";
            case SESSION_END -> "end of the session";
            case RUIN -> "nothing of the account is left";
          };
    };
  }

  /// What happened that is of no single order.
  static String told(Event event) {
    return event instanceof Event.Split split
        ? "%s is split, %s new for %s old"
            .formatted(split.instrument(), split.newShares(), split.oldShares())
        : event.getClass().getSimpleName();
  }

  /// What the venue said of an order.
  static String answer(OrderEvent answer) {
    return switch (answer) {
      case OrderEvent.Accepted _ -> "rests";
      case OrderEvent.Rejected rejected ->
          "is rejected, %s: %s"
              .formatted(
                  rejected.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  rejected.reason());
      case OrderEvent.Filled filled ->
          "trades %s at %s".formatted(filled.quantity(), filled.price());
      case OrderEvent.CancelPending _ -> "has its cancel pending";
      case OrderEvent.Canceled _ -> "is cancelled";
      case OrderEvent.Expired _ -> "is ended by the venue";
      case OrderEvent.CancelRejected rejected ->
          "stays, its cancel is rejected: " + rejected.reason();
      case OrderEvent.Replaced replaced -> "is now for " + replaced.quantity();
      case OrderEvent.ReplaceRejected rejected ->
          "stays as it is, its change is rejected: " + rejected.reason();
      case OrderEvent.Open _ -> "is open, says the venue";
      case OrderEvent.NotSent _ -> "was never sent";
    };
  }
}
