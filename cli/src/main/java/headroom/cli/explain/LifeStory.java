package headroom.cli.explain;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Refusal;
import headroom.core.engine.Spared;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.data.trail.Decision;
import headroom.data.trail.Mentions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The life of one intent with all its orders, or of one of the orders alone.
///
/// Not thread safe; made for one question.
final class LifeStory {
  private final Chronicle chronicle;
  private final Otherwise otherwise;
  private final Intent intent;

  /// The only order that is asked about; null for all.
  private final @Nullable String order;

  private final List<Step> steps = new ArrayList<>();
  private final SparedRun spared = new SparedRun(steps);
  private final LifeSummary summary;

  private LifeStory(Chronicle chronicle, Intent intent, @Nullable String order) {
    this.chronicle = chronicle;
    this.otherwise = new Otherwise(chronicle);
    this.intent = intent;
    this.order = order;
    this.summary = new LifeSummary(chronicle.endNs());
  }

  static Story ofIntent(Chronicle chronicle, Intent intent) {
    return new LifeStory(chronicle, intent, null).tell();
  }

  static Story ofOrder(Chronicle chronicle, Intent intent, String order) {
    return new LifeStory(chronicle, intent, order).tell();
  }

  private Story tell() {
    for (Decision decision : chronicle.about(intent.id())) {
      take(decision);
    }
    spared.flush();
    return new Story(
        order == null ? "intent " + intent.id() : "order " + order + " of intent " + intent.id(),
        Facts.of(intent),
        order == null ? summary.ofIntent(intent) : summary.ofOrder(order),
        List.of(),
        steps);
  }

  private void take(Decision decision) {
    switch (decision) {
      case Decision.Appeared(long timeNs, _) -> whole(timeNs, "appeared", -1, "appears");
      case Decision.Told(long timeNs, Event event) -> told(timeNs, event);
      case Decision.Waits waits -> waits(waits);
      case Decision.Refused(Look look) -> refused(look);
      case Decision.Stole(Look look) -> stole(look);
      case Decision.Sent(long timeNs, Command command) -> sent(timeNs, command);
      case Decision.Answered(long timeNs, OrderEvent answer) -> answered(timeNs, answer);
      case Decision.Aborted(long timeNs, _, String reason) -> {
        summary.aborted();
        whole(timeNs, "aborted", -1, "its steal is aborted: " + reason);
      }
      case Decision.Nearest nearest -> summary.nearest(nearest);
      case Decision.Ended(long timeNs, _, IntentState state, @Nullable String reason) ->
          ended(timeNs, state, reason);
    }
  }

  /// A step of the intent as a whole: of no single order.
  private void whole(long timeNs, String kind, int distancePpm, String text) {
    if (order == null) {
      add(Step.of(timeNs, kind, distancePpm, text));
    }
  }

  private void add(Step step) {
    spared.flush();
    steps.add(step);
  }

  private boolean isAsked(String id) {
    return order == null ? Mentions.intentOf(id).equals(intent.id().value()) : order.equals(id);
  }

  private void told(long timeNs, Event event) {
    if (event instanceof Event.IntentWithdrawn) {
      whole(timeNs, "told", -1, "withdrawn by its owner");
    } else if (event instanceof Event.IntentReleased) {
      whole(timeNs, "told", -1, "released by its owner");
    }
  }

  private void waits(Decision.Waits waits) {
    summary.unblocked(waits.timeNs());
    String text =
        waits.reason() == Refusal.BEYOND_ENTRY_TOLERANCE
            ? Words.reason(waits.reason()) + " of " + Words.distance(waits.entryPpm())
            : Words.reason(waits.reason());
    whole(waits.timeNs(), "waits", waits.distancePpm(), text);
  }

  private void refused(Look look) {
    if (!look.intent().equals(intent.id())) {
      seen(look);
    } else if (order == null) {
      summary.refused(look, Otherwise.missing(look));
      add(otherwise.step(look, "blocked", Words.refused(look)));
    }
  }

