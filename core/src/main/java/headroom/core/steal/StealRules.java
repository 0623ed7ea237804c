package headroom.core.steal;

import java.util.ArrayList;
import java.util.List;

/// When a steal is allowed and what it costs afterwards. Times in nanoseconds.
///
/// @param enabled whether anything is ever stolen
/// @param cooldownNs how long the victim's instrument neither steals nor is stolen from
/// @param minRestNs how old an order must be before it may be stolen from; 0: any age
/// @param protectFilledPpm the filled share from which an order is not stolen from, in parts per
///   million of its quantity; 0: off
/// @param stealRetryNs the pause of a thief after an aborted steal, and of an order whose cancel
///   was rejected
/// @param parkAfter how many aborted steals in a row park the thief; at least 1
/// @param parkNs how long it is parked
/// @param cancelDeadlineNs how long a cancel may go unanswered before the venue is asked
/// @param releaseGraceNs how long after a confirmed cancel a refusal for lack of funds is taken for
///   the venue's delay
/// @param strictOrder whether an intent that does not fit is waited for instead of skipped
/// @param withinInstrument whether another intent's order on the thief's instrument may be a victim
public record StealRules(
    boolean enabled,
    long cooldownNs,
    long minRestNs,
    int protectFilledPpm,
    long stealRetryNs,
    int parkAfter,
    long parkNs,
    long cancelDeadlineNs,
    long releaseGraceNs,
    boolean strictOrder,
    boolean withinInstrument) {

  private static final long SECOND_NS = 1_000_000_000L;

  /// 120 s, the origin's value.
  public static final long DEFAULT_COOLDOWN_NS = 120 * SECOND_NS;

  /// 5 s.
  public static final long DEFAULT_STEAL_RETRY_NS = 5 * SECOND_NS;

  /// Three in a row.
  public static final int DEFAULT_PARK_AFTER = 3;

  /// 10 min.
  public static final long DEFAULT_PARK_NS = 600 * SECOND_NS;

  /// 10 s: far beyond any usual answer, well below the patience of a trader.
  public static final long DEFAULT_CANCEL_DEADLINE_NS = 10 * SECOND_NS;

  /// 3 s.
  public static final long DEFAULT_RELEASE_GRACE_NS = 3 * SECOND_NS;

  public static final StealRules DEFAULTS =
      new StealRules(
          true,
          DEFAULT_COOLDOWN_NS,
          0,
          0,
          DEFAULT_STEAL_RETRY_NS,
          DEFAULT_PARK_AFTER,
          DEFAULT_PARK_NS,
          DEFAULT_CANCEL_DEADLINE_NS,
          DEFAULT_RELEASE_GRACE_NS,
          false,
          false);

  public StealRules {
    List<String> problems = new ArrayList<>();
    atLeast(problems, "cooldown", cooldownNs, 0);
    atLeast(problems, "min-rest", minRestNs, 0);
    atLeast(problems, "steal-retry", stealRetryNs, 0);
    atLeast(problems, "park", parkNs, 0);
    atLeast(problems, "park-after", parkAfter, 1);
    atLeast(problems, "cancel-deadline", cancelDeadlineNs, 1);
    atLeast(problems, "release-grace", releaseGraceNs, 0);
    if (protectFilledPpm < 0 || protectFilledPpm > 1_000_000) {
      problems.add("protect-filled-share must be from 0 to 1000000 ppm, was " + protectFilledPpm);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private static void atLeast(List<String> problems, String name, long value, long least) {
    if (value < least) {
      problems.add(name + " must be at least " + least + ", was " + value);
    }
  }
}
