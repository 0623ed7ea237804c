package headroom.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The entry orders that are not over, by age, and by whom to take from first.
///
/// Not thread safe; owned by the engine.
final class Entries {
  /// Whom to take from first.
  static final Comparator<Working> FIRST_VICTIM_FIRST = Entries::compare;

  private final List<Working> oldestFirst = new ArrayList<>();
  private final List<Working> firstVictimFirst = new ArrayList<>();
  private boolean sorted = true;
  private long members;

  void add(Working order) {
    oldestFirst.add(order);
    firstVictimFirst.add(order);
    sorted = false;
    members++;
  }

  void remove(Working order) {
    oldestFirst.remove(order);
    firstVictimFirst.remove(order);
    members++;
  }

  /// Remembers how a contender compares with each of them now, unless they are very many.
  void compared(Watch thief) {
    boolean fits = oldestFirst.size() <= Long.SIZE;
    thief.comparedOf = fits ? members : -1;
    thief.worthMoreThan = fits ? worthMoreThan(thief) : 0;
  }

  /// Whether a contender compares with each of them as it did then; no if that is not remembered.
  boolean compareAsBefore(Watch thief) {
    return thief.comparedOf == members && thief.worthMoreThan == worthMoreThan(thief);
  }

  /// One bit for each, the oldest first.
  private long worthMoreThan(Watch thief) {
    long bits = 0;
    for (int i = 0; i < oldestFirst.size(); i++) {
      bits |= thief.isWorthMoreThan(oldestFirst.get(i).watch) ? 1L << i : 0;
    }
    return bits;
  }

  List<Working> oldestFirst() {
    return oldestFirst;
  }

  /// The worth or the distance of one of them has changed.
  void moved() {
    sorted = false;
  }

  /// As of now; sorting again what was sorted but for a few is cheap.
  List<Working> firstVictimFirst() {
    if (!sorted) {
      firstVictimFirst.sort(FIRST_VICTIM_FIRST);
      sorted = true;
    }
    return firstVictimFirst;
  }

  private static int compare(Working one, Working other) {
    Watch first = one.watch;
    Watch second = other.watch;
    if (first.priority != second.priority) {
      return Integer.compare(first.priority, second.priority);
    }
    if (first.worth != second.worth) {
      return Long.compare(first.worth, second.worth);
    }
    if (first.forecastRaw() != second.forecastRaw()) {
      return Long.compare(first.forecastRaw(), second.forecastRaw());
    }
    if (first.distancePpm != second.distancePpm) {
      return Integer.compare(second.distancePpm, first.distancePpm);
    }
    int byAge = Long.compare(one.sentNs, other.sentNs);
    return byAge != 0 ? byAge : one.id.compareTo(other.id);
  }
}
