package headroom.cli.explain;

import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Observer.Need;
import headroom.core.engine.Observer.Release;
import headroom.core.engine.Refusal;
import headroom.core.engine.Spared;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.steal.FurthestFirst;
import headroom.data.trail.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Why a thief got nothing, order by order, and what would have had to be different.
final class Otherwise {
  private final Chronicle chronicle;

  Otherwise(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  /// A look as a step of a story.
  Step step(Look look, String kind, String text) {
    List<Step.Capacity> needs = look.needs().stream().map(Otherwise::capacity).toList();
    List<Step.Seen> orders = look.orders().stream().map(one -> seen(look, one)).toList();
    return new Step(
        Words.time(look.timeNs()),
        look.timeNs(),
        kind,
        look.distancePpm() < 0 ? null : (Integer) look.distancePpm(),
        text,
        needs,
        orders,
        different(look));
  }

  private static Step.Capacity capacity(Need need) {
    Long free = need.freeRaw();
    Long limit = need.used().limitRaw();
    Long other = null;
    if (free != null && limit != null) {
      other =
          limit
              - free
              - need.used().positionsRaw()
              - need.used().ordersRaw()
              - need.used().promisedRaw();
    }
    return new Step.Capacity(
        need.constraint(),
        Fixed.text(need.needRaw()),
        text(free),
        free == null ? null : Fixed.text(Math.max(0, need.needRaw() - free)),
        text(limit),
        Fixed.text(need.used().positionsRaw()),
        Fixed.text(need.used().ordersRaw()),
        Fixed.text(need.used().promisedRaw()),
        text(other));
  }

  private static @Nullable String text(@Nullable Long raw) {
    return raw == null ? null : Fixed.text(raw);
  }

  /// What is missing of a constraint, in billionths; 0 if enough is free or nobody knows.
  private static long missingRaw(Look look, String constraint) {
    for (Need need : look.needs()) {
      Long free = need.freeRaw();
      if (need.constraint().equals(constraint) && free != null) {
        return Math.max(0, need.needRaw() - free);
      }
    }
    return 0;
  }

  /// `1,234.36 of margin and 100.00 of settled-cash`; empty if nothing is missing.
  static String missing(Look look) {
    StringJoiner missing = new StringJoiner(" and ");
    for (Need need : look.needs()) {
      long raw = missingRaw(look, need.constraint());
      if (raw > 0) {
        missing.add(Words.money(raw) + " of " + need.constraint());
      }
    }
    return missing.toString();
  }

  /// What an order would release of what is short.
  private static List<Step.Amount> releases(Look look, Candidate order) {
    return order.releases().stream()
        .filter(one -> missingRaw(look, one.constraint()) > 0)
        .map(one -> new Step.Amount(one.constraint(), Fixed.text(one.raw())))
        .toList();
  }

  private static boolean suffices(Look look, Candidate order) {
    for (Need need : look.needs()) {
      long missing = missingRaw(look, need.constraint());
      long released = 0;
      for (Release release : order.releases()) {
        released += release.constraint().equals(need.constraint()) ? release.raw() : 0;
      }
      if (released < missing) {
        return false;
      }
    }
    return true;
  }

  Step.Seen seen(Look look, Candidate order) {
    Spared spared = order.spared();
    return new Step.Seen(
        order.order(),
        order.distancePpm() < 0 ? null : (Integer) order.distancePpm(),
        releases(look, order),
        spared == null ? null : spared.word(),
        spared == null ? "taken: " + taken(look) : why(look, order, spared));
  }

  private String taken(Look look) {
    return isByDistance()
        ? "further than the thief, " + Words.ppm(look.distancePpm())
        : "worth less to " + policy();
  }

  private boolean isByDistance() {
    return chronicle.settings().policy() instanceof FurthestFirst;
  }

  private String policy() {
    return chronicle.settings().policy().name();
  }

  /// The rule that spared an order, with its numbers.
  String why(Look look, Candidate order, Spared spared) {
    if (spared == Spared.COOLDOWN) {
      return rule(spared) + until(order, look.timeNs());
    }
    return spared == Spared.NOT_FURTHER && isByDistance()
        ? rule(spared) + ", " + Words.ppm(look.distancePpm())
        : rule(spared);
  }

  /// The rule that spared an order, without the numbers of one look.
  String rule(Spared spared) {
    return switch (spared) {
      case NOT_OWNED -> "an order of others in the account";
      case EXIT -> "an exit, never taken";
      case PROBE -> "a probe, never taken";
      case OWN_INSTRUMENT -> "of the thief's own instrument";
      case CANCEL_UNDER_WAY -> "on its way, or its cancel is";
      case CANCEL_REJECTED -> "its cancel was rejected a moment ago";
      case AT_ONCE -> "at once: it rests at any distance";
      case VIP -> "VIP, never taken";
      case OTHER_CAPACITY -> "uses nothing of what is short";
      case COOLDOWN -> "on cooldown";
      case NO_QUOTE -> "no price is known";
      case PROTECTED_FILLED -> "protected: partly filled";
      case PROTECTED_DISTANCE ->
          "protected: within %s of its limit"
              .formatted(Words.ppm(chronicle.settings().tolerances().protectPpm()));
      case PROTECTED_AGE ->
          "protected: younger than " + Words.duration(chronicle.settings().steals().minRestNs());
      case NOT_FURTHER ->
          isByDistance() ? "not further than the thief" : "not worth less to " + policy();
      case FIGHT -> "fights with the thief, whose forecast is not higher";
      case NOT_NEEDED -> "could be taken, not needed";
      case TOO_LITTLE -> "could be taken, releases too little";
    };
  }

  private String until(Candidate order, long timeNs) {
    Intent intent = chronicle.intentOrNull(Mentions.intentOf(order.order()));
    return intent == null ? "" : until(intent.instrument(), timeNs);
  }

  private String until(InstrumentId instrument, long timeNs) {
    long endNs = chronicle.stealsUntil(timeNs).cooldownEndNs(instrument);
    return endNs > timeNs
        ? " until %s, %s longer".formatted(Words.time(endNs), Words.duration(endNs - timeNs))
        : "";
  }

  /// What would have had to be different, nearest first.
  List<String> different(Look look) {
    List<String> different = new ArrayList<>();
    Refusal refusal = look.refusal();
    if (refusal == null) {
      return different;
    }
    String missing = missing(look);
    if (refusal == Refusal.OVER_LIMIT) {
      overLimit(look, different);
      return different;
    }
    if (!missing.isEmpty()) {
      different.add("with %s more free it would have been placed".formatted(missing));
    }
    byRule(look, refusal, different);
    for (Candidate order : look.orders()) {
      Spared spared = order.spared();
      String other = spared == null ? null : other(look, order, spared);
      if (other != null) {
        different.add(other);
      }
    }
    return different;
  }

  private static void overLimit(Look look, List<String> different) {
    for (Need need : look.needs()) {
      Long free = need.freeRaw();
      Long limit = need.used().limitRaw();
      long over = free == null ? 0 : -(free + need.used().promisedRaw());
      if (over > 0 && limit != null) {
        different.add(
            "%s of %s is used and the limit is %s: until %s less is used, nothing is placed and nothing is stolen for it"
                .formatted(
                    Words.money(limit + over),
                    need.constraint(),
                    Words.atMost(Fixed.text(limit)),
                    Words.money(over)));
      }
    }
  }

  private void byRule(Look look, Refusal refusal, List<String> different) {
    Intent thief = chronicle.intentOrNull(look.intent().value());
    switch (refusal) {
      case STEALING_DISABLED ->
          different.add(
              chronicle.settings().policy().steals()
                  ? "stealing is switched off; with stealing=true others would have been looked at"
                  : policy() + " takes from nobody; another policy would have looked at others");
      case BEYOND_STEAL_TOLERANCE ->
          different.add(
              "at %s it was further than its steal tolerance, %s: only nearer may it steal"
                  .formatted(Words.distance(look.distancePpm()), Words.distance(look.stealPpm())));
      case THIEF_ON_COOLDOWN -> {
        if (thief != null) {
          different.add(
              "%s was stolen from or fought over and neither steals nor is stolen from%s"
                  .formatted(thief.instrument(), until(thief.instrument(), look.timeNs())));
        }
      }
      case RETRY_PAUSE ->
          different.add(
              "after an aborted steal it does not steal for "
                  + Words.duration(chronicle.settings().steals().stealRetryNs()));
      case STRICT_ORDER ->
          different.add("with strict-order=false it would not have waited for the one before it");
      case INSUFFICIENT_RELEASE -> different.add(tooLittle(look));
      case CAPACITY_UNKNOWN ->
          different.add("the account would have had to be readable: unknown is never taken for 0");
      case HELD_KILL_SWITCH,
          HELD_REDUCE_ONLY,
          HELD_PARKED,
          HELD_CANCELLED_AT_VENUE,
          HELD_CORPORATE_ACTION,
          SESSION_CLOSED,
          REPLACEMENT,
          RETRY,
          NO_QUOTE,
          THROUGH,
          BEYOND_ENTRY_TOLERANCE,
          HELD_PRICE_COLLAR,
          HELD_LIMIT,
          HELD_STORM_GUARD,
          OVER_LIMIT,
          STORM_GUARD,
          NO_CANDIDATES,
          ALL_ON_COOLDOWN,
          ALL_PROTECTED,
          NONE_FURTHER,
          FIGHT,
          MESSAGE_BUDGET,
          NOT_RELEASED,
          RELEASE_NOT_HONOURED -> {
        // What is said of single orders says it all.
      }
    }
  }

  private static String tooLittle(Look look) {
    StringJoiner all = new StringJoiner(" and ");
    for (Need need : look.needs()) {
      if (missingRaw(look, need.constraint()) > 0) {
        long released = 0;
        for (Candidate order : look.orders()) {
          for (Release release : order.releases()) {
            boolean counts =
                order.spared() == Spared.TOO_LITTLE
                    && release.constraint().equals(need.constraint());
            released += counts ? release.raw() : 0;
          }
        }
        all.add(Words.money(released) + " of " + need.constraint());
      }
    }
    return "all that could be taken would have released " + all;
  }

  /// What would have let this one order be taken, as far as a single rule decided.
  private @Nullable String other(Look look, Candidate order, Spared spared) {
    return switch (spared) {
      // At its limit it is protected whatever the setting is.
      case PROTECTED_DISTANCE ->
          order.distancePpm() == 0
              ? null
              : "protection of %s spared %s at %s: with protection below %s %s"
                  .formatted(
                      Words.ppm(chronicle.settings().tolerances().protectPpm()),
                      order.order(),
                      Words.ppm(order.distancePpm()),
                      Words.ppm(order.distancePpm()),
                      then(look, order));
      case PROTECTED_AGE ->
          "min-rest spared %s: once it is older, %s".formatted(order.order(), then(look, order));
      case NOT_FURTHER ->
          isByDistance() && order.distancePpm() > 0
              ? "%s rested at %s: a thief nearer than that could have taken it%s"
                  .formatted(
                      order.order(),
                      Words.ppm(order.distancePpm()),
                      suffices(look, order) ? "" : ", but alone it releases too little")
              : null;
      case COOLDOWN ->
          "%s was on cooldown%s; after that %s"
              .formatted(order.order(), until(order, look.timeNs()), then(look, order));
      case FIGHT -> fight(look, order);
      case CANCEL_REJECTED,
          AT_ONCE,
          VIP,
          NOT_OWNED,
          EXIT,
          PROBE,
          OWN_INSTRUMENT,
          CANCEL_UNDER_WAY,
          OTHER_CAPACITY,
          NO_QUOTE,
          PROTECTED_FILLED,
          NOT_NEEDED,
          TOO_LITTLE ->
          null;
    };
  }

  /// What the next questions would have said of an order that had passed this one.
  private String then(Look look, Candidate order) {
    if (isByDistance() && order.distancePpm() <= look.distancePpm()) {
      return "it would still not have been further than the thief, "
          + Words.ppm(look.distancePpm());
    }
    if (!isByDistance()) {
      return "it would have been compared by " + policy();
    }
    return suffices(look, order)
        ? "it could have been taken"
        : "it could have been taken, but alone it releases too little";
  }

  private String fight(Look look, Candidate order) {
    IntentId thief = look.intent();
    return "%s and %s steal back and forth: only a forecast above %s lets %s win, it has %s"
        .formatted(
            order.order(),
            thief,
            forecast(chronicle.intentOrNull(Mentions.intentOf(order.order()))),
            thief,
            forecast(chronicle.intentOrNull(thief.value())));
  }

  static String forecast(@Nullable Intent intent) {
    Money forecast = intent == null ? null : intent.forecast();
    return forecast == null ? "none" : Words.money(forecast.raw());
  }
}
