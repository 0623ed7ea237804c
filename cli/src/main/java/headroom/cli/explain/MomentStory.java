package headroom.cli.explain;

import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Refusal;
import headroom.core.engine.Spared;
import headroom.core.intent.Intent;
import headroom.data.trail.Decision;
import headroom.data.trail.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How everything stood at a time, and what was decided last before it.
///
/// Not thread safe; made for one question.
final class MomentStory {
  /// How many looks back it is asked what was thought of an order.
  private static final int LOOKS_BACK = 500;

  private final Chronicle chronicle;
  private final Otherwise otherwise;
  private final long timeNs;
  private final List<Entry> before = new ArrayList<>();

  /// What was last said of each live intent.
  private final SequencedMap<String, Entry> intents = new LinkedHashMap<>();

  private final SequencedMap<String, OpenOrder> orders = new LinkedHashMap<>();

  private MomentStory(Chronicle chronicle, long timeNs) {
    this.chronicle = chronicle;
    this.otherwise = new Otherwise(chronicle);
    this.timeNs = timeNs;
  }

  static Story of(Chronicle chronicle, long timeNs) {
    return new MomentStory(chronicle, timeNs).tell();
  }

  /// An order that is not over.
  private static final class OpenOrder {
    final Command.Place place;
    String state = "placing";
    long sinceNs;
    long filledRaw;

    OpenOrder(Command.Place place, long sinceNs) {
      this.place = place;
      this.sinceNs = sinceNs;
    }
  }

  private Story tell() {
    for (Entry entry : chronicle.entries()) {
      if (entry.timeNs() > timeNs) {
        break;
      }
      take(entry);
    }
    List<Step> steps = lastSteps();
    List<Story.Standing> standing = standing();
    long waiting = standing.stream().filter(one -> one.what().equals("intent")).count();
    return new Story(
        "time " + Words.time(timeNs) + " UTC",
        List.of(chronicle.isOpen(timeNs) ? "the exchange is open" : "the exchange is closed"),
        List.of(
            "%s, %s without one"
                .formatted(
                    Words.count(orders.size(), "open order"), Words.count(waiting, "live intent")),
            steps.isEmpty()
                ? "nothing had been decided yet"
                : "the last decisions before are of " + steps.getFirst().time() + " UTC"),
        standing,
        steps);
  }

  private void take(Entry entry) {
    before.add(entry);
    switch (entry.kind()) {
      case "Appeared", "Waits", "Refused", "Stole", "Aborted" ->
          intents.put(entry.subject(), entry);
      case "Ended" -> intents.remove(entry.subject());
      case "Sent" -> {
        if (entry.decision() instanceof Decision.Sent(long sentNs, Command command)) {
          sent(sentNs, command);
        }
      }
      case "Answered" -> {
        if (entry.decision() instanceof Decision.Answered(long saidNs, OrderEvent answer)) {
          answered(saidNs, answer);
        }
      }
      default -> {
        // It changes nothing that stands.
      }
    }
  }

  private void sent(long sentNs, Command command) {
    if (command instanceof Command.Place place) {
      orders.put(place.order().value(), new OpenOrder(place, sentNs));
    } else if (command instanceof Command.Cancel cancel) {
      become(cancel.order().value(), "canceling", sentNs);
    }
  }

  private void become(String order, String state, long sinceNs) {
    OpenOrder open = orders.get(order);
    if (open != null) {
      open.state = state;
      open.sinceNs = sinceNs;
    }
  }

  private void answered(long saidNs, OrderEvent answer) {
    String order = answer.order().value();
    switch (answer) {
      case OrderEvent.Accepted _, OrderEvent.CancelRejected _ -> become(order, "resting", saidNs);
      case OrderEvent.Filled filled -> {
        OpenOrder open = orders.get(order);
        if (open != null) {
          open.filledRaw += filled.quantity().raw();
          if (open.filledRaw >= open.place.quantity().raw()) {
            orders.remove(order);
          }
        }
      }
      case OrderEvent.Rejected _,
          OrderEvent.Canceled _,
          OrderEvent.Expired _,
          OrderEvent.NotSent _ ->
          orders.remove(order);
      case OrderEvent.CancelPending _,
          OrderEvent.Replaced _,
          OrderEvent.ReplaceRejected _,
          OrderEvent.Open _ -> {
        // It rests on.
      }
    }
  }

  private List<Story.Standing> standing() {
    List<Story.Standing> standing = new ArrayList<>();
    SequencedMap<String, Seen> seen = lastSeen();
    orders.forEach((id, open) -> {
      Seen last = seen.get(id);
      standing.add(
          Story.Standing.of(
              "order",
              id,
              open.place.purpose() == Command.Purpose.EXIT ? "exit " + open.state : open.state,
              open.sinceNs,
              last == null ? -1 : last.candidate().distancePpm(),
              last == null ? Facts.cause(open.place.cause()) : last.words(otherwise)));
    });
    intents.forEach((id, entry) -> {
      boolean hasOrder =
          orders.values().stream()
              .anyMatch(open ->
                  open.place.purpose() == Command.Purpose.ENTRY
                      && open.place.intent().value().equals(id));
      if (!hasOrder) {
        standing.add(standing(id, entry.decision()));
      }
    });
    return standing;
  }

