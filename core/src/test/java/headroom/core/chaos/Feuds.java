package headroom.core.chaos;

import headroom.core.market.InstrumentId;
import headroom.core.steal.FightRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which steals were confirmed, and who is on cooldown or fights because of it: written a second
/// time.
final class Feuds {
  private final FightRules rules;
  private final long cooldownNs;
  private final List<Confirmed> confirmed = new ArrayList<>();
  final Map<InstrumentId, Long> endsNs = new TreeMap<>();
  int count;

  private record Confirmed(InstrumentId thief, InstrumentId victim, long timeNs) {}

  Feuds(FightRules rules, long cooldownNs) {
    this.rules = rules;
    this.cooldownNs = cooldownNs;
  }

  void confirm(InstrumentId thief, InstrumentId victim, long timeNs, boolean exempt) {
    count++;
    if (thief.equals(victim)) {
      return;
    }
    confirmed.add(new Confirmed(thief, victim, timeNs));
    endsNs.merge(victim, timeNs + cooldownNs, Math::max);
    if (!exempt && areFighting(thief, victim, timeNs)) {
      endsNs.merge(victim, timeNs + rules.cooldownNs(), Math::max);
      endsNs.merge(thief, timeNs + rules.cooldownNs(), Math::max);
    }
  }

  boolean isCooling(InstrumentId instrument, long nowNs) {
    return nowNs < endsNs.getOrDefault(instrument, Long.MIN_VALUE);
  }

  boolean areFighting(InstrumentId one, InstrumentId other, long nowNs) {
    int steals = 0;
    int turns = 0;
    InstrumentId lastVictim = null;
    for (Confirmed steal : confirmed) {
      boolean ofPair =
          (steal.thief().equals(one) && steal.victim().equals(other))
              || (steal.thief().equals(other) && steal.victim().equals(one));
      if (ofPair && nowNs - steal.timeNs() <= rules.windowNs()) {
        steals++;
        turns += lastVictim != null && !lastVictim.equals(steal.victim()) ? 1 : 0;
        lastVictim = steal.victim();
      }
    }
    return rules.mode() == FightRules.Mode.REVERSALS
        ? turns >= rules.threshold()
        : steals >= rules.threshold() - 1;
  }
}
