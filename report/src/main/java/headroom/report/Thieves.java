package headroom.report;

import headroom.core.market.InstrumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Makes the matrix of who steals from whom, with the instruments that take part in most of it.
final class Thieves {
  /// More rows than this cannot be read together.
  static final int MOST = 20;

  private static final String REST = "all others";

  private Thieves() {}

  /// The matrix; null if nobody was robbed.
  ///
  /// @param pairs confirmed cancels by who took and who was taken from
  static @Nullable Matrix of(SequencedMap<InstrumentId, SequencedMap<InstrumentId, Long>> pairs) {
    SequencedMap<String, Long> parts = new LinkedHashMap<>();
    pairs.forEach((thief, victims) ->
        victims.forEach((victim, count) -> {
          parts.merge(thief.value(), count, Long::sum);
          parts.merge(victim.value(), count, Long::sum);
        }));
    if (parts.isEmpty()) {
      return null;
    }
    List<String> names =
        new ArrayList<>(
            parts.entrySet().stream()
                .sorted(
                    Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(parts.size() <= MOST + 1 ? MOST + 1 : MOST)
                .map(Map.Entry::getKey)
                .sorted()
                .toList());
    int folded = parts.size() - names.size();
    if (folded > 0) {
      names.add(REST);
    }
    long[][] counts = new long[names.size()][names.size()];
    pairs.forEach((thief, victims) ->
        victims.forEach(
            (victim, count) -> counts[place(names, thief)][place(names, victim)] += count));
    List<List<Long>> rows = new ArrayList<>();
    for (long[] row : counts) {
      List<Long> cells = new ArrayList<>();
      for (long cell : row) {
        cells.add(cell);
      }
      rows.add(cells);
    }
    return new Matrix(names, rows, folded);
  }

  private static int place(List<String> names, InstrumentId id) {
    int place = names.indexOf(id.value());
    return place < 0 ? names.size() - 1 : place;
  }
}
