package headroom.sim.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What came of a check.
///
/// @param figure what was measured, in words
/// @param evidence how much there was to see
/// @param lacking why it is not checked; null if it is
/// @param problems what is wrong, in words; empty unless it failed
/// @param figures the same and more by name, for machines
public record Finding(
    HonestyCheck check,
    State state,
    String figure,
    Evidence evidence,
    @Nullable String lacking,
    List<String> problems,
    SequencedMap<String, Object> figures) {
  public Finding {
    problems = List.copyOf(problems);
    figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
  }

  /// How a check ended.
  public enum State {
    PASSED("passed"),
    FAILED("failed"),
    /// Too little was seen to say either.
    NOT_CHECKED("not checked");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /// Its name for people and files.
    public String word() {
      return word;
    }
  }

  /// Judges: what is wrong is wrong however little was seen; what seems right counts only if there
  /// was enough to see.
  public static Finding of(
      HonestyCheck check,
      String figure,
      Evidence evidence,
      List<String> problems,
      SequencedMap<String, Object> figures) {
    return of(check, figure, evidence, evidence.lacking(), problems, figures);
  }

  /// Judges where it takes something else to have seen enough.
  ///
  /// @param lacking what is missing; null if nothing is
  public static Finding of(
      HonestyCheck check,
      String figure,
      Evidence evidence,
      @Nullable String lacking,
      List<String> problems,
      SequencedMap<String, Object> figures) {
    State seen = lacking == null ? State.PASSED : State.NOT_CHECKED;
    State state = problems.isEmpty() ? seen : State.FAILED;
    return new Finding(
        check,
        state,
        figure,
        evidence,
        state == State.NOT_CHECKED ? lacking : null,
        problems,
        figures);
  }
}
