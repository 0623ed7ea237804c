package headroom.core.engine;

import headroom.core.capacity.Cap;
import headroom.core.tolerance.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How capacity is divided beyond what the account demands; by default it is not.
///
/// @param caps limits on parts of what may be held
/// @param tiers what holds by rank of forecast, best ranks first; empty: the same for all
/// @param priorities of owners: capacity goes to the greater first, and is never stolen from the
///   greater; 0 for those not named
public record Rationing(List<Cap> caps, List<Tier> tiers, SortedMap<String, Integer> priorities) {
  public static final Rationing NONE = new Rationing(List.of(), List.of(), new TreeMap<>());

  public Rationing {
    caps = List.copyOf(caps);
    tiers = List.copyOf(tiers);
    priorities = Collections.unmodifiableSortedMap(new TreeMap<>(priorities));
  }

  int priority(String owner) {
    return priorities.getOrDefault(owner, 0);
  }

  /// The tier of a rank; null if there are none.
  ///
  /// @param rank from 1; 0: without
  @Nullable Tier tier(int rank) {
    if (tiers.isEmpty()) {
      return null;
    }
    for (Tier tier : tiers) {
      if (rank > 0 && rank <= tier.upToRank()) {
        return tier;
      }
    }
    return tiers.getLast();
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Cap cap : caps) {
      if (names.contains(cap.name())) {
        problems.add(new Problem("out-of-range", "caps must name each once, was " + cap.name()));
      }
      names.add(cap.name());
    }
    int before = 0;
    for (Tier tier : tiers) {
      if (tier.upToRank() <= before) {
        problems.add(
            new Problem(
                "out-of-range",
                "tiers must have rising ranks, was %s after %s"
                    .formatted(tier.upToRank(), before)));
      }
      before = tier.upToRank();
    }
    if (!tiers.isEmpty() && before != Integer.MAX_VALUE) {
      problems.add(
          new Problem(
              "out-of-range", "the last tier must hold all other ranks, was up to " + before));
    }
    return problems;
  }
}