  private static Story.Standing standing(String id, Decision last) {
    return switch (last) {
      case Decision.Waits(_, _, Refusal reason, int distancePpm, _) ->
          intent(id, "waiting", last, distancePpm, Words.reason(reason));
      case Decision.Refused(Look look) ->
          intent(id, "blocked", last, look.distancePpm(), Words.refused(look));
      case Decision.Stole(Look look) ->
          intent(id, "stealing", last, look.distancePpm(), "short of " + Otherwise.missing(look));
      case Decision.Aborted(_, _, String reason) ->
          intent(id, "waiting", last, -1, "its steal was aborted: " + reason);
      case Decision.Appeared _,
          Decision.Told _,
          Decision.Answered _,
          Decision.Sent _,
          Decision.Nearest _,
          Decision.Ended _ ->
          intent(id, "waiting", last, -1, "nothing was said of it yet");
    };
  }

  private static Story.Standing intent(
      String id, String state, Decision last, int distancePpm, String why) {
    return Story.Standing.of("intent", id, state, last.timeNs(), distancePpm, why);
  }

  /// What was last thought of an order, and when.
  private record Seen(Look look, Candidate candidate) {
    String words(Otherwise otherwise) {
      Spared spared = candidate.spared();
      return "asked for by %s at %s: %s"
          .formatted(
              look.intent(),
              Words.time(look.timeNs()),
              spared == null ? "taken" : "spared, " + otherwise.why(look, candidate, spared));
    }
  }

  private SequencedMap<String, Seen> lastSeen() {
    SequencedMap<String, Seen> seen = new TreeMap<>();
    int looks = 0;
    for (Entry entry : before.reversed()) {
      boolean isLook = entry.kind().equals("Refused") || entry.kind().equals("Stole");
      if (isLook && looks < LOOKS_BACK && seen.size() < orders.size()) {
        looks++;
        Look look = look(entry.decision());
        if (look != null) {
          for (Candidate candidate : look.orders()) {
            if (orders.containsKey(candidate.order())) {
              seen.putIfAbsent(candidate.order(), new Seen(look, candidate));
            }
          }
        }
      }
    }
    return seen;
  }

  private static @Nullable Look look(Decision decision) {
    return switch (decision) {
      case Decision.Refused(Look look) -> look;
      case Decision.Stole(Look look) -> look;
      case Decision.Waits _,
          Decision.Aborted _,
          Decision.Appeared _,
          Decision.Told _,
          Decision.Answered _,
          Decision.Sent _,
          Decision.Nearest _,
          Decision.Ended _ ->
          null;
    };
  }

  /// All that was decided at the last instant at which something was.
  private List<Step> lastSteps() {
    List<Step> steps = new ArrayList<>();
    if (before.isEmpty()) {
      return steps;
    }
    long lastNs = before.getLast().timeNs();
    int from = before.size();
    while (from > 0 && before.get(from - 1).timeNs() == lastNs) {
      from--;
    }
    for (Entry entry : before.subList(from, before.size())) {
      Step step = step(entry.decision());
      if (step != null) {
        steps.add(step);
      }
    }
    return steps;
  }

  private @Nullable Step step(Decision decision) {
    return switch (decision) {
      case Decision.Appeared(long at, Intent intent) ->
          Step.of(at, "appeared", -1, intent.id() + " appears: " + Facts.of(intent).getFirst());
      case Decision.Told(long at, Event event) -> Step.of(at, "told", -1, Facts.told(event));
      case Decision.Answered(long at, OrderEvent answer) ->
          Step.of(at, "answer", -1, answer.order() + " " + Facts.answer(answer));
      case Decision.Waits(long at, var id, Refusal reason, int distancePpm, _) ->
          Step.of(at, "waits", distancePpm, id + " " + Words.reason(reason));
      case Decision.Refused(Look look) ->
          otherwise.step(look, "blocked", look.intent() + " " + Words.refused(look));
      case Decision.Stole(Look look) ->
          otherwise.step(
              look, "steals", look.intent() + " steals, short of " + Otherwise.missing(look));
      case Decision.Sent(long at, Command command) -> sentStep(at, command);
      case Decision.Aborted(long at, var thief, String reason) ->
          Step.of(at, "aborted", -1, "the steal of " + thief + " is aborted: " + reason);
      case Decision.Ended ended ->
          Step.of(
              ended.timeNs(),
              "ended",
              -1,
              ended.intent()
                  + " is over: "
                  + (ended.reason() == null ? ended.state().word() : ended.reason()));
      case Decision.Nearest _ -> null;
    };
  }

  private static Step sentStep(long at, Command command) {
    String order = command.order().value();
    return switch (command) {
      case Command.Place place ->
          Step.of(at, "place", -1, "sends " + order + ": " + Facts.cause(place.cause()));
      case Command.Replace replace ->
          Step.of(at, "replace", -1, "changes " + order + ": " + Facts.cause(replace.cause()));
      case Command.Cancel cancel ->
          Step.of(at, "cancel", -1, "asks to cancel " + order + ": " + Facts.cause(cancel.cause()));
      case Command.Ask _ -> Step.of(at, "ask", -1, "asks what became of " + order);
    };
  }
}
