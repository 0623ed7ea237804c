package headroom.data.trail;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import org.jspecify.annotations.Nullable;

/// Whom a decision is about.
public final class Mentions {
  private Mentions() {}

  /// The intent whose order this is: `AAPL-20250303` of `AAPL-20250303-1` and of
  /// `AAPL-20250303-x1`; empty if it cannot be an order of an intent.
  public static String intentOf(String order) {
    int dash = order.lastIndexOf('-');
    if (dash < 1) {
      return "";
    }
    int digits = order.startsWith("x", dash + 1) ? dash + 2 : dash + 1;
    boolean numbered = digits < order.length();
    for (int i = digits; i < order.length(); i++) {
      numbered &= order.charAt(i) >= '0' && order.charAt(i) <= '9';
    }
    return numbered ? order.substring(0, dash) : "";
  }

  /// The intent that a command is about; null for a question.
  public static @Nullable IntentId intentOf(Command command) {
    return switch (command) {
      case Command.Place place -> place.intent();
      case Command.Replace replace -> replace.intent();
      case Command.Cancel cancel -> cancel.intent();
      case Command.Ask _ -> null;
    };
  }

  static String subject(Decision decision) {
    return switch (decision) {
      case Decision.Appeared appeared -> appeared.intent().id().value();
      case Decision.Told(_, Event event) -> subject(event);
      case Decision.Answered(_, Event.OrderEvent answer) -> answer.order().value();
      case Decision.Waits waits -> waits.intent().value();
      case Decision.Refused(Look look) -> look.intent().value();
      case Decision.Stole(Look look) -> look.intent().value();
      case Decision.Sent(_, Command command) -> command.order().value();
      case Decision.Aborted aborted -> aborted.thief().value();
      case Decision.Nearest nearest -> nearest.intent().value();
      case Decision.Ended ended -> ended.intent().value();
    };
  }

  private static String subject(Event event) {
    return switch (event) {
      case Event.IntentSubmitted(Intent intent) -> intent.id().value();
      case Event.IntentWithdrawn(IntentId intent) -> intent.value();
      case Event.IntentReleased(IntentId intent) -> intent.value();
      case Event.OrderEvent answer -> answer.order().value();
      case Event.Together _,
          Event.Priced _,
          Event.Woke _,
          Event.AccountChanged _,
          Event.Forecasted _,
          Event.PlanSubmitted _,
          Event.StealRemembered _,
          Event.Split _,
          Event.ModeSwitched _,
          Event.DryRunSwitched _ ->
          "";
    };
  }

  /// Whether a decision is about an intent, or one of its orders, in any part.
  public static boolean isAbout(Decision decision, IntentId intent) {
    String id = intent.value();
    String subject = subject(decision);
    if (subject.equals(id) || intentOf(subject).equals(id)) {
      return true;
    }
    return switch (decision) {
      case Decision.Refused(Look look) -> isCandidate(look, id);
      case Decision.Stole(Look look) -> isCandidate(look, id);
      case Decision.Sent(
              _,
              Command.Cancel(_, _, _, _, _, _, Cause.StolenBy(IntentId thief, _, _))) ->
          thief.equals(intent);
      case Decision.Sent _,
          Decision.Appeared _,
          Decision.Told _,
          Decision.Answered _,
          Decision.Waits _,
          Decision.Aborted _,
          Decision.Nearest _,
          Decision.Ended _ ->
          false;
    };
  }

  private static boolean isCandidate(Look look, String intent) {
    for (Candidate candidate : look.orders()) {
      if (intentOf(candidate.order()).equals(intent)) {
        return true;
      }
    }
    return false;
  }
}
