package headroom.cli.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer to "why", for people and as JSON.
///
/// @param about what was asked
/// @param facts what it is
/// @param inShort the answer in a few sentences
/// @param standing how everything stood, if a time was asked for
/// @param steps what happened, oldest first
public record Story(
    String about,
    List<String> facts,
    List<String> inShort,
    List<Standing> standing,
    List<Step> steps) {
  public Story {
    facts = List.copyOf(facts);
    inShort = List.copyOf(inShort);
    standing = List.copyOf(standing);
    steps = List.copyOf(steps);
  }

  /// How one intent or order stood.
  ///
  /// @param what `intent` or `order`
  /// @param id of it
  /// @param state one word
  /// @param since in UTC
  /// @param sinceNs the same in nanoseconds since 1970 UTC
  /// @param distancePpm the last one known; null if none is
  /// @param why in words
  public record Standing(
      String what,
      String id,
      String state,
      String since,
      long sinceNs,
      @Nullable Integer distancePpm,
      String why) {
    static Standing of(
        String what, String id, String state, long sinceNs, int distancePpm, String why) {
      return new Standing(
          what,
          id,
          state,
          Words.time(sinceNs),
          sinceNs,
          distancePpm < 0 ? null : (Integer) distancePpm,
          why);
    }
  }
}
