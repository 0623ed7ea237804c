package headroom.cli.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that happened.
///
/// @param time in UTC
/// @param timeNs the same in nanoseconds since 1970 UTC
/// @param kind one word: `appeared`, `waits`, `blocked`, `steals`, `place`, `cancel`, `replace`,
///   `ask`, `answer`, `spared`, `taken`, `told`, `aborted`, `ended`
/// @param distancePpm how far the market was from the limit; null if that does not matter or is
///   unknown
/// @param text the same in words
/// @param needs what was asked of each constraint
/// @param orders what was thought of each order that rested
/// @param different what would have had to be different
public record Step(
    String time,
    long timeNs,
    String kind,
    @Nullable Integer distancePpm,
    String text,
    List<Capacity> needs,
    List<Seen> orders,
    List<String> different) {
  public Step {
    needs = List.copyOf(needs);
    orders = List.copyOf(orders);
    different = List.copyOf(different);
  }

  static Step of(long timeNs, String kind, int distancePpm, String text) {
    return new Step(
        Words.time(timeNs),
        timeNs,
        kind,
        distancePpm < 0 ? null : (Integer) distancePpm,
        text,
        List.of(),
        List.of(),
        List.of());
  }

  /// One constraint: exact amounts as plain decimals; null where unknown.
  ///
  /// @param missing how much more would have had to be free; `0` if enough was
  /// @param other what is used by others in the account, or paid and not yet in its figures
  public record Capacity(
      String constraint,
      String needs,
      @Nullable String free,
      @Nullable String missing,
      @Nullable String limit,
      String positions,
      String orders,
      String promised,
      @Nullable String other) {}

  /// One order in the eyes of a thief.
  ///
  /// @param releases what its end would have released of what was short
  /// @param spared the rule that spared it; null if it was taken
  /// @param why the rule with its numbers
  public record Seen(
      String order,
      @Nullable Integer distancePpm,
      List<Amount> releases,
      @Nullable String spared,
      String why) {
    public Seen {
      releases = List.copyOf(releases);
    }
  }

  /// So much of a constraint.
  public record Amount(String constraint, String amount) {}
}
