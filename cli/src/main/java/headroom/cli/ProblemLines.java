package headroom.cli;

import headroom.data.bars.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Problems of input for people to read: no file has so many lines that those of the others are
/// lost. Whoever wants all of them takes the JSON.
final class ProblemLines {
  /// Enough to see what the fault is, and few enough for a screen.
  static final int MOST_OF_A_FILE = 20;

  private ProblemLines() {}

  /// One line each, the first twenty of each file and then how many there are besides.
  static List<String> of(List<Problem> problems) {
    SequencedMap<String, List<Problem>> byFile = new LinkedHashMap<>();
    for (Problem problem : problems) {
      byFile.computeIfAbsent(problem.place(), place -> new ArrayList<>()).add(problem);
    }
    List<String> lines = new ArrayList<>();
    byFile.forEach((place, all) -> {
      all.stream().limit(MOST_OF_A_FILE).map(Problem::toString).forEach(lines::add);
      if (all.size() > MOST_OF_A_FILE) {
        lines.add("%s: ... and %s more problems".formatted(place, all.size() - MOST_OF_A_FILE));
      }
    });
    return lines;
  }
}
