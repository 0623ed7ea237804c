package headroom.cli.explain;

import headroom.core.engine.Cause;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Observer.Need;
import headroom.core.engine.Refusal;
import headroom.core.intent.Intent;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.data.trail.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The answer in a few sentences, gathered while the steps are told.
///
/// Not thread safe; owned by one story.
final class LifeSummary {
  private static final long NEVER = Long.MIN_VALUE;

  private final long runEndNs;
  private final SequencedMap<Refusal, Integer> refusals = new TreeMap<>();
  private final List<String> stolen = new ArrayList<>();
  private final List<String> fills = new ArrayList<>();
  private Decision.@Nullable Nearest nearest;
  private @Nullable IntentState state;
  private @Nullable String reason;
  private @Nullable String leastMissing;
  private long leastMissingRaw = Long.MAX_VALUE;
  private long blockedSinceNs = NEVER;
  private long blockedNs;
  private long endedNs = NEVER;
  private int episodes;
  private int placed;
  private int steals;
  private int aborts;

  LifeSummary(long runEndNs) {
    this.runEndNs = runEndNs;
  }

  void refused(Look look, String missing) {
    if (blockedSinceNs == NEVER) {
      blockedSinceNs = look.timeNs();
      episodes++;
    }
    Refusal refusal = look.refusal();
    if (refusal != null) {
      refusals.merge(refusal, 1, Integer::sum);
    }
    long all = 0;
    for (Need need : look.needs()) {
      Long free = need.freeRaw();
      all += free == null ? 0 : Math.max(0, need.needRaw() - free);
    }
    if (!missing.isEmpty() && all < leastMissingRaw) {
      leastMissingRaw = all;
      leastMissing = "%s, at %s".formatted(missing, Words.time(look.timeNs()));
    }
  }

  void unblocked(long timeNs) {
    if (blockedSinceNs != NEVER) {
      blockedNs += timeNs - blockedSinceNs;
      blockedSinceNs = NEVER;
    }
  }

  void placed(long timeNs) {
    unblocked(timeNs);
    placed++;
  }

  void stole() {
    steals++;
  }

  void aborted() {
    aborts++;
  }

  void stolen(long timeNs, String order, Cause.StolenBy by) {
    stolen.add(
        "%s took the capacity of %s at %s: it was %s from its limit, %s was %s"
            .formatted(
                by.thief(),
                order,
                Words.time(timeNs),
                Words.distance(by.thiefPpm()),
                order,
                Words.distance(by.victimPpm())));
  }

  void filled(String order, Price price, Quantity quantity) {
    fills.add("%s traded %s at %s".formatted(order, quantity, price));
  }

  void nearest(Decision.Nearest said) {
    nearest = said;
  }

  void ended(long timeNs, IntentState as, @Nullable String why) {
    unblocked(timeNs);
    endedNs = timeNs;
    state = as;
    reason = why;
  }

  List<String> ofIntent(Intent intent) {
    boolean runsOn = blockedSinceNs != NEVER;
    unblocked(runEndNs);
    List<String> lines = new ArrayList<>();
    lines.add(outcome(runsOn));
    if (episodes > 0) {
      lines.add(
          "blocked in %s, %s in all"
              .formatted(Words.count(episodes, "episode"), Words.duration(blockedNs)));
      refusals.forEach(
          (refusal, count) -> lines.add("  %s: %s".formatted(refusal.word(), Words.times(count))));
    }
    if (leastMissing != null) {
      lines.add("the least that was missing: " + leastMissing);
    }
    if (steals > 0) {
      lines.add(
          "stole %s%s"
              .formatted(
                  Words.times(steals), aborts > 0 ? ", of which " + aborts + " aborted" : ""));
    }
    lines.addAll(stolen);
    lines.addAll(fills);
    never(lines);
    return lines;
  }

  private String outcome(boolean blocked) {
    String orders =
        placed == 0 ? "it never had an order" : "it had %s".formatted(Words.count(placed, "order"));
    if (state == IntentState.FILLED) {
      return "filled at %s; %s".formatted(Words.time(endedNs), orders);
    }
    if (state == null) {
      return "%s when the run ended at %s; %s"
          .formatted(blocked ? "blocked" : "still wanted", Words.time(runEndNs), orders);
    }
    return "not filled, over at %s (%s); %s"
        .formatted(Words.time(endedNs), reason == null ? state.word() : reason, orders);
  }

  /// Why it was never even ready.
  private void never(List<String> lines) {
    Decision.Nearest best = nearest;
    if (placed > 0 || episodes > 0 || steals > 0) {
      return;
    }
    if (best == null) {
      lines.add("no price of it was known while it was wanted");
      return;
    }
    if (best.distancePpm() > best.entryPpm()) {
      lines.add(
          "it never came nearer than %s, at %s; the entry tolerance then was %s"
              .formatted(
                  Words.distance(best.distancePpm()),
                  Words.time(best.nearestNs()),
                  Words.distance(best.entryPpm())));
      lines.add(
          "with an entry tolerance of %s or more it would have been ready"
              .formatted(Words.distance(best.distancePpm())));
    }
  }

  List<String> ofOrder(String order) {
    List<String> lines = new ArrayList<>(stolen);
    lines.addAll(fills);
    if (lines.isEmpty()) {
      lines.add(order + " neither traded nor was taken from");
    }
    return lines;
  }
}
