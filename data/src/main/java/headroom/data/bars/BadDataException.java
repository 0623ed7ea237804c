package headroom.data.bars;

import java.util.List;
import java.util.stream.Collectors;

/// Input that cannot be used, with all of its problems.
public final class BadDataException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public BadDataException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  BadDataException(String place, String message) {
    this(List.of(Problem.ofFile(place, message)));
  }

  /// Every problem, in the order of files and lines.
  public List<Problem> problems() {
    return problems;
  }
}
