package headroom.core.chaos;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How often everything happened.
final class Tally {
  private final Map<Happening, Long> counts = new EnumMap<>(Happening.class);

  void count(Happening happening) {
    counts.merge(happening, 1L, Long::sum);
  }

  void add(Tally other) {
    other.counts.forEach((happening, count) -> counts.merge(happening, count, Long::sum));
  }

  long of(Happening happening) {
    return counts.getOrDefault(happening, 0L);
  }

  /// What never happened.
  ///
  /// @param rationed whether capacity was divided
  List<Happening> missing(boolean rationed) {
    return Arrays.stream(Happening.values())
        .filter(happening -> rationed || !happening.needsRationing())
        .filter(happening -> of(happening) == 0)
        .toList();
  }

  @Override
  public String toString() {
    return Arrays.stream(Happening.values())
        .map(happening -> happening.word() + " " + of(happening))
        .collect(Collectors.joining(", "));
  }
}
