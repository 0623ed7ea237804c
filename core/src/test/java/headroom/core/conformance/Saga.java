package headroom.core.conformance;

import headroom.core.conformance.Scenarios.Scenario;
import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.IntentState;
import headroom.core.engine.IntentStatus;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Refusal;
import headroom.core.engine.RejectKind;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One sequence of events, and what comes of each.
final class Saga {
  private final Scenario scenario;
  private final JsonNode given;
  private final long startNs;
  private final boolean dryRun;
  private final Situation situation;
  private final Map<InstrumentId, Side> sides = new LinkedHashMap<>();

  Saga(Scenario scenario) {
    this.scenario = scenario;
    this.given = scenario.given();
    this.startNs = Texts.timeNs(scenario.when().get("at"));
    this.dryRun = Texts.flag(scenario.config(), "dryRun");
    this.situation = new Situation(Texts.settings(scenario.config(), Situation.ONE_POOL, 1));
  }

  Map<String, Object> run() {
    prepare();
    List<Object> steps = new ArrayList<>();
    long nowNs = startNs;
    for (JsonNode event : scenario.when().get("events")) {
      nowNs = startNs + event.get("afterSeconds").asLong() * Texts.SECOND_NS;
      steps.add(step(event, nowNs));
    }
    Map<String, Object> result = new TreeMap<>();
    result.put("steps", steps);
    result.put("intents", intents());
    result.put(
        "cooldown",
        situation.engine().history().onCooldown(nowNs).stream().map(InstrumentId::value).toList());
    result.put("steals", situation.engine().history().recorded());
    return result;
  }

  private void prepare() {
    List<JsonNode> intents = new ArrayList<>(given.get("intents").valueStream().toList());
    intents.sort(
        Comparator.comparingLong(
            intent -> Texts.has(intent, "ageSeconds") ? -Texts.ageNs(intent) : 0));
    boolean ranks = intents.stream().anyMatch(intent -> Texts.has(intent, "cryptoRank"));
    for (JsonNode intent : intents) {
      situation.trade(intent, Texts.isCrypto(intent));
      quote(Texts.instrument(intent), Texts.side(intent));
    }
    for (JsonNode event : scenario.when().get("events")) {
      if (event.get("type").asString().equals("plan")) {
        situation.trade(event, Texts.isCrypto(event));
        quote(Texts.instrument(event), Texts.side(event));
      }
    }
    situation.tradePairOf(given.get("history"));
    long beginNs = startNs - 1_800 * Texts.SECOND_NS;
    situation.begin(beginNs, intents, dryRun);
    for (JsonNode steal : given.get("history")) {
      situation.offer(situation.remembered(steal, startNs), beginNs);
    }
    List<Event> together = new ArrayList<>();
    List<Event> waiting = new ArrayList<>();
    for (JsonNode intent : intents) {
      boolean unranked = ranks && !Texts.has(intent, "cryptoRank");
      if (intent.get("state").asString().equals("resting")) {
        situation.rest(intent, startNs, unranked);
        together.add(priced(Texts.instrument(intent), Texts.raw(intent, "ref"), startNs));
      } else {
        waiting.add(new Event.IntentSubmitted(Wishes.intent(intent, unranked)));
      }
    }
    together.add(situation.free(free(given)));
    together.addAll(waiting);
    situation.offer(new Event.Together(together), startNs);
    situation.endOfSetup(startNs);
  }

  /// A pair that is bought and sold is quoted on both sides, one that is only sold by a bid.
  private void quote(InstrumentId id, Side side) {
    sides.merge(id, side, (one, other) -> one == other ? one : Side.BUY);
  }

  private Event priced(InstrumentId id, long raw, long nowNs) {
    return situation.priced(id, sides.getOrDefault(id, Side.BUY), raw, nowNs);
  }

  private static @Nullable Long free(JsonNode node) {
    return Texts.has(node, "capacityFree") ? Texts.raw(node, "capacityFree") : null;
  }

