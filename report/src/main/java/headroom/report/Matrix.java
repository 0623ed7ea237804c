package headroom.report;

import java.util.List;

/// Who steals from whom.
///
/// @param names the instruments with the most of it, and if there are more, one name for the rest
/// @param counts confirmed cancels: rows take, columns are taken from, both in the order of the
///   names
/// @param folded how many instruments are in the rest
public record Matrix(List<String> names, List<List<Long>> counts, int folded) {
  public Matrix {
    names = List.copyOf(names);
    counts = counts.stream().map(List::copyOf).toList();
  }
}
