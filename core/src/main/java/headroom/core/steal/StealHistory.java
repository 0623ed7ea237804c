package headroom.core.steal;

import headroom.core.market.InstrumentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The confirmed steals, and what follows from them: cooldowns of instruments and fights of pairs.
///
/// Cooldowns and fights are kept per instrument and mean nothing inside one.
///
/// Not thread safe; owned by the engine.
public final class StealHistory {

  private final FightRules fights;
  private final long cooldownNs;

  // Looked up at every decision, and names compare slower than they hash.
  private final SequencedMap<Pair, List<Recorded>> byPair = new LinkedHashMap<>();
  private final SequencedMap<InstrumentId, Long> cooldownEndsNs = new LinkedHashMap<>();
  private int recorded;

  /// Two instruments, the smaller name first.
  private record Pair(InstrumentId first, InstrumentId second) {

    static Pair of(InstrumentId a, InstrumentId b) {
      return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  private record Recorded(InstrumentId victim, long timeNs) {}

  /// What a recorded steal led to.
  ///
  /// @param fights whether the pair is fighting
  /// @param startsFight whether it was not fighting before
  public record Consequence(boolean fights, boolean startsFight) {}

  public StealHistory(FightRules fights, long cooldownNs) {
    this.fights = fights;
    this.cooldownNs = cooldownNs;
  }

  /// Records a steal whose cancel was confirmed at `timeNs`.
  ///
  /// @param exempt whether this pair never fights
  public Consequence record(InstrumentId thief, InstrumentId victim, long timeNs, boolean exempt) {
    recorded++;
    if (thief.equals(victim)) {
      return new Consequence(false, false);
    }
    boolean foughtBefore = !exempt && isFighting(thief, victim, timeNs);
    List<Recorded> steals = byPair.computeIfAbsent(Pair.of(thief, victim), _ -> new ArrayList<>());
    steals.removeIf(steal -> isOld(steal, timeNs));
    steals.add(new Recorded(victim, timeNs));
    coolDown(victim, timeNs + cooldownNs);
    boolean fights = !exempt && isFighting(thief, victim, timeNs);
    if (fights) {
      coolDown(victim, timeNs + this.fights.cooldownNs());
      coolDown(thief, timeNs + this.fights.cooldownNs());
    }
    return new Consequence(fights, fights && !foughtBefore);
  }

  /// The later end wins.
  private void coolDown(InstrumentId instrument, long endNs) {
    cooldownEndsNs.merge(instrument, endNs, Math::max);
  }

  public boolean isOnCooldown(InstrumentId instrument, long timeNs) {
    return timeNs < cooldownEndNs(instrument);
  }

  /// When the cooldown of an instrument ends or ended; `Long.MIN_VALUE` if it never had one.
  public long cooldownEndNs(InstrumentId instrument) {
    Long end = cooldownEndsNs.get(instrument);
    return end == null ? Long.MIN_VALUE : end;
  }

  /// The instruments on cooldown, by name.
  public List<InstrumentId> onCooldown(long timeNs) {
    return cooldownEndsNs.keySet().stream()
        .filter(id -> isOnCooldown(id, timeNs))
        .sorted()
        .toList();
  }

  /// Whether the pair is fighting at `timeNs`, by the steals recorded so far.
  public boolean isFighting(InstrumentId one, InstrumentId other, long timeNs) {
    return switch (fights.mode()) {
      case REVERSALS -> reversals(one, other, timeNs) >= fights.threshold();
      case ANY_DIRECTION -> steals(one, other, timeNs) >= fights.threshold() - 1;
    };
  }

  /// The steals of the pair inside the window.
  public int steals(InstrumentId one, InstrumentId other, long timeNs) {
    int count = 0;
    for (Recorded steal : of(one, other)) {
      count += isOld(steal, timeNs) ? 0 : 1;
    }
    return count;
  }

  /// The changes of direction between steals of the pair that follow each other, both inside the
  /// window.
  public int reversals(InstrumentId one, InstrumentId other, long timeNs) {
    int count = 0;
    Recorded previous = null;
    for (Recorded steal : of(one, other)) {
      if (isOld(steal, timeNs)) {
        continue;
      }
      count += previous != null && !previous.victim().equals(steal.victim()) ? 1 : 0;
      previous = steal;
    }
    return count;
  }

  /// All steals ever recorded.
  public int recorded() {
    return recorded;
  }

  private List<Recorded> of(InstrumentId one, InstrumentId other) {
    return byPair.getOrDefault(Pair.of(one, other), List.of());
  }

  private boolean isOld(Recorded steal, long timeNs) {
    return timeNs - steal.timeNs() > fights.windowNs();
  }
}