  private Map<String, Object> step(JsonNode event, long nowNs) {
    situation.heard.clear();
    String type = event.get("type").asString();
    List<Command> commands = new ArrayList<>();
    if (type.equals("restart")) {
      situation.restart();
    } else {
      List<Event> together = new ArrayList<>();
      if (!type.equals("capacity")) {
        together.add(event(type, event, nowNs));
      }
      if (event.has("capacityFree")) {
        together.add(situation.free(free(event)));
      }
      commands.addAll(situation.offerAndWake(new Event.Together(together), nowNs));
    }
    InstrumentId ticked = type.equals("tick") ? Texts.instrument(event) : null;
    Map<String, Object> step = new TreeMap<>();
    step.put("commands", commands.stream().map(Saga::command).toList());
    if (dryRun) {
      step.put("would", would(ticked));
    }
    Map<String, String> outcomes = outcomes(commands, ticked);
    if (!outcomes.isEmpty()) {
      step.put("outcomes", outcomes);
    }
    return step;
  }

  private Event event(String type, JsonNode event, long nowNs) {
    return switch (type) {
      case "tick" -> priced(Texts.instrument(event), Texts.raw(event, "ref"), nowNs);
      case "withdrawn" -> new Event.IntentWithdrawn(new IntentId(event.get("intent").asString()));
      case "session-closed" -> new Event.Woke();
      case "plan" -> plan(event);
      default -> answer(type, event);
    };
  }

  private Event plan(JsonNode event) {
    List<Intent> intents = new ArrayList<>();
    IntentKind kind = IntentKind.valueOf(event.get("kind").asString().toUpperCase(Locale.ROOT));
    for (JsonNode intent : event.get("intents")) {
      intents.add(
          Wishes.intent(
              intent.get("id").asString(),
              Texts.instrument(event),
              Texts.side(event),
              Texts.raw(intent, "quantity"),
              Texts.raw(intent, "limit"),
              Texts.moneyOrNull(intent, "forecastPnl"),
              Texts.flag(intent, "atOnce"),
              Texts.flag(intent, "vip"),
              kind,
              intent.get("strategy").asString(),
              Long.MAX_VALUE));
    }
    return new Event.PlanSubmitted(
        "owner", Texts.instrument(event), Texts.side(event), kind, intents);
  }

  private Event answer(String type, JsonNode event) {
    OrderId id = new OrderId(event.get("order").asString());
    OwnOrder order = situation.own.get(id);
    if (order == null) {
      return type.equals("filled")
          ? new OrderEvent.Filled(id, "x", new Price(1), new Quantity(1))
          : new OrderEvent.Canceled(id, 0);
    }
    long before = order.filledRaw;
    order.accepted |= type.equals("accepted");
    order.over |= List.of("canceled", "expired", "rejected", "filled").contains(type);
    if (event.has("filled")) {
      order.filledRaw = Texts.raw(event, "filled");
    } else if (type.equals("filled")) {
      order.filledRaw = order.place.quantity().raw();
    }
    return switch (type) {
      case "accepted" -> new OrderEvent.Accepted(id);
      case "rejected" -> rejected(id, event.get("reason").asString());
      case "partly-filled", "filled" -> filled(id, order, before);
      case "cancel-pending" -> new OrderEvent.CancelPending(id);
      case "canceled" -> new OrderEvent.Canceled(id, order.filledRaw);
      case "cancel-rejected" -> new OrderEvent.CancelRejected(id, event.get("reason").asString());
      case "expired" -> new OrderEvent.Expired(id, order.filledRaw);
      default -> throw new IllegalStateException("unknown event " + type);
    };
  }

  private static Event rejected(OrderId id, String reason) {
    RejectKind kind = reason.equals("halted") ? RejectKind.HALTED : RejectKind.UNKNOWN;
    return new OrderEvent.Rejected(id, kind, reason);
  }

  /// A trade; one that says nothing new repeats the one before.
  private static Event filled(OrderId id, OwnOrder order, long before) {
    Price price = order.place.limit() == null ? new Price(1) : order.place.limit();
    long news = order.filledRaw - before;
    if (news > 0) {
      order.lastFill = id + "/" + order.filledRaw;
    }
    return new OrderEvent.Filled(
        id, order.lastFill, price, new Quantity(news > 0 ? news : order.filledRaw));
  }

  private static Map<String, String> command(Command command) {
    Map<String, String> map = new TreeMap<>();
    map.put(command.word(), command.order().value());
    if (command instanceof Command.Place place) {
      map.put("limit", String.valueOf(place.limit()));
      map.put("quantity", place.quantity().toString());
    }
    return map;
  }

