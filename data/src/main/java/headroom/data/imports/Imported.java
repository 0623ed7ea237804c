package headroom.data.imports;

import headroom.core.market.Bars;
import headroom.data.bars.Problem;
import java.util.List;

/// What came of files.
///
/// @param series one for each instrument, by name
/// @param detected what the files were taken for
/// @param problems rows that were left out, by file and line
/// @param rows rows that were read
/// @param rounded prices that were rounded to nine decimals
/// @param again bars that were in more than one file, alike
public record Imported(
    List<Bars> series,
    List<Detected> detected,
    List<Problem> problems,
    long rows,
    long rounded,
    long again) {

  public Imported {
    series = List.copyOf(series);
    detected = List.copyOf(detected);
    problems = List.copyOf(problems);
  }
}