  private void stole(Look look) {
    if (!look.intent().equals(intent.id())) {
      seen(look);
    } else if (order == null) {
      List<String> victims =
          look.orders().stream()
              .filter(one -> one.spared() == null)
              .map(one -> one.order() + " at " + Words.ppm(one.distancePpm()))
              .toList();
      summary.stole();
      add(
          otherwise.step(
              look,
              "steals",
              "short of %s; takes from %s"
                  .formatted(Otherwise.missing(look), String.join(", ", victims))));
    }
  }

  /// Somebody else looked at an order of this intent.
  private void seen(Look look) {
    for (Candidate candidate : look.orders()) {
      if (isAsked(candidate.order())) {
        Spared rule = candidate.spared();
        if (rule == null) {
          add(
              Step.of(
                  look.timeNs(),
                  "taken",
                  candidate.distancePpm(),
                  "%s takes the capacity of %s: it is %s from its limit, this order %s"
                      .formatted(
                          look.intent(),
                          candidate.order(),
                          Words.ppm(look.distancePpm()),
                          Words.ppm(candidate.distancePpm()))));
        } else {
          spared.add(look, candidate, rule, otherwise.rule(rule));
        }
      }
    }
  }

  private void sent(long timeNs, Command command) {
    String id = command.order().value();
    switch (command) {
      case Command.Place place when isAsked(id) -> {
        boolean entry = place.purpose() == Command.Purpose.ENTRY;
        if (entry) {
          summary.placed(timeNs);
        }
        int distancePpm =
            switch (place.cause()) {
              case Cause.Free(int ppm) -> ppm;
              case Cause.Steal(int ppm) -> ppm;
              case Cause.StolenBy _,
                  Cause.Expired _,
                  Cause.Withdrawn _,
                  Cause.Kill _,
                  Cause.Split _,
                  Cause.Deleverage _,
                  Cause.Exit _ ->
                  -1;
            };
        add(
            Step.of(
                timeNs,
                "place",
                distancePpm,
                "sends %s: %s %s at %s, %s"
                    .formatted(
                        id,
                        place.side().word(),
                        place.quantity(),
                        limit(place.limit()),
                        Facts.cause(place.cause()))));
      }
      case Command.Replace replace when isAsked(id) ->
          add(
              Step.of(
                  timeNs,
                  "replace",
                  -1,
                  "changes %s to %s in all: %s"
                      .formatted(id, replace.quantity(), Facts.cause(replace.cause()))));
      case Command.Cancel cancel when isAsked(id) -> {
        if (cancel.cause() instanceof Cause.StolenBy stolen) {
          summary.stolen(timeNs, id, stolen);
        }
        int distancePpm =
            cancel.cause() instanceof Cause.StolenBy(_, _, int victimPpm) ? victimPpm : -1;
        add(
            Step.of(
                timeNs,
                "cancel",
                distancePpm,
                "asks to cancel %s: %s".formatted(id, Facts.cause(cancel.cause()))));
      }
      case Command.Ask _ when isAsked(id) ->
          add(Step.of(timeNs, "ask", -1, "asks what became of " + id + ": its answer is overdue"));
      case Command.Place _, Command.Replace _, Command.Cancel _, Command.Ask _ -> {
        // Of another order.
      }
    }
  }

  private static String limit(@Nullable Price limit) {
    return limit == null ? "market" : limit.toString();
  }

  private void answered(long timeNs, OrderEvent answer) {
    String id = answer.order().value();
    if (!isAsked(id)) {
      return;
    }
    if (answer instanceof OrderEvent.Filled(_, _, Price price, Quantity quantity, _)) {
      summary.filled(id, price, quantity);
    }
    add(Step.of(timeNs, "answer", -1, id + " " + Facts.answer(answer)));
  }

  private void ended(long timeNs, IntentState state, @Nullable String reason) {
    summary.ended(timeNs, state, reason);
    whole(
        timeNs,
        "ended",
        -1,
        state == IntentState.FILLED
            ? "is filled"
            : "is over: " + (reason == null ? state.word() : reason));
  }

  /// The intent whose order this is, if there is one.
  static @Nullable Intent intentOf(Chronicle chronicle, String order) {
    String id = Mentions.intentOf(order);
    Intent found = id.isEmpty() ? null : chronicle.intentOrNull(id);
    return found != null && chronicle.orderIds(new IntentId(id)).contains(order) ? found : null;
  }
}