  /// What a dry run would have sent for the intents that a step is about.
  private List<Map<String, String>> would(@Nullable InstrumentId ticked) {
    List<Map<String, String>> would = new ArrayList<>();
    for (Look look : situation.heard.stole) {
      if (isAbout(look.intent(), ticked)) {
        for (Candidate candidate : look.orders()) {
          if (candidate.spared() == null) {
            add(would, Map.of("cancel", candidate.order()));
          }
        }
      }
    }
    for (IntentId id : situation.heard.placed) {
      if (isAbout(id, ticked)) {
        Intent intent = situation.engine().status(id).orElseThrow().intent();
        add(
            would,
            new TreeMap<>(
                Map.of(
                    "place", OrderId.entry(id, 1).value(),
                    "limit", intent.limit().toString(),
                    "quantity", intent.quantity().toString())));
      }
    }
    return would;
  }

  private static void add(List<Map<String, String>> would, Map<String, String> command) {
    if (!would.contains(command)) {
      would.add(command);
    }
  }

  private boolean isAbout(IntentId id, @Nullable InstrumentId ticked) {
    return ticked == null
        || situation.engine().status(id).orElseThrow().intent().instrument().equals(ticked);
  }

  /// What was decided of the intents that a step is about.
  private Map<String, String> outcomes(List<Command> commands, @Nullable InstrumentId ticked) {
    Map<String, String> outcomes = new TreeMap<>();
    for (IntentStatus status : situation.statuses()) {
      Refusal verdict = status.verdict();
      boolean waits =
          status.state() == IntentState.WAITING || status.state() == IntentState.BLOCKED;
      if (waits && verdict != null && status.intent().instrument().equals(ticked)) {
        outcomes.put(status.intent().id().value(), verdict.word());
      }
    }
    situation.heard.aborted.forEach((id, reason) -> {
      if (!reason.equals("rejected") && !reason.equals("closed.withdrawn")) {
        outcomes.put(id.value(), reason);
      }
    });
    for (Look look : situation.heard.stole) {
      if (!dryRun || isAbout(look.intent(), ticked)) {
        outcomes.put(look.intent().value(), "steal");
      }
    }
    for (IntentId id : situation.heard.placed) {
      if (!dryRun || isAbout(id, ticked)) {
        outcomes.put(id.value(), "place");
      }
    }
    for (Command command : commands) {
      if (command instanceof Command.Cancel cancel && cancel.cause() instanceof Cause.Expired) {
        outcomes.put(cancel.intent().value(), "closed.expired");
      }
    }
    return outcomes;
  }

  private Map<String, Object> intents() {
    Map<String, Object> intents = new TreeMap<>();
    for (IntentStatus status : situation.statuses()) {
      String state =
          switch (status.state()) {
            case WAITING, BLOCKED -> "waiting";
            case STEALING -> "stealing";
            case PLACING -> "placing";
            case RESTING -> "resting";
            case CANCELING -> "cancelling";
            case FILLED -> "filled";
            case DONE -> "closed";
          };
      intents.put(
          status.intent().id().value(),
          Map.of("state", state, "remaining", Fixed.text(status.remainingRaw())));
    }
    return intents;
  }

  /// The whole expected result, with numbers that compare by value.
  static Map<String, Object> expected(Scenario scenario) {
    JsonNode then = scenario.then();
    Map<String, Object> expected = new TreeMap<>();
    expected.put("steps", then.get("steps").valueStream().map(Saga::value).toList());
    expected.put("intents", value(then.get("intents")));
    expected.put("cooldown", value(then.get("cooldown")));
    expected.put("steals", then.get("steals").asInt());
    return expected;
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().map(Saga::value).toList();
    }
    if (node.isObject()) {
      Map<String, Object> map = new TreeMap<>();
      node.properties()
          .forEach(entry ->
              map.put(
                  entry.getKey(),
                  List.of("limit", "quantity", "remaining").contains(entry.getKey())
                      ? Texts.plain(entry.getValue())
                      : value(entry.getValue())));
      return map;
    }
    return node.asString();
  }
}
