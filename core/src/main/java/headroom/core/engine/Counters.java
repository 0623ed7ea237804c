package headroom.core.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What happened in numbers.
///
/// Not thread safe; owned by the engine, to be read between inputs.
public final class Counters {
  private final EnumMap<Counter, Long> counts = new EnumMap<>(Counter.class);
  private final EnumMap<Refusal, Long> refusals = new EnumMap<>(Refusal.class);
  private final EnumMap<Spared, Long> spared = new EnumMap<>(Spared.class);
  private final TreeMap<String, Long> aborts = new TreeMap<>();
  private final TreeMap<String, Long> noCandidates = new TreeMap<>();
  private final TreeMap<String, Long> messages = new TreeMap<>();
  private long blockedNs;
  private long idleNs;

  Counters() {}

  void count(Counter counter) {
    counts.merge(counter, 1L, Long::sum);
  }

  void refused(Refusal reason) {
    refusals.merge(reason, 1L, Long::sum);
  }

  void spared(Spared reason) {
    spared.merge(reason, 1L, Long::sum);
  }

  void aborted(String reason) {
    aborts.merge(reason, 1L, Long::sum);
  }

  void noCandidates(String heldBy) {
    noCandidates.merge(heldBy, 1L, Long::sum);
  }

  void sent(Command command) {
    messages.merge(command.word(), 1L, Long::sum);
  }

  void blocked(long durationNs) {
    blockedNs += durationNs;
  }

  void idle(long durationNs) {
    idleNs += durationNs;
  }

  public long of(Counter counter) {
    return counts.getOrDefault(counter, 0L);
  }

  /// Episodes in which a reason occurred, each reason once per episode.
  public Map<Refusal, Long> refusals() {
    return Collections.unmodifiableMap(refusals);
  }

  /// Why resting orders were left alone when a thief was refused.
  public Map<Spared, Long> spared() {
    return Collections.unmodifiableMap(spared);
  }

  /// Steals that were aborted, by reason.
  public SortedMap<String, Long> aborts() {
    return Collections.unmodifiableSortedMap(aborts);
  }

  /// What held most of the constraint that was short when there was no candidate at all.
  public SortedMap<String, Long> noCandidatesHeldBy() {
    return Collections.unmodifiableSortedMap(noCandidates);
  }

  /// Commands sent, by their word.
  public SortedMap<String, Long> messages() {
    return Collections.unmodifiableSortedMap(messages);
  }

  /// The sum over intents of the time for which they were blocked, in nanoseconds.
  public long blockedNs() {
    return blockedNs;
  }

  /// The time with a blocked intent while over half of the first constraint was free, in
  /// nanoseconds.
  public long idleNs() {
    return idleNs;
  }
}
